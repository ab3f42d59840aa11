"""Kinds of questions that are answered otherwise than by typing, and those that are not asked at all."""

from __future__ import annotations

from typing import Any

import pytest
from doubles.stage import Stage

from kiosk.domain.text import Text
from kiosk.forms.model import QuestionKind
from kiosk.session import screens

LAST: dict[str, Any] = {"type": "text", "name": "last", "title": "Câu cuối"}
SEVERAL: dict[str, Any] = {
    "type": "checkbox",
    "name": "several",
    "title": "Đổi gì",
    "isRequired": True,
    "choices": [{"value": "a", "text": "Họ tên"}, {"value": "b", "text": "Giới tính"}, {"value": "c", "text": "Nơi ở"}],
}
YES_OR_NO: dict[str, Any] = {
    "type": "boolean",
    "name": "married",
    "title": "Đã có vợ, có chồng",
    "labelTrue": "Có rồi",
    "labelFalse": "Chưa",
    "isRequired": True,
}
TOLD: dict[str, Any] = {"type": "html", "name": "told", "title": "Coi lại", "html": "<p>Coi lại <b>ngày sinh</b>.</p>"}


def begun(*elements: dict[str, Any]) -> Stage:
    stage = Stage((*elements, LAST))
    stage.begin()
    return stage


# several, and yes or no


def test_several_answers_are_kept_in_their_order_and_read_in_words() -> None:
    stage = begun(SEVERAL)
    stage.session.answer(["c", "a"])
    assert stage.submitted["several"] == ["c", "a"]
    stage.answer(last="x")
    stage.finish()
    assert stage.checked("Đổi gì") == "Nơi ở, Họ tên"


@pytest.mark.parametrize("nothing", [None, []])
def test_none_of_several_is_no_answer(nothing: object) -> None:
    stage = begun(SEVERAL)
    stage.session.answer(nothing)  # type: ignore[arg-type]  # an empty list is JSON
    assert stage.asked == "several"
    assert stage.screen(screens.AskQuestion).error is not None


def test_what_only_one_of_several_opens_is_asked_then() -> None:
    stage = begun(SEVERAL, {"type": "text", "name": "where", "title": "Ở đâu", "visibleIf": "{several} contains 'c'"})
    stage.session.answer(["a", "b"])
    assert stage.asked == "last"
    stage.session.go_back()
    stage.session.answer(["a", "c"])
    assert stage.asked == "where"


@pytest.mark.parametrize(("value", "words"), [(True, "Có rồi"), (False, "Chưa")])
def test_no_is_an_answer_as_good_as_yes(value: bool, words: str) -> None:
    stage = begun(YES_OR_NO)
    stage.session.answer(value)
    assert stage.asked == "last"
    stage.answer(last="x")
    stage.finish()
    assert stage.checked("Đã có vợ, có chồng") == words
    assert stage.submitted["married"] is value


def test_yes_or_no_must_be_said() -> None:
    stage = begun(YES_OR_NO)
    stage.session.answer(None)
    assert stage.screen(screens.AskQuestion).error is not None


# what is told, worked out, locked or scanned


def test_a_notice_is_shown_and_passed_by_going_on() -> None:
    stage = begun(TOLD)
    shown = stage.screen(screens.AskQuestion)
    assert (shown.question.kind, shown.required) == (QuestionKind.HTML, False)
    assert shown.question.html == Text("<p>Coi lại <b>ngày sinh</b>.</p>", "<p>Coi lại <b>ngày sinh</b>.</p>")
    stage.session.answer(None)
    assert stage.asked == "last"
    stage.session.go_back()
    assert stage.asked == "told"


def test_a_notice_is_no_answer_on_the_check_page_nor_in_the_dossier() -> None:
    stage = begun(TOLD)
    stage.answer(told=None, last="x")
    stage.finish()
    assert "Coi lại" not in [row.label.vi for row in stage.screen(screens.Check).rows]
    assert stage.submitted == {"last": "x"}


@pytest.mark.parametrize(
    "silent",
    [
        {"type": "expression", "name": "sum", "title": "Tổng", "expression": "1 + 2"},
        {"type": "text", "name": "fixed", "title": "Cố định", "readOnly": True, "defaultValue": "x"},
        {"type": "text", "name": "shut", "title": "Khóa", "enableIf": "1 = 2", "isRequired": True},
        {"type": "file", "name": "scan", "title": "Giấy"},
    ],
    ids=lambda one: one["name"],
)
def test_what_the_citizen_cannot_answer_is_not_asked(silent: dict[str, Any]) -> None:
    stage = begun(silent)
    assert stage.asked == "last"
    stage.answer(last="x")
    stage.finish()


def test_what_is_worked_out_stands_on_the_check_page_and_cannot_be_changed() -> None:
    stage = begun({"type": "expression", "name": "sum", "title": "Tổng", "expression": "1 + 2"})
    stage.answer(last="x")
    stage.finish()
    row = next(row for row in stage.screen(screens.Check).rows if row.label.vi == "Tổng")
    assert (row.value.vi, row.change) == ("3", None)


def test_a_question_that_an_answer_unlocks_is_asked() -> None:
    unlocked = {"type": "text", "name": "spouse", "title": "Tên", "enableIf": "{married} = true", "isRequired": True}
    stage = begun(YES_OR_NO, unlocked)
    stage.session.answer(False)
    assert stage.asked == "last"
    stage.session.go_back()
    stage.session.answer(True)
    assert stage.asked == "spouse"
