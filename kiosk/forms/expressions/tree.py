"""The typed tree of an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never


class Operator(StrEnum):
    """What stands between two operands; the values are survey-core's names."""

    OR = "or"
    AND = "and"
    EQUAL = "equal"
    NOT_EQUAL = "notequal"
    LESS = "less"
    LESS_OR_EQUAL = "lessorequal"
    GREATER = "greater"
    GREATER_OR_EQUAL = "greaterorequal"
    PLUS = "plus"
    MINUS = "minus"
    TIMES = "mul"
    DIVIDED_BY = "div"
    MODULO = "mod"
    POWER = "power"
    CONTAINS = "contains"
    NOT_CONTAINS = "notcontains"
    ANY_OF = "anyof"
    ALL_OF = "allof"
    NONE_OF = "noneof"


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal; ``null`` and ``undefined`` are None."""

    value: str | float | bool | None


@dataclass(frozen=True, slots=True)
class Variable:
    """An answer or a calculated value, ``{name}``; ``as_it_is`` (``{#name}``) leaves texts of digits texts."""

    name: str
    as_it_is: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list, ``[1, 'b', {c}]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a built-in function."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """A negation."""

    part: Expression


@dataclass(frozen=True, slots=True)
class Presence:
    """``empty`` or ``notempty``."""

    operand: Expression
    empty: bool


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and what stands between them; a missing right side counts as null."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Constant | Variable | ListOf | Call | Not | Presence | Binary


def parts(expression: Expression) -> tuple[Expression, ...]:
    """Return the direct parts of an expression."""
    match expression:
        case Constant() | Variable():
            return ()
        case ListOf(items) | Call(_, items):
            return items
        case Not(part) | Presence(part):
            return (part,)
        case Binary(_, left, right):
            return (left, right)
        case _:
            assert_never(expression)


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and everything in it."""
    yield expression
    for part in parts(expression):
        yield from walk(part)


def is_deeper(expression: Expression, levels: int) -> bool:
    """Say whether the tree has more than so many levels; found without recursion, level by level."""
    level = [expression]
    for _ in range(levels):
        level = [part for one in level for part in parts(one)]
    return bool(level)


def variables(expression: Expression) -> Iterator[str]:
    """Yield the names that an expression asks for."""
    return (part.name for part in walk(expression) if isinstance(part, Variable))


def functions(expression: Expression) -> Iterator[str]:
    """Yield the names of the functions that an expression calls."""
    return (part.function for part in walk(expression) if isinstance(part, Call))


def write(expression: Expression) -> str:
    """Write an expression as text again, fully bracketed."""
    match expression:
        case Constant(None):
            return "null"
        case Constant(bool(value)):
            return "true" if value else "false"
        case Constant(str(value)):
            quoted = value.replace("'", "\\'")
            return f"'{quoted}'"
        case Constant(value):
            return str(value)
        case Variable(name, as_it_is):
            return f"{{{'#' if as_it_is else ''}{name}}}"
        case ListOf(items):
            return f"[{', '.join(write(item) for item in items)}]"
        case Call(function, arguments):
            return f"{function}({', '.join(write(argument) for argument in arguments)})"
        case Not(part):
            return f"!({write(part)})"
        case Presence(operand, empty):
            return f"{write(operand)} {'empty' if empty else 'notempty'}"
        case Binary(operator, left, right):
            return f"({write(left)} {_SIGNS.get(operator, operator)} {write(right)})"
        case _:
            assert_never(expression)


_SIGNS = {
    Operator.EQUAL: "=",
    Operator.NOT_EQUAL: "!=",
    Operator.LESS: "<",
    Operator.LESS_OR_EQUAL: "<=",
    Operator.GREATER: ">",
    Operator.GREATER_OR_EQUAL: ">=",
    Operator.PLUS: "+",
    Operator.MINUS: "-",
    Operator.TIMES: "*",
    Operator.DIVIDED_BY: "/",
    Operator.MODULO: "%",
    Operator.POWER: "^",
}
