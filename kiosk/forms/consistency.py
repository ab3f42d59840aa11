"""What no single element can know: names that stand twice, conditions about nobody, conditions in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kiosk.forms.expressions import Expression, variables
from kiosk.forms.nodes import Element, Page, Panel, walk
from kiosk.forms.problems import Problem


def check_names(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Find names that stand twice, and names in conditions that no question has."""
    names = Counter(element.question.name for page in pages for element in walk(page))
    for name, count in names.items():
        if count > 1:
            yield Problem("$.pages", f"the name {name!r} stands {count} times", "give each question its own name")
    for owner, asked in _conditions(pages, required=True):
        for name in sorted(asked - set(names)):
            yield Problem("$.pages", f"a condition of {owner!r} asks for {name!r}, which is no question", "correct it")


def check_circles(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Find a question whose visibility depends on itself, directly or by way of others."""
    needs: dict[str, set[str]] = {}
    for owner, asked in _conditions(pages, required=False):
        needs.setdefault(owner, set()).update(asked)
    for name in needs:
        if name in _reached(name, needs):
            yield Problem("$.pages", f"the condition of {name!r} depends on itself", "break the circle")


def _reached(start: str, needs: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(needs.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += needs.get(name, ())
    return seen


def _conditions(pages: tuple[Page, ...], *, required: bool) -> Iterator[tuple[str, set[str]]]:
    """Yield each question's name with the names that its visibility (and what makes it required) asks for."""
    for page in pages:
        yield from _within(page, _asked(page.visible_if), required=required)


def _within(container: Page | Panel, around: set[str], *, required: bool) -> Iterator[tuple[str, set[str]]]:
    for child in container.elements:
        asked = around | _asked(child.visible_if)
        if isinstance(child, Element):
            yield child.question.name, asked | _asked(child.required_if if required else None)
        else:
            yield from _within(child, asked, required=required)


def _asked(condition: Expression | None) -> set[str]:
    return set() if condition is None else set(variables(condition))
