"""From the text of a condition to its tree. Nothing is ever evaluated as code."""

from __future__ import annotations

from typing import Final

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

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

_GRAMMAR: Final = r"""
?start: any
?any: all (_OR all)*
?all: term (_AND term)*
?term: "!" term -> negation
     | operand OPERATOR operand -> compare
     | operand PRESENCE -> presence
     | operand
     | "(" any ")"
?operand: "{" NAME "}" -> variable
        | STRING -> string
        | NUMBER -> number
        | BOOLEAN -> boolean
        | "[" [operand ("," operand)*] "]" -> list_of

_OR: /or\b/i | "||"
_AND: /and\b/i | "&&"
OPERATOR: "==" | "=" | "<>" | "!=" | ">=" | "<=" | ">" | "<"
        | /(notcontains|contains|anyof|allof|noneof)\b/i
PRESENCE: /(notempty|empty)\b/i
BOOLEAN.2: /(true|false)\b/i
NAME: /[^{}\s][^{}]*/
STRING: /'[^']*'/ | /"[^"]*"/
NUMBER: /-?\d+(\.\d+)?/
%ignore /\s+/
"""

_SYNONYMS = {"==": "=", "!=": "<>"}


class ExpressionError(ValueError):
    """A text that is no expression; the message points at the place."""


@v_args(inline=True)
class _Builder(Transformer[Token, Expression]):
    def any(self, *parts: Expression) -> Expression:
        return Any(parts)

    def all(self, *parts: Expression) -> Expression:
        return All(parts)

    def negation(self, part: Expression) -> Expression:
        return Not(part)

    def compare(self, left: Operand, operator: Token, right: Operand) -> Expression:
        word = operator.lower()
        return Compare(_SYNONYMS.get(word, word), left, right)  # type: ignore[arg-type]  # the grammar knows the words

    def presence(self, operand: Operand, word: Token) -> Expression:
        return Presence(operand, empty=word.lower() == "empty")

    def variable(self, name: Token) -> Expression:
        return Variable(name.strip())

    def string(self, text: Token) -> Expression:
        return Constant(text[1:-1])

    def number(self, text: Token) -> Expression:
        return Constant(float(text) if "." in text else int(text))

    def boolean(self, word: Token) -> Expression:
        return Constant(word.lower() == "true")

    def list_of(self, *items: Operand | None) -> Expression:
        return ListOf(tuple(item for item in items if item is not None))


_PARSER: Final = Lark(_GRAMMAR, parser="earley", maybe_placeholders=True)


def parse_expression(text: str) -> Expression:
    """Parse a condition. Raises ExpressionError that shows where it stops making sense."""
    try:
        return _Builder().transform(_PARSER.parse(text))
    except UnexpectedInput as error:
        column = getattr(error, "column", -1)
        where = f"at character {column}" if column > 0 else "at its end"
        raise ExpressionError(f"not an expression {where}: {text!r}") from None
