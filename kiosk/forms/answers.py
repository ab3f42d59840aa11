"""How an answer is kept by its question: as a number, a choice, a yes or no, within limits."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import datetime

from kiosk.domain.submission import JsonValue
from kiosk.forms.cells import Cell
from kiosk.forms.expressions.dates import read_moment
from kiosk.forms.expressions.values import (
    Value,
    are_same,
    is_blank,
    is_choice,
    is_empty,
    is_number,
    is_ordered,
    is_true,
    read_number,
    tidy,
    to_fixed,
    write_text,
)
from kiosk.forms.model import Choice, QuestionKind


def fit(cell: Cell, value: JsonValue) -> JsonValue:
    """Return an answer as its question keeps it: a text of a number as the number, a choice as it is written there."""
    kind = cell.element.question.kind
    if kind is QuestionKind.NUMBER and is_true(value):
        return read_number(value) if is_number(value) else None
    if kind is QuestionKind.BOOLEAN and isinstance(value, str) and value in ("true", "false"):
        return value if value in cell.element.truth else value == "true"
    if kind is QuestionKind.CHECKBOX and not is_empty(value) and not isinstance(value, list):
        return [value]
    if kind in (QuestionKind.TEXT, QuestionKind.COMMENT) and isinstance(value, list):
        return ", ".join(write_text(one) for one in value)
    if kind in (QuestionKind.CHOICE, QuestionKind.DROPDOWN) and not is_empty(value):
        value = value[0] if isinstance(value, list) and value else value
        return _as_chosen(cell.element.question.choices, value)
    return value


def _as_chosen(choices: Iterable[Choice], value: JsonValue) -> JsonValue:
    """Return an answer as the choice is written. As it stands it is found fast, also among thousands of communes."""
    written = write_text(value)
    exact = next((one.value for one in choices if one.value == written), None)
    return next((one.value for one in choices if is_choice(one.value, value)), value) if exact is None else exact


def is_within(cell: Cell, value: JsonValue) -> bool:
    """Say whether an answer is within the question's limits."""
    return not is_below(cell, value) and not is_above(cell, value)


def is_below(cell: Cell, value: JsonValue) -> bool:
    """Say whether an answer is below the least one."""
    return not is_blank(value) and not is_blank(cell.least) and _differs(cell, value, cell.least, lambda sign: sign < 0)


def is_above(cell: Cell, value: JsonValue) -> bool:
    """Say whether an answer is above the greatest one."""
    return (
        not is_blank(value)
        and not is_blank(cell.greatest)
        and _differs(cell, value, cell.greatest, lambda sign: sign > 0)
    )


def _differs(cell: Cell, value: Value, limit: Value, judge: Callable[[float], bool]) -> bool:
    if cell.element.question.kind is QuestionKind.DATE:
        value, limit = read_moment(value), read_moment(limit)
    return is_ordered(value, limit, judge)


def is_possible(cell: Cell, value: JsonValue) -> bool:
    """Say whether a question can hold an answer at all: a list holds lists."""
    return is_empty(value) or cell.element.repetition is None or isinstance(value, list)


def as_answer(value: Value) -> JsonValue:
    """Return the value of an expression as an answer: a moment is its ISO date."""
    return value.date().isoformat() if isinstance(value, datetime) else value


def as_truth(cell: Cell, value: JsonValue) -> JsonValue:
    """Return a default as a yes or a no; a question of yes and no has no other default."""
    if cell.element.question.kind is not QuestionKind.BOOLEAN:
        return value
    yes, no = cell.element.truth
    if value is True or value == "true" or are_same(value, yes):
        return yes
    return no if value is False or value == "false" or are_same(value, no) else None


def rounded(value: JsonValue, precision: int | None) -> JsonValue:
    """Round the result of a calculation; infinity is none."""
    if isinstance(value, float) and math.isinf(value) and value > 0:
        return None
    if precision is None or isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return tidy(to_fixed(value, precision)) if math.isfinite(value) else value
