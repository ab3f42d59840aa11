"""The typed tree of an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

Scalar = str | int | float | bool
Comparison = Literal["=", "<>", "<", "<=", ">", ">=", "contains", "notcontains", "anyof", "allof", "noneof"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class ListOf:
    """A literal list, ``['a', 'b']``."""

    items: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """The answer to a question, ``{name}``."""

    name: str


Operand = Constant | ListOf | Variable


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two operands."""

    operator: Comparison
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class Presence:
    """``empty`` or ``notempty``."""

    operand: Operand
    empty: bool


@dataclass(frozen=True, slots=True)
class Not:
    """A negation."""

    part: Expression


@dataclass(frozen=True, slots=True)
class All:
    """Parts joined by *and*."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Parts joined by *or*."""

    parts: tuple[Expression, ...]


Expression = Compare | Presence | Not | All | Any | Constant | ListOf | Variable


def variables(expression: Expression) -> Iterator[str]:
    """Yield the names of the questions that an expression asks for."""
    match expression:
        case Variable(name):
            yield name
        case Constant():
            return
        case ListOf(parts) | All(parts) | Any(parts):
            for part in parts:
                yield from variables(part)
        case Not(part) | Presence(part):
            yield from variables(part)
        case Compare(_, left, right):
            yield from variables(left)
            yield from variables(right)
        case _:
            assert_never(expression)
