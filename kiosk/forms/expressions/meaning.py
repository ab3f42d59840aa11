"""What an expression means in a scope."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.forms.expressions import values
from kiosk.forms.expressions.functions import FUNCTIONS, call
from kiosk.forms.expressions.lookup import Scope, split_path
from kiosk.forms.expressions.tree import (
    Binary,
    Call,
    Constant,
    Expression,
    ListOf,
    Not,
    Operator,
    Presence,
    Variable,
)
from kiosk.forms.expressions.values import Value


def evaluate(expression: Expression, scope: Scope) -> Value:
    """Return the value of an expression. Raises KeyError for a function that is none (readers refuse those)."""
    match expression:
        case Constant(value):
            return value
        case Variable(name, as_it_is):
            answer = _look_up(name, scope)
            return answer if as_it_is else values.convert_answer(answer)
        case ListOf(items):
            return [evaluate(item, scope) for item in items]  # type: ignore[misc]  # moments in lists are harmless
        case Call(function, arguments):
            return call(FUNCTIONS[function], arguments, scope, evaluate)
        case Not(part):
            return not values.is_true(evaluate(part, scope))
        case Presence(operand, empty):
            return values.is_empty(evaluate(operand, scope)) is empty
        case Binary(operator, left, right):
            return _operate(operator, evaluate(left, scope), evaluate(right, scope))
        case _:
            assert_never(expression)


def holds(expression: Expression, scope: Scope) -> bool:
    """Say whether a condition holds: only the value *true* does, as where survey-core decides what is shown."""
    return evaluate(expression, scope) is True


def _look_up(name: str, scope: Scope) -> Value:
    found = scope.look_up(split_path(name))
    if found is None:
        return 0 if name.endswith(".length") else None
    return found.value


def _operate(operator: Operator, left: Value, right: Value) -> Value:
    if operator in _ARITHMETIC:
        left = _fill_in(left, right)
        right = _fill_in(right, left)
        return _ARITHMETIC[operator](left, right)
    return _COMPARISONS[operator](left, right)


def _fill_in(value: Value, other: Value) -> Value:
    """Return what stands in for a value that is not given, beside the other operand."""
    if not values.is_empty(value):
        return value
    if isinstance(other, int | float) and not isinstance(other, bool):
        return 0
    if isinstance(value, str):
        return value
    if isinstance(other, str):
        return ""
    return [] if isinstance(other, list) else 0


def _are_equal(left: Value, right: Value) -> bool:
    return values.are_equal(*values.align_dates(left, right))


_ARITHMETIC: dict[Operator, Callable[[Value, Value], Value]] = {
    Operator.OR: lambda left, right: left if values.is_true(left) else right,
    Operator.AND: lambda left, right: right if values.is_true(left) else left,
    Operator.PLUS: values.add,
    Operator.MINUS: values.subtract,
    Operator.TIMES: values.multiply,
    Operator.DIVIDED_BY: values.divide,
    Operator.MODULO: values.remainder,
    Operator.POWER: values.raise_to,
}

_COMPARISONS: dict[Operator, Callable[[Value, Value], bool]] = {
    Operator.EQUAL: _are_equal,
    Operator.NOT_EQUAL: lambda left, right: not _are_equal(left, right),
    Operator.LESS: lambda left, right: values.is_ordered(left, right, lambda sign: sign < 0),
    Operator.LESS_OR_EQUAL: lambda left, right: (
        _are_equal(left, right) or values.is_ordered(left, right, lambda sign: sign < 0)
    ),
    Operator.GREATER: lambda left, right: values.is_ordered(left, right, lambda sign: sign > 0),
    Operator.GREATER_OR_EQUAL: lambda left, right: (
        _are_equal(left, right) or values.is_ordered(left, right, lambda sign: sign > 0)
    ),
    Operator.CONTAINS: values.contains,
    Operator.NOT_CONTAINS: values.contains_not,
    Operator.ANY_OF: values.has_any_of,
    Operator.ALL_OF: values.has_all_of,
    Operator.NONE_OF: lambda left, right: not values.has_any_of(left, right),
}
