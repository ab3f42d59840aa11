"""Whether an answer will do, and if not, a sentence that says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import assert_never

from kiosk.domain.dates import PartialDate
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.answers import is_above, is_below
from kiosk.forms.cells import Cell
from kiosk.forms.expressions import evaluate
from kiosk.forms.expressions.dates import read_moment
from kiosk.forms.expressions.values import Value, is_blank, is_number, is_true, read_number, write_text
from kiosk.forms.model import QuestionKind, comment_on
from kiosk.forms.nodes import (
    CountRule,
    DateRule,
    EmailRule,
    ExpressionRule,
    LengthRule,
    RangeRule,
    RegexRule,
    Rule,
)
from kiosk.forms.sheet import Sheet

REQUIRED = Text("Ông/Bà chưa trả lời câu này.", "Please answer this question.")
DUPLICATE = Text(
    "Mục này đã ghi ở trên rồi. Ông/Bà coi lại.",
    "This is already in the list above. Please check.",
    "Mục này đã ghi ở trên rồi. Ông/Bà xem lại.",
)
_OTHER = Text("Ông/Bà ghi rõ là gì.", "Please say what it is.")
_NUMBER = Text("Ông/Bà ghi bằng số, không ghi chữ.", "Please write a number, without letters.")
_NAME = Text("Tên chỉ có chữ cái, không có số hay ký hiệu.", "A name has letters only, no digits or signs.")
_DATE = Text(
    "Ngày này không có trong lịch. Ông/Bà ghi ngày, tháng, năm, thí dụ 05/02/1953.",
    "No calendar has this date. Please write day, month and year, such as 05/02/1953.",
)
_FUTURE = Text(
    "Ngày này chưa tới. Ông/Bà coi lại năm.",
    "This date is in the future. Please check the year.",
    "Ngày này chưa tới. Ông/Bà xem lại năm.",
)
_TOO_EARLY = Text(
    "Ngày này sớm hơn ngày sinh. Ông/Bà coi lại.",
    "This is before the date of birth. Please check.",
    "Ngày này sớm hơn ngày sinh. Ông/Bà xem lại.",
)
_EMAIL = Text(
    "Địa chỉ email có dạng ten@noi.vn. Ông/Bà coi lại.",
    "An e-mail address looks like name@place.vn.",
    "Địa chỉ email có dạng ten@noi.vn. Ông/Bà xem lại.",
)
_MISMATCH = Text(
    "Ông/Bà coi lại chỗ này, ghi chưa đúng mẫu.",
    "Please check: this is not in the expected form.",
    "Ông/Bà xem lại chỗ này, ghi chưa đúng mẫu.",
)
_DIGITS = Text("Ông/Bà ghi bằng chữ, không ghi số.", "Please write letters, no digits.")

_NOT_IN_NAMES = re.compile(r"[^\w\s'’.-]|[\d_]")
_ENDS_IN_DIGITS = re.compile(r"\d+$", re.ASCII)
_IS_EMAIL = re.compile(
    r'(?:[^<>()\[\].,;:\s@"]+(?:\.[^<>()\[\].,;:\s@"]+)*|".+")'
    r'@(?:[^<>()=\[\].,;:\s@"]+\.)+[^<>()=\[\].,;:\s@"]{2,}'
)
_LONGEST_EMAIL = 320
_CHOOSING = (QuestionKind.CHOICE, QuestionKind.DROPDOWN, QuestionKind.CHECKBOX)
_DATES = (QuestionKind.DATE, QuestionKind.PARTIAL_DATE)


def complaints(cell: Cell, sheet: Sheet, today: date) -> Iterator[Text]:
    """Yield what is wrong with an answer, the most helpful first. Rules are asked only when the kind is right."""
    value, element = cell.value, cell.element
    found = list(_kind_complaints(cell)) + list(_limit_complaints(cell))
    if element.question.kind is QuestionKind.EMAIL and not any(isinstance(rule, EmailRule) for rule in element.rules):
        found += [] if is_blank(value) or _is_email(value) else [_EMAIL]
    if not found:
        found = [rule.text or _plain(rule) for rule in element.rules if not _keeps(rule, cell, sheet)]
        found += _date_complaints(cell, sheet, today)
    yield from found


def _kind_complaints(cell: Cell) -> Iterator[Text]:
    value, question = cell.value, cell.element.question
    if is_blank(value):
        return
    match question.kind:
        case QuestionKind.NUMBER:
            if not is_number(value):
                yield _NUMBER
        case QuestionKind.DATE | QuestionKind.PARTIAL_DATE:
            if read_date(question.kind, value) is None:
                yield _DATE
        case QuestionKind.TEXT | QuestionKind.COMMENT:
            if question.names and _NOT_IN_NAMES.search(str(value)):
                yield _NAME
        case _:
            return


def other_complaint(cell: Cell) -> Text | None:
    """Return what is wrong with the words beside *other*: they are needed when it is chosen."""
    if not cell.asks_for_other or not is_blank(cell.holder.get(comment_on(cell.name))):
        return None
    return cell.element.other_text or _OTHER


# limits


def _limit_complaints(cell: Cell) -> Iterator[Text]:
    limits, value = cell.element.limits, cell.value
    if is_blank(value):
        return
    if limits is not None and is_below(cell, value):
        yield limits.least_text or _limits_text(cell.least, None)
    if limits is not None and is_above(cell, value):
        yield limits.greatest_text or _limits_text(None, cell.greatest)
    step = cell.element.step
    if step and cell.element.question.kind is QuestionKind.NUMBER and is_number(value):
        steps = read_number(value) / step
        if abs(steps - round(steps)) > 1e-9:  # noqa: PLR2004 - the dust of binary fractions
            yield Text(f"Ông/Bà ghi số chia hết cho {step:g}.", f"Please write a multiple of {step:g}.")


def _limits_text(least: Value, greatest: Value) -> Text:
    if least is not None:
        return Text(f"Ông/Bà ghi từ {_shown(least)} trở lên.", f"Please write {_shown(least)} or more.")
    return Text(f"Ông/Bà ghi không quá {_shown(greatest)}.", f"Please write {_shown(greatest)} or less.")


def _shown(value: Value) -> str:
    moment = read_moment(value) if isinstance(value, str) else None
    return write_text(value) if moment is None else f"{moment:%d/%m/%Y}"


# rules


def _keeps(rule: Rule, cell: Cell, sheet: Sheet) -> bool:
    value = cell.value
    if isinstance(rule, ExpressionRule):
        return is_true(evaluate(rule.expression, sheet.scope(cell)))
    if isinstance(rule, CountRule):
        return _has_right_count(rule, value)
    if is_blank(value):
        return True
    match rule:
        case RegexRule(pattern):
            return all(pattern.search(write_text(one)) for one in (value if isinstance(value, list) else [value]))
        case RangeRule(lowest, highest):
            number = read_number(value)
            return is_number(value) and (lowest is None or number >= lowest) and (highest is None or number <= highest)
        case LengthRule(shortest, longest, _, digits):
            text = write_text(value)
            if not digits and _ENDS_IN_DIGITS.search(text):
                return False
            if not isinstance(value, str):
                return True
            return (shortest is None or len(text) >= shortest) and (longest is None or len(text) <= longest)
        case EmailRule():
            return not is_true(value) or _is_email(value)
        case _:
            assert_never(rule)


def _has_right_count(rule: CountRule, value: JsonValue) -> bool:
    chosen = value if isinstance(value, list) else []
    if rule.always and chosen == ["none"]:
        return True
    if not chosen and not rule.always:
        return True
    return (not rule.fewest or len(chosen) >= rule.fewest) and (not rule.most or len(chosen) <= rule.most)


def _is_email(value: JsonValue) -> bool:
    text = write_text(value)
    return len(text) <= _LONGEST_EMAIL and _IS_EMAIL.fullmatch(text) is not None


def _plain(rule: Rule) -> Text:
    match rule:
        case RegexRule() | ExpressionRule():
            return _MISMATCH
        case RangeRule(lowest, highest):
            return _range(lowest, highest)
        case LengthRule(shortest, longest):
            return _lengths(shortest, longest)
        case EmailRule():
            return _EMAIL
        case CountRule(fewest, most):
            return _counts(fewest, most)
        case _:
            assert_never(rule)


def _range(lowest: float | None, highest: float | None) -> Text:
    if lowest is not None and highest is not None:
        return Text(
            f"Ông/Bà ghi số từ {lowest:g} tới {highest:g}.", f"Please write a number from {lowest:g} to {highest:g}."
        )
    if lowest is None and highest is None:
        return _NUMBER
    return _limits_text(lowest, highest)


def _lengths(shortest: int | None, longest: int | None) -> Text:
    if shortest is not None:
        return Text(f"Ông/Bà ghi ít nhất {shortest} chữ.", f"Please write at least {shortest} characters.")
    if longest is not None:
        return Text(f"Ông/Bà ghi không quá {longest} chữ.", f"Please write at most {longest} characters.")
    return _DIGITS


def _counts(fewest: int | None, most: int | None) -> Text:
    if fewest:
        return Text(f"Ông/Bà chọn ít nhất {fewest} ô.", f"Please choose at least {fewest}.")
    return Text(f"Ông/Bà chọn không quá {most} ô.", f"Please choose at most {most}.")


# dates


def read_date(kind: QuestionKind, value: JsonValue) -> PartialDate | None:
    """Read an answer as a date: ISO for a date, ``dd/mm/yyyy | mm/yyyy | yyyy`` for a partial one; else None."""
    try:
        if kind is QuestionKind.DATE:
            day = date.fromisoformat(str(value))
            return PartialDate(day.year, day.month, day.day)
        return PartialDate.parse(str(value))
    except ValueError:
        return None


def _date_complaints(cell: Cell, sheet: Sheet, today: date) -> Iterator[Text]:
    rule, given = cell.element.date_rule, read_date(cell.element.question.kind, cell.value)
    if given is None or rule == DateRule() or cell.element.question.kind not in _DATES:
        return
    if rule.not_after_today and given.earliest > today:
        yield _FUTURE
    if rule.not_before is not None:
        other = cell.holder.get(rule.not_before)
        other = sheet.data.get(rule.not_before) if other is None else other
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
