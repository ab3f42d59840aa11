"""What an expression means over answers, as survey-core means it: loose about case, blanks and numbers in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from kiosk.domain.submission import JsonValue
from kiosk.forms.expressions.tree import (
    All,
    Any,
    Compare,
    Constant,
    Expression,
    ListOf,
    Not,
    Operand,
    Presence,
    Variable,
)


def holds(expression: Expression, answers: Mapping[str, JsonValue]) -> bool:
    """Say whether a condition holds; a bare operand holds when it is neither empty, false nor zero."""
    match expression:
        case All(parts):
            return all(holds(part, answers) for part in parts)
        case Any(parts):
            return any(holds(part, answers) for part in parts)
        case Not(part):
            return not holds(part, answers)
        case Presence(operand, empty):
            return is_empty(_value(operand, answers)) is empty
        case Compare(operator, left, right):
            return _compare(operator, _value(left, answers), _value(right, answers))
        case Constant() | ListOf() | Variable():
            return bool(_value(expression, answers))
        case _:
            assert_never(expression)


def is_empty(value: JsonValue) -> bool:
    """Say whether an answer counts as not given: nothing, an empty text, an empty list; zero and false are answers."""
    return value is None or value in ("", [], {})


def _value(operand: Operand, answers: Mapping[str, JsonValue]) -> JsonValue:
    match operand:
        case Constant(value):
            return value
        case ListOf(items):
            return [_value(item, answers) for item in items]
        case Variable(name):
            return answers.get(name)
        case _:
            assert_never(operand)


def _compare(operator: str, left: JsonValue, right: JsonValue) -> bool:
    match operator:
        case "=":
            return are_equal(left, right)
        case "<>":
            return not are_equal(left, right)
        case "contains" | "allof":
            return _contains_all(left, right)
        case "notcontains":
            return not _contains_all(left, right)
        case "anyof":
            return any(_contains(left, item) for item in _items(right))
        case "noneof":
            return not any(_contains(left, item) for item in _items(right))
        case _:
            return _is_ordered(operator, left, right)


def are_equal(left: JsonValue, right: JsonValue) -> bool:
    """Compare two answers: empties are equal, ``'5'`` equals ``5``, case and outer blanks of texts do not count."""
    if is_empty(left) or is_empty(right):
        return is_empty(left) and is_empty(right)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(any(are_equal(one, other) for other in right) for one in left)
    numbers = _number(left), _number(right)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] == numbers[1]
    return _folded(left) == _folded(right)


def _is_ordered(operator: str, left: JsonValue, right: JsonValue) -> bool:
    if is_empty(left) or is_empty(right):
        return False
    numbers = _number(left), _number(right)
    if numbers[0] is not None and numbers[1] is not None:
        return _in_order(operator, (numbers[0] > numbers[1]) - (numbers[0] < numbers[1]))
    if not isinstance(left, str) or not isinstance(right, str):
        return False
    return _in_order(operator, (left > right) - (left < right))


def _in_order(operator: str, sign: int) -> bool:
    return {"<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0}[operator]


def _contains_all(whole: JsonValue, parts: JsonValue) -> bool:
    return not is_empty(whole) and all(_contains(whole, part) for part in _items(parts))


def _contains(whole: JsonValue, part: JsonValue) -> bool:
    if isinstance(whole, list):
        return any(are_equal(item, part) for item in whole)
    if is_empty(whole) or is_empty(part):
        return False
    return str(_folded(part)) in str(_folded(whole))


def _items(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else [value]


def _number(value: JsonValue) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _folded(value: JsonValue) -> JsonValue:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.strip().casefold() if isinstance(value, str) else value
