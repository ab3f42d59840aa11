"""Whether an answer will do, and if not, a sentence that says what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from kiosk.domain.dates import PartialDate
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.model import QuestionKind
from kiosk.forms.nodes import DateRule, Element, LengthRule, RangeRule, RegexRule, Rule

REQUIRED = Text("Ông/Bà chưa trả lời câu này.", "Please answer this question.")
_CHOOSE = Text("Ông/Bà chọn một câu trong danh sách.", "Please choose one of the answers.")
_NUMBER = Text("Ông/Bà ghi bằng số, không ghi chữ.", "Please write a number, without letters.")
_NAME = Text("Tên chỉ có chữ cái, không có số hay ký hiệu.", "A name has letters only, no digits or signs.")
_DATE = Text(
    "Ngày này không có trong lịch. Ông/Bà ghi ngày, tháng, năm, thí dụ 05/02/1953.",
    "No calendar has this date. Please write day, month and year, such as 05/02/1953.",
)
_FUTURE = Text("Ngày này chưa tới. Ông/Bà coi lại năm.", "This date is in the future. Please check the year.")
_TOO_EARLY = Text("Ngày này sớm hơn ngày sinh. Ông/Bà coi lại.", "This is before the date of birth. Please check.")
_MISMATCH = Text("Ông/Bà coi lại chỗ này, ghi chưa đúng mẫu.", "Please check: this is not in the expected form.")

_NOT_IN_NAMES = re.compile(r"[^\w\s'’.-]|[\d_]")


def clean(element: Element, value: JsonValue) -> JsonValue:
    """Return an answer as it is kept: NFC, outer blanks gone, names in capitals, whole numbers as numbers."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value).strip()
    question = element.question
    if question.names:
        return " ".join(text.split()).upper()
    if question.kind is QuestionKind.NUMBER and re.fullmatch(r"-?\d+", text, re.ASCII):
        return int(text)
    return text


def complaints(element: Element, value: JsonValue, answers: Mapping[str, JsonValue], today: date) -> Iterator[Text]:
    """Yield what is wrong with a given answer, the most helpful first."""
    wrong_kind = _kind_complaint(element, value)
    if wrong_kind is not None:
        yield wrong_kind
        return
    for rule in element.rules:
        if not _keeps(rule, value):
            yield rule.text or _plain(rule)
    yield from _date_complaints(element, value, answers, today)


def _kind_complaint(element: Element, value: JsonValue) -> Text | None:
    question = element.question
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.DROPDOWN:
            return None if any(str(choice.value) == str(value) for choice in question.choices) else _CHOOSE
        case QuestionKind.NUMBER:
            return None if isinstance(value, int | float) and not isinstance(value, bool) else _NUMBER
        case QuestionKind.DATE | QuestionKind.PARTIAL_DATE:
            return None if read_date(question.kind, value) is not None else _DATE
        case QuestionKind.TEXT | QuestionKind.COMMENT | QuestionKind.TEL:
            return _NAME if question.names and _NOT_IN_NAMES.search(str(value)) else None
        case _:
            assert_never(question.kind)


def _keeps(rule: Rule, value: JsonValue) -> bool:
    match rule:
        case RegexRule(pattern):
            return pattern.search(str(value)) is not None
        case RangeRule(lowest, highest):
            if not isinstance(value, int | float):
                return False
            return (lowest is None or value >= lowest) and (highest is None or value <= highest)
        case LengthRule(shortest, longest):
            length = len(str(value))
            return (shortest is None or length >= shortest) and (longest is None or length <= longest)
        case _:
            assert_never(rule)


def _plain(rule: Rule) -> Text:
    match rule:
        case RegexRule():
            return _MISMATCH
        case RangeRule(lowest, highest):
            return _limits(lowest, highest)
        case LengthRule(shortest, longest):
            return _lengths(shortest, longest)
        case _:
            assert_never(rule)


def _limits(lowest: float | None, highest: float | None) -> Text:
    if lowest is not None and highest is not None:
        return Text(
            f"Ông/Bà ghi số từ {lowest:g} tới {highest:g}.", f"Please write a number from {lowest:g} to {highest:g}."
        )
    if lowest is not None:
        return Text(f"Ông/Bà ghi số từ {lowest:g} trở lên.", f"Please write {lowest:g} or more.")
    return Text(f"Ông/Bà ghi số không quá {highest:g}.", f"Please write {highest:g} or less.")


def _lengths(shortest: int | None, longest: int | None) -> Text:
    if shortest is not None:
        return Text(f"Ông/Bà ghi ít nhất {shortest} chữ.", f"Please write at least {shortest} characters.")
    return Text(f"Ông/Bà ghi không quá {longest} chữ.", f"Please write at most {longest} characters.")


def read_date(kind: QuestionKind, value: JsonValue) -> PartialDate | None:
    """Read an answer as a date: ISO for a date, ``dd/mm/yyyy | mm/yyyy | yyyy`` for a partial one; else None."""
    try:
        if kind is QuestionKind.DATE:
            day = date.fromisoformat(str(value))
            return PartialDate(day.year, day.month, day.day)
        return PartialDate.parse(str(value))
    except ValueError:
        return None


def _date_complaints(
    element: Element, value: JsonValue, answers: Mapping[str, JsonValue], today: date
) -> Iterator[Text]:
    rule, given = element.date_rule, read_date(element.question.kind, value)
    if given is None or rule == DateRule():
        return
    if rule.not_after_today and given.earliest > today:
        yield _FUTURE
    if rule.not_before is not None:
        other = answers.get(rule.not_before)
        earlier = read_date(QuestionKind.PARTIAL_DATE, other) or read_date(QuestionKind.DATE, other)
        if earlier is not None and _is_before(given, earlier):
            yield _TOO_EARLY


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Say whether one date surely lies before the other, at the coarser of the two precisions."""
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    for ours, theirs in pairs:
        if ours is None or theirs is None:
            return False
        if ours != theirs:
            return ours < theirs
    return False
