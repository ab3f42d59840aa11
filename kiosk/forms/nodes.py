"""A form once it has been read: pages, panels and questions with their conditions and rules, and what runs behind them.

Everything here is frozen; the state of a form that is being filled in is in ``kiosk.forms.filling``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import NO_TEXT, Text
from kiosk.forms.expressions import Expression
from kiosk.forms.model import Question
from kiosk.forms.pattern import Pattern

Scalar = str | int | float | bool


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
    """A text must have between ``shortest`` and ``longest`` characters, and no digits at its end unless allowed."""

    shortest: int | None
    longest: int | None
    text: Text | None
    digits: bool = True


@dataclass(frozen=True, slots=True)
class EmailRule:
    """The text must be an e-mail address."""

    text: Text | None


@dataclass(frozen=True, slots=True)
class CountRule:
    """Between ``fewest`` and ``most`` answers must be chosen; of none at all only an ``always`` rule complains."""

    fewest: int | None
    most: int | None
    text: Text | None
    always: bool = False


@dataclass(frozen=True, slots=True)
class ExpressionRule:
    """The expression must be true."""

    expression: Expression
    text: Text | None


Rule = RegexRule | RangeRule | LengthRule | EmailRule | CountRule | ExpressionRule


@dataclass(frozen=True, slots=True)
class DateRule:
    """A date must not lie before another answer, nor after today."""

    not_after_today: bool = False
    not_before: str | None = None


class ClearHidden(StrEnum):
    """When the answers of what is not visible go (``clearInvisibleValues``, ``clearIfInvisible``)."""

    DEFAULT = "default"
    NEVER = "none"
    ON_COMPLETE = "onComplete"
    ON_HIDDEN = "onHidden"
    ON_HIDDEN_CONTAINER = "onHiddenContainer"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Whether an element is shown, can be changed and must be answered: as written, and under which conditions."""

    visible: bool = True
    visible_if: Expression | None = None
    read_only: bool = False
    enable_if: Expression | None = None
    required: bool = False
    required_if: Expression | None = None


@dataclass(frozen=True, slots=True)
class ChoiceConditions:
    """Which choices are offered, and which of those can be taken. ``item`` stands for the choice's value."""

    visible_if: Expression | None = None
    enable_if: Expression | None = None
    each_visible_if: Mapping[Scalar, Expression] = field(default_factory=dict)
    each_enable_if: Mapping[Scalar, Expression] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the greatest answer of a text: a number or ISO date, or an expression that gives one."""

    least: JsonValue | Expression = None
    greatest: JsonValue | Expression = None
    least_text: Text | None = None
    greatest_text: Text | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How a question's answer is set without the person: at first, and when something else changes."""

    default: JsonValue = None
    default_expression: Expression | None = None
    set_if: Expression | None = None
    set_to: Expression | None = None
    reset_if: Expression | None = None


@dataclass(frozen=True, slots=True)
class Repetition:
    """What makes a question a list of items (``paneldynamic``) or of rows (``matrixdynamic``), each asked the same."""

    elements: tuple[Element | Panel, ...]
    prefix: str
    at_first: int = 0
    fewest: int = 0
    most: int = 100
    visible_if: Expression | None = None
    key: str | None = None
    key_text: Text | None = None
    default_item: JsonValue = None


@dataclass(frozen=True, slots=True)
class Element:
    """A question with its conditions and rules."""

    question: Question
    conditions: Conditions = Conditions()
    required_text: Text | None = None
    setting: Setting = Setting()
    rules: tuple[Rule, ...] = ()
    date_rule: DateRule = DateRule()
    clear_hidden: ClearHidden = ClearHidden.DEFAULT
    choice_conditions: ChoiceConditions | None = None
    within: str | None = None
    """The question whose answer the choices must lie within (a commune's province)."""
    membership: Mapping[Scalar, str] = field(default_factory=dict)
    other: bool = False
    other_text: Text | None = None
    limits: Limits | None = None
    step: float | None = None
    truth: tuple[Scalar, Scalar] = (True, False)
    calculation: Expression | None = None
    precision: int | None = None
    repetition: Repetition | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Elements that appear and go together."""

    name: str
    elements: tuple[Element | Panel, ...]
    conditions: Conditions = Conditions()
    title: Text | None = None
    person: str | None = None
    """Whose block it is (``mother``); its questions say by ``field`` which part of the person they ask for."""


@dataclass(frozen=True, slots=True)
class Page:
    """One step of the form."""

    name: str
    title: Text
    elements: tuple[Element | Panel, ...]
    conditions: Conditions = Conditions()


@dataclass(frozen=True, slots=True)
class Calculated:
    """A value that expressions can use (``calculatedValues``); ``submitted`` ones are part of the data."""

    name: str
    expression: Expression
    submitted: bool = False


@dataclass(frozen=True, slots=True)
class SetValue:
    """Sets an answer when the condition comes true (trigger ``setvalue``); a ``variable`` is a calculated value."""

    condition: Expression
    target: str
    value: JsonValue
    variable: bool = False


@dataclass(frozen=True, slots=True)
class CopyValue:
    """Copies an answer when the condition comes true, or whenever it changes (trigger ``copyvalue``)."""

    condition: Expression | None
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class RunExpression:
    """Evaluates an expression when the condition comes true, and keeps the result (trigger ``runexpression``)."""

    condition: Expression
    expression: Expression
    target: str | None


Trigger = SetValue | CopyValue | RunExpression


@dataclass(frozen=True, slots=True)
class Paper:
    """What the official A4 form has beside the questions."""

    number: Text | None = None
    recipient: Text | None = None
    closing: Text | None = None
    signatures: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole form."""

    pages: tuple[Page, ...] = ()
    calculated: tuple[Calculated, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    clear_hidden: ClearHidden = ClearHidden.ON_COMPLETE
    title: Text = NO_TEXT
    paper: Paper = Paper()


def walk(elements: tuple[Element | Panel, ...]) -> Iterator[Element]:
    """Yield every question in order, whatever the conditions; not those inside a repeated one."""
    for child in elements:
        if isinstance(child, Panel):
            yield from walk(child.elements)
        else:
            yield child


def walk_panels(elements: tuple[Element | Panel, ...]) -> Iterator[Panel]:
    """Yield every panel in order, the outer before the inner."""
    for child in elements:
        if isinstance(child, Panel):
            yield child
            yield from walk_panels(child.elements)
