"""What no single element can know: names that stand twice, expressions about nobody, conditions in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.agenda import expressions_of
from kiosk.forms.expressions import Expression, variables
from kiosk.forms.expressions.lookup import split_path
from kiosk.forms.expressions.tree import Call, Variable, parts
from kiosk.forms.model import comment_on
from kiosk.forms.nodes import (
    CopyValue,
    Document,
    Element,
    ExpressionRule,
    Page,
    Panel,
    RunExpression,
    SetValue,
    walk,
)
from kiosk.forms.problems import Problem

_NEIGHBOURS = ("panel", "prevpanel", "nextpanel", "parentpanel", "row", "prevrow", "nextrow")
_NUMBERS = frozenset({"panelindex", "visiblepanelindex", "rowindex", "visiblerowindex"})
_ANYWHERE = frozenset({"self", "item", "choice"})
PROVIDED = frozenset({"applicant", "card", "kiosk"})
"""What the kiosk provides beside the answers, as in ``{applicant.full_name}``."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere in a form where expressions stand: who owns them, and the names of the questions beside it."""

    owner: str
    expressions: tuple[Expression, ...]
    beside: frozenset[str]


def check_names(document: Document) -> Iterator[Problem]:
    """Find names that stand twice, and names in expressions that nothing has."""
    elements = tuple(element for page in document.pages for element in page.elements)
    yield from _twins(elements)
    known = {element.question.name for element in walk(elements)}
    known |= {comment_on(element.question.name) for element in walk(elements) if element.other}
    known |= {one.name for one in document.calculated}
    known |= {one.target for one in document.triggers if isinstance(one, SetValue) and one.variable}
    for place in _places(document):
        for name in sorted({name for expression in place.expressions for name in _asked(expression)}):
            if not _is_known(name, known, place.beside):
                message = f"an expression of {place.owner!r} asks for {name!r}, which is not there"
                yield Problem("$.pages", message, "correct it")
    for element in walk(elements):
        through = element.question.skip.through if element.question.skip else None
        for name in filter(None, (element.within, element.date_rule.not_before, through)):
            if name not in known:
                owner = element.question.name
                yield Problem("$.pages", f"aps of {owner!r} names {name!r}, which is no question", "correct it")
    for trigger in document.triggers:
        for name in _targets(trigger):
            if split_path(name)[0].name not in known:
                yield Problem("$.triggers", f"a trigger names {name!r}, which is no question", "correct it")


def _targets(trigger: SetValue | CopyValue | RunExpression) -> Iterator[str]:
    if isinstance(trigger, CopyValue):
        yield trigger.source
    if trigger.target and not (isinstance(trigger, SetValue) and trigger.variable):
        yield trigger.target


def _is_known(name: str, known: set[str], beside: frozenset[str]) -> bool:
    steps = [step.name for step in split_path(name)]
    first = steps[0].lower()
    if len(steps) == 1 and first in _ANYWHERE | _NUMBERS:
        return True
    if first in PROVIDED and len(steps) > 1:
        return True
    if first in _NEIGHBOURS and len(steps) > 1:
        return first == "parentpanel" or steps[1] in beside
    return any(".".join(steps[:length]) in known for length in range(1, len(steps) + 1))


def _asked(expression: Expression) -> Iterator[str]:
    """Yield the names that an expression asks for, without those that a condition over a list's items asks them for."""
    if isinstance(expression, Variable):
        yield expression.name
    inside = 2 if isinstance(expression, Call) and expression.function.endswith("InArray") else None
    for part in parts(expression)[:inside]:
        yield from _asked(part)


def _twins(elements: Iterable[Element | Panel]) -> Iterator[Problem]:
    found = list(walk(tuple(elements)))
    for name, count in Counter(element.question.name for element in found).items():
        if count > 1:
            yield Problem("$.pages", f"the name {name!r} stands {count} times", "give each question its own name")
    for element in found:
        if element.repetition is not None:
            yield from _twins(element.repetition.elements)


def _places(document: Document) -> Iterator[_Place]:
    for page in document.pages:
        yield _Place(page.name, tuple(expressions_of(page.conditions)), frozenset())
        yield from _within(page.elements, frozenset())
    for one in document.calculated:
        yield _Place(one.name, (one.expression,), frozenset())
    for trigger in document.triggers:
        yield _Place("a trigger", tuple(expressions_of(trigger)), frozenset())


def _within(elements: tuple[Element | Panel, ...], beside: frozenset[str]) -> Iterator[_Place]:
    for child in elements:
        if isinstance(child, Panel):
            yield _Place(child.name, tuple(expressions_of(child.conditions)), beside)
            inner = frozenset(element.question.name for element in walk(child.elements))
            yield from _within(child.elements, beside | inner)
            continue
        rules = tuple(rule.expression for rule in child.rules if isinstance(rule, ExpressionRule))
        own = tuple(expressions_of(_without_items(child)))
        yield _Place(child.question.name, (*own, *rules), beside)
        if child.repetition is not None:
            inside = frozenset(element.question.name for element in walk(child.repetition.elements))
            if child.repetition.visible_if is not None:
                yield _Place(child.question.name, (child.repetition.visible_if,), inside)
            yield from _within(child.repetition.elements, inside)


def _without_items(element: Element) -> tuple[object, ...]:
    return (
        element.conditions,
        element.setting.default_expression,
        element.setting.set_if,
        element.setting.set_to,
        element.setting.reset_if,
        element.choice_conditions,
        element.limits,
        element.calculation,
    )


# circles


def check_circles(document: Document) -> Iterator[Problem]:
    """Find what decides about itself, directly or by way of others: what is shown, and what is calculated."""
    needs: dict[str, set[str]] = {}
    for page in document.pages:
        _note_needs(needs, page, frozenset())
    for one in document.calculated:
        needs.setdefault(one.name.lower(), set()).update(_first_names((one.expression,)))
    for name in needs:
        if name in _reached(name, needs):
            yield Problem("$.pages", f"the condition of {name!r} depends on itself", "break the circle")


def _note_needs(needs: dict[str, set[str]], container: Page | Panel, around: frozenset[str]) -> None:
    asked = around | _first_names(expressions_of(container.conditions.visible_if))
    for child in container.elements:
        if isinstance(child, Panel):
            _note_needs(needs, child, asked)
        else:
            own = asked | _first_names(expressions_of((child.conditions.visible_if, child.calculation)))
            needs.setdefault(child.question.name.lower(), set()).update(own)


def _first_names(expressions: Iterable[Expression]) -> frozenset[str]:
    return frozenset(split_path(name)[0].name.lower() for one in expressions for name in variables(one))


def _reached(start: str, needs: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(needs.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += needs.get(name, ())
    return seen
