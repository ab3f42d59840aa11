"""What touches make of a draft: typing, tones, dates of three precisions, and the answer that the form gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.model import Choice, Question, QuestionKind
from ui.viewmodels.question_draft import (
    Draft,
    Precision,
    answer_of,
    date_parts,
    draft_of,
    erase,
    know,
    put_tone,
    write,
)


def question(kind: QuestionKind, **more: object) -> Question:
    return Question("q", kind, Text("q", "q"), **more)  # type: ignore[arg-type]


TEXT, DATE = question(QuestionKind.TEXT), question(QuestionKind.DATE)
PARTIAL, NUMBER = question(QuestionKind.PARTIAL_DATE), question(QuestionKind.NUMBER)
CHOICE = question(QuestionKind.CHOICE, choices=(Choice(1, Text("A", "A")), Choice("b", Text("B", "B"))))


def typed(question: Question, letters: str, draft: Draft | None = None) -> Draft:
    draft = draft or Draft()
    for letter in letters:
        draft = write(draft, question, letter)
    return draft


def test_a_tone_acts_on_the_last_word_only() -> None:
    assert put_tone(typed(TEXT, "NGUYỄN THI"), "nặng").text == "NGUYỄN THỊ"


def test_there_are_never_two_blanks_in_a_row_nor_one_in_front() -> None:
    assert typed(TEXT, "  A  B").text == "A B"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (DATE, "1953-02-05"),
        (PARTIAL, "05/02/1953"),
        (PARTIAL, "02/1953"),
        (PARTIAL, "1953"),
        (TEXT, "AN"),
        (NUMBER, "7"),
        (CHOICE, 1),
        (CHOICE, "b"),
    ],
)
def test_an_answer_that_is_there_comes_back_untouched(question: Question, value: JsonValue) -> None:
    assert answer_of(question, draft_of(question, value)) == value


@pytest.mark.parametrize("question", [DATE, PARTIAL, TEXT, NUMBER, CHOICE])
def test_nothing_typed_is_no_answer(question: Question) -> None:
    assert answer_of(question, draft_of(question, None)) is None


def test_a_date_fills_day_month_and_year_in_turn() -> None:
    assert date_parts(typed(DATE, "050219")) == ("05", "02", "19")
    assert answer_of(DATE, typed(DATE, "05021953")) == "1953-02-05"


def test_only_the_year_is_known() -> None:
    draft = typed(PARTIAL, "1953", know(Draft(), Precision.YEAR))
    assert answer_of(PARTIAL, draft) == "1953"
    assert know(draft, Precision.YEAR) == draft
    assert know(draft, Precision.DAY).text == ""


@given(st.text(max_size=30))
def test_a_date_never_takes_more_than_its_digits(text: str) -> None:
    draft = typed(DATE, text)
    assert len(draft.text) <= 8
    assert draft.text == "" or (draft.text.isascii() and draft.text.isdigit())


@given(st.text(min_size=1, max_size=20))
def test_delete_takes_back_what_was_typed(text: str) -> None:
    draft = typed(TEXT, text)
    for _ in range(len(draft.text)):
        draft = erase(draft)
    assert draft.text == ""
    assert erase(draft) == draft


def test_a_form_limits_the_length() -> None:
    assert typed(question(QuestionKind.TEL, max_length=12), "0" * 20).text == "0" * 12
