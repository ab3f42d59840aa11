"""From the text of an expression to its tree. Nothing is ever evaluated as code."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import LarkError, UnexpectedInput

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
    is_deeper,
)

# Precedence and associativity are survey-core's: all operators lean left, and ``contains`` and its kin bind closer
# than arithmetic. The lexer is contextual, so that ``{a} -1`` is a difference and ``{a} = -1`` a comparison.
_GRAMMAR: Final = r"""
?start: either
?either: both (OR both)*
?both: comparison (AND comparison)*
?comparison: total (COMPARED total)*
?total: product (SIGN product)*
?product: power (SCALE power)*
?power: holding (RAISED holding)*
?holding: factor (HOLDS factor)*
?factor: "(" either ")"
       | CALL [either ("," either)*] ")" -> call
       | _NOT factor -> negation
       | atom PRESENCE -> presence
       | atom
       | "[" [either ("," either)*] "]" -> list_of
?atom: "{" NAME "}" -> variable
     | STRING -> string
     | NUMBER -> number
     | BOOLEAN -> boolean
     | NOTHING -> nothing
     | WORD -> word

OR: "||" | /or/i
AND: "&&" | /and/i
COMPARED.2: "<=" | "=<" | ">=" | "=>" | "==" | "=" | "!=" | "<>" | "<" | ">"
        | /(lessorequal|greaterorequal|notequals?|equals?|less|greater)/i
SIGN: "+" | "-"
SCALE: "*" | "/" | "%"
RAISED: "^" | /power/i
HOLDS.2: "*=" | /(notcontains?|contains?|anyof|allof|noneof)/i
_NOT.2: "!" | /negate\b/i
PRESENCE: /(notempty|empty)/i
CALL.3: /[A-Za-z_]+([0-9]+[A-Za-z_]*)*\(/
BOOLEAN.2: /(true|false)\b/i
NOTHING.2: /(null|undefined)\b/
WORD: /[A-Za-z_]+([0-9]+[A-Za-z_]*)*/
NAME: /[^{}]+/
STRING: /'(\\['"]|[^'"])*'/ | /"(\\['"]|[^'"])*"/
NUMBER: /-?(0|[1-9]\d*)(\.\d+)?/
%ignore /[ \t\r\n]+/
"""

_OPERATORS: Final = {
    "||": Operator.OR,
    "&&": Operator.AND,
    "<=": Operator.LESS_OR_EQUAL,
    "=<": Operator.LESS_OR_EQUAL,
    ">=": Operator.GREATER_OR_EQUAL,
    "=>": Operator.GREATER_OR_EQUAL,
    "==": Operator.EQUAL,
    "=": Operator.EQUAL,
    "equals": Operator.EQUAL,
    "!=": Operator.NOT_EQUAL,
    "<>": Operator.NOT_EQUAL,
    "notequals": Operator.NOT_EQUAL,
    "<": Operator.LESS,
    ">": Operator.GREATER,
    "+": Operator.PLUS,
    "-": Operator.MINUS,
    "*": Operator.TIMES,
    "/": Operator.DIVIDED_BY,
    "%": Operator.MODULO,
    "^": Operator.POWER,
    "*=": Operator.CONTAINS,
    "contain": Operator.CONTAINS,
    "notcontain": Operator.NOT_CONTAINS,
}


class ExpressionError(ValueError):
    """A text that is no expression; the message points at the place."""


@v_args(inline=True)
class _Builder(Transformer[Token, Expression]):
    def _chain(self, first: Expression, *rest: Any) -> Expression:
        for word, right in zip(rest[::2], rest[1::2], strict=True):
            first = Binary(_operator(word), first, right)
        return first

    either = both = comparison = total = product = power = holding = _chain

    def call(self, name: Token, *arguments: Expression | None) -> Expression:
        return Call(name[:-1], tuple(argument for argument in arguments if argument is not None))

    def negation(self, part: Expression) -> Expression:
        return Not(part)

    def presence(self, operand: Expression, word: Token) -> Expression:
        return Presence(operand, empty=word.lower() == "empty")

    def list_of(self, *items: Expression | None) -> Expression:
        return ListOf(tuple(item for item in items if item is not None))

    def variable(self, name: Token) -> Expression:
        as_it_is = len(name) > 1 and name.startswith("#")
        return Variable(str(name[1:] if as_it_is else name), as_it_is)

    def string(self, text: Token) -> Expression:
        return Constant(text[1:-1].replace("\\'", "'").replace('\\"', '"'))

    def number(self, text: Token) -> Expression:
        return Constant(float(text) if "." in text else int(text))

    def boolean(self, word: Token) -> Expression:
        return Constant(word.lower() == "true")

    def nothing(self, _: Token) -> Expression:
        return Constant(None)

    def word(self, text: Token) -> Expression:
        return Constant(str(text))


def _operator(word: Token) -> Operator:
    lower = word.lower()
    return _OPERATORS.get(lower) or Operator(lower)


_PARSER: Final = Lark(_GRAMMAR, parser="lalr", lexer="contextual", maybe_placeholders=True)


DEEPEST: Final = 200
"""Levels of an expression's tree: ``a or b or c`` has three, the deepest that ships has 24."""


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Expression:
    """Parse an expression. Raises ExpressionError that shows where it stops making sense."""
    expression = _parse(text)
    if is_deeper(expression, DEEPEST):
        raise ExpressionError(f"more than {DEEPEST} levels deep: {text[:60]!r}…")
    return expression


def _parse(text: str) -> Expression:
    try:
        return _Builder().transform(_PARSER.parse(text))
    except UnexpectedInput as error:
        column = getattr(error, "column", -1)
        where = f"at character {column}" if isinstance(column, int) and column > 0 else "at its end"
        raise ExpressionError(f"not an expression {where}: {text!r}") from None
    except (LarkError, RecursionError):
        raise ExpressionError(f"not an expression: {text!r}") from None
