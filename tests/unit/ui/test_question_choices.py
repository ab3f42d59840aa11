"""Choices of one, of several, of yes or no, of hundreds, and what is only told: what is shown and what is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from doubles.models import model_of, view_of

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Language, Text
from kiosk.forms.model import Choice, Question, QuestionKind
from kiosk.session.screens import AskQuestion, Progress
from ui.viewmodels.question import AskQuestionModel
from ui.viewmodels.question_draft import Draft, answer_of, choose, draft_of

LETTERS = tuple(Choice(letter, Text(letter.upper(), letter.upper())) for letter in "abc")
NONE = Choice("none", Text("Không có", "None"))
PLACES = tuple(Choice(str(number), Text(f"Xã Số {number}", f"Commune {number}")) for number in range(40))


def question(kind: QuestionKind, choices: tuple[Choice, ...] = (), **more: Any) -> Question:
    return Question("q", kind, Text("Câu hỏi", "Question"), choices=choices, **more)


CHECKBOX = question(QuestionKind.CHECKBOX, (*LETTERS, NONE))
BOOLEAN = question(QuestionKind.BOOLEAN, (Choice(True, Text("Có", "Yes")), Choice(False, Text("Không", "No"))))
LONG_LIST = question(QuestionKind.DROPDOWN, PLACES)


def asked(question: Question, value: JsonValue = None, *, required: bool = True) -> AskQuestion:
    return AskQuestion(Progress(3, 7, Text("Bước", "Step")), question, value, required)


def chosen(model: AskQuestionModel) -> list[str]:
    return [answer.value for row in model.props.rows for answer in row if answer.chosen]


# several


def test_each_touch_takes_a_choice_or_lets_it_go() -> None:
    model, told = model_of(AskQuestionModel, asked(CHECKBOX))
    for value in "caba":
        model.choose(value)
    assert chosen(model) == ["b", "c"]
    model.next()
    assert told == [("answer", ["c", "b"])]


def test_none_of_them_goes_with_nothing_else() -> None:
    draft = Draft()
    for value in ("a", "b", "none"):
        draft = choose(draft, CHECKBOX, value)
    assert draft.several == ("none",)
    assert choose(draft, CHECKBOX, "a").several == ("a",)


@pytest.mark.parametrize("value", [["a"], ["c", "a"], ["none"]])
def test_several_answers_come_back_untouched(value: list[JsonValue]) -> None:
    answer = answer_of(CHECKBOX, draft_of(CHECKBOX, value))
    assert isinstance(answer, list)
    assert sorted(map(str, answer)) == sorted(map(str, value))


def test_none_chosen_is_no_answer() -> None:
    assert answer_of(CHECKBOX, choose(choose(Draft(), CHECKBOX, "a"), CHECKBOX, "a")) is None
    assert answer_of(CHECKBOX, draft_of(CHECKBOX, "a")) is None


def test_what_cannot_be_chosen_is_not() -> None:
    shut = replace(CHECKBOX, choices=(replace(LETTERS[0], disabled=True), *LETTERS[1:]))
    assert choose(Draft(), shut, "a") == Draft()
    assert choose(Draft(), shut, "nothing") == Draft()


# yes or no


@pytest.mark.parametrize(("value", "answer"), [("True", True), ("False", False)])
def test_yes_and_no_are_answers(value: str, answer: bool) -> None:
    model, told = model_of(AskQuestionModel, asked(BOOLEAN))
    assert not model.props.answered
    model.choose(value)
    assert model.props.answered
    model.next()
    assert told == [("answer", answer)]


@pytest.mark.parametrize("value", [True, False])
def test_a_yes_or_no_that_was_given_is_shown_again(value: bool) -> None:
    model, _ = model_of(AskQuestionModel, asked(BOOLEAN, value))
    assert chosen(model) == [str(value)]


# hundreds


def test_a_long_list_is_looked_up_by_its_letters() -> None:
    model, told = model_of(AskQuestionModel, asked(LONG_LIST))
    assert model.props.looking
    model.type("37")
    assert [row[0].text for row in model.props.rows] == ["Xã Số 37"]
    model.choose("37")
    assert model.props.looked_up == "Xã Số 37"
    model.next()
    assert told == [("answer", "37")]


def test_the_chosen_one_stands_first_while_nothing_is_typed() -> None:
    model, _ = model_of(AskQuestionModel, asked(LONG_LIST, "25"))
    assert [row[0].value for row in model.props.rows] == ["25", "0", "1"]
    model.type("3")
    assert "25" not in [row[0].value for row in model.props.rows]


def test_letters_alone_are_no_answer() -> None:
    model, told = model_of(AskQuestionModel, asked(LONG_LIST))
    model.type("XÃ")
    assert not model.props.answered
    model.next()
    assert told == [("answer", None)]


def test_a_short_dropdown_is_chosen_from_like_any_choice() -> None:
    model, _ = model_of(AskQuestionModel, asked(question(QuestionKind.DROPDOWN, LETTERS)))
    assert not model.props.looking
    assert [answer.value for row in model.props.rows for answer in row] == ["a", "b", "c"]


# told


def test_what_is_told_has_its_words_and_no_tags() -> None:
    html = question(QuestionKind.HTML, html=Text("<p>Coi lại <b>ngày sinh</b> &amp; tên</p>", "<p>Look</p>"))
    model, told = model_of(AskQuestionModel, asked(html, required=False))
    assert " ".join(model.props.told.split()) == "Coi lại ngày sinh & tên"
    model.show(view_of(asked(html, required=False), Language.ENGLISH))
    assert model.props.told == "Look"
    model.next()
    assert told == [("answer", None)]


# the draft


def test_a_refused_answer_stays_on_the_screen_and_a_touch_takes_the_complaint_away() -> None:
    model, _ = model_of(AskQuestionModel, asked(BOOLEAN))
    model.choose("True")
    model.show(view_of(replace(asked(BOOLEAN), error=Text("Sai", "Wrong"))))
    assert (model.props.error, chosen(model)) == ("Sai", ["True"])
    model.choose("False")
    assert (model.props.error, chosen(model)) == ("", ["False"])


def test_the_next_question_begins_with_its_own_answer() -> None:
    model, _ = model_of(AskQuestionModel, asked(BOOLEAN, True))
    model.show(view_of(asked(replace(CHECKBOX, name="next"), ["b"])))
    assert chosen(model) == ["b"]


def test_only_an_optional_question_is_passed_over() -> None:
    model, told = model_of(AskQuestionModel, asked(BOOLEAN))
    model.skip()
    assert told == []
    model.show(view_of(asked(BOOLEAN, required=False)))
    model.skip()
    assert told == [("skip",)]
