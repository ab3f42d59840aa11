"""A date is read back in words; what no calendar has is said as soon as it stands there, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text import Text
from kiosk.forms.model import Question, QuestionKind
from ui.viewmodels.question_date import Parts, read_back, say_doubt
from ui.viewmodels.question_draft import Draft, Precision, date_parts, go_to, know, write

PARTIAL = Question("q", QuestionKind.PARTIAL_DATE, Text("q", "q"))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def typed(digits: str, precision: Precision = Precision.DAY) -> Draft:
    draft = know(Draft(), precision)
    for digit in digits:
        draft = write(draft, PARTIAL, digit)
    return draft


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_can_be_typed_is_never_doubted_and_is_read_back(day: date) -> None:
    digits = f"{day:%d%m%Y}"
    for end in range(len(digits) + 1):
        assert say_doubt(Parts(*date_parts(typed(digits[:end])))) is None
    said = read_back(Parts(*date_parts(typed(digits))))
    assert said is not None
    assert plain(said.vi) == f"Ngày {day.day} tháng {day.month} năm {day.year}"
    assert plain(said.en) == f"{day.day} {day:%B} {day.year}"


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("32", "Không có ngày 32."),
        ("00", "Không có ngày 00."),
        ("0113", "Không có tháng 13."),
        ("3102", "Tháng 2 không có ngày 31."),
        ("3104", "Tháng 4 không có ngày 31."),
        ("29021955", "Năm 1955, tháng 2 không có ngày 29."),
    ],
)
def test_what_no_calendar_has_is_said_at_once(digits: str, words: str) -> None:
    assert say_doubt(Parts(*date_parts(typed(digits[:-1])))) is None
    doubt = say_doubt(Parts(*date_parts(typed(digits))))
    assert doubt is not None
    assert plain(doubt.vi).startswith(words)
    assert read_back(Parts(*date_parts(typed(digits)))) is None


def test_what_is_known_is_read_back() -> None:
    month = read_back(Parts(*date_parts(typed("91956", Precision.MONTH))))
    year = read_back(Parts(*date_parts(typed("1956", Precision.YEAR))))
    assert month is not None
    assert year is not None
    assert (plain(month.vi), month.en) == ("Tháng 9 năm 1956", "September 1956")
    assert (plain(year.vi), year.en) == ("Năm 1956", "The year 1956")


def test_a_digit_that_nothing_begins_with_is_whole() -> None:
    assert date_parts(typed("591956")) == ("05", "09", "1956")
    assert date_parts(typed("31121956")) == ("31", "12", "1956")


def test_a_part_can_be_written_again() -> None:
    assert go_to(typed("2"), Precision.MONTH).text == "02"
    assert go_to(typed("02091956"), Precision.YEAR).text == "0209"
    assert go_to(typed("02091956"), Precision.MONTH).text == "02"
    assert go_to(typed("02091956"), Precision.DAY).text == ""
    assert go_to(typed("2"), Precision.YEAR).text == "2"
    assert go_to(typed("1", Precision.MONTH), Precision.YEAR).text == "01"
    assert go_to(typed("1", Precision.MONTH), Precision.DAY).text == "1"
