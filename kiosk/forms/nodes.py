"""A form once it has been read: pages, panels and questions with their conditions and rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.expressions import Expression
from kiosk.forms.model import Question
from kiosk.forms.pattern import Pattern


@dataclass(frozen=True, slots=True)
class RegexRule:
    """The text must match somewhere, as JavaScript's ``test`` has it; ``text`` says what to write instead."""

    pattern: Pattern
    text: Text | None


@dataclass(frozen=True, slots=True)
class RangeRule:
    """A number must lie between the limits, both included."""

    lowest: float | None
    highest: float | None
    text: Text | None


@dataclass(frozen=True, slots=True)
class LengthRule:
    """A text must have between ``shortest`` and ``longest`` characters."""

    shortest: int | None
    longest: int | None
    text: Text | None


Rule = RegexRule | RangeRule | LengthRule


@dataclass(frozen=True, slots=True)
class DateRule:
    """A date must not lie before another answer, nor after today."""

    not_after_today: bool = False
    not_before: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A question with its conditions and rules."""

    question: Question
    visible_if: Expression | None = None
    required: bool = False
    required_if: Expression | None = None
    required_text: Text | None = None
    read_only: bool = False
    default: JsonValue = None
    rules: tuple[Rule, ...] = ()
    date_rule: DateRule = DateRule()


@dataclass(frozen=True, slots=True)
class Panel:
    """Elements that appear and go together."""

    name: str
    elements: tuple[Element | Panel, ...]
    visible_if: Expression | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One step of the form."""

    name: str
    title: Text
    elements: tuple[Element | Panel, ...]
    visible_if: Expression | None = None


def walk(container: Page | Panel) -> Iterator[Element]:
    """Yield every question of a page or panel in order, whatever the conditions."""
    for child in container.elements:
        if isinstance(child, Panel):
            yield from walk(child)
        else:
            yield child
