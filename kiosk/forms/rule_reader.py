"""Reads the validators of a question, and the limits that are written as properties of it."""

from __future__ import annotations

from kiosk.domain.text import Text
from kiosk.forms import shapes
from kiosk.forms.nodes import CountRule, EmailRule, ExpressionRule, LengthRule, RangeRule, RegexRule, Rule
from kiosk.forms.notes import Json, Notes
from kiosk.forms.pattern import PatternError, compile_pattern


def read_rules(notes: Notes, raw: Json, path: str) -> tuple[Rule, ...]:
    """Read a question's validators in order."""
    found = (
        _read_rule(notes, rule, f"{path}.validators[{number}]")
        for number, rule in enumerate(notes.list(raw, "validators", path))
    )
    rules = tuple(rule for rule in found if rule is not None)
    fewest = notes.whole(raw, "minSelectedChoices", path) if raw.get("minSelectedChoices") else None
    return (CountRule(fewest, None, None, always=True), *rules) if fewest else rules


def _read_rule(notes: Notes, raw: object, path: str) -> Rule | None:
    kind = raw.get("type") if isinstance(raw, dict) else None
    kind = kind.removesuffix("validator") if isinstance(kind, str) else kind
    if not isinstance(kind, str) or kind not in shapes.VALIDATORS:
        notes.refuse(f"{path}.type", f"validator {kind!r} is not supported", shapes.MEND)
        return None
    rule = notes.object(raw, path, shapes.VALIDATORS[kind])
    text = notes.text(rule, "text", path)
    match kind:
        case "regex":
            return _read_regex(notes, rule, text, path)
        case "numeric":
            return RangeRule(notes.number(rule, "minValue", path), notes.number(rule, "maxValue", path), text)
        case "email":
            return EmailRule(text)
        case "answercount":
            return CountRule(notes.whole(rule, "minCount", path), notes.whole(rule, "maxCount", path), text)
        case "expression":
            expression = notes.expression(rule, "expression", path)
            return None if expression is None else ExpressionRule(expression, text)
        case _:
            return LengthRule(
                notes.whole(rule, "minLength", path) or None,
                notes.whole(rule, "maxLength", path) or None,
                text,
                notes.flag(rule, "allowDigits", path, default=True),
            )


def _read_regex(notes: Notes, rule: Json, text: Text | None, path: str) -> Rule | None:
    ignore_case = notes.flag(rule, "caseInsensitive", path) or notes.flag(rule, "insensitive", path)
    try:
        return RegexRule(compile_pattern(str(rule.get("regex", "")), ignore_case=ignore_case), text)
    except PatternError as error:
        notes.refuse(f"{path}.regex", f"cannot be used: {error}", "write it without look-around and references")
        return None
