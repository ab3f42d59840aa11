"""Kinds of questions that are answered otherwise than by typing, and those that are not asked at all."""

from __future__ import annotations

from typing import Any

import pytest
from doubles.stage import Stage

from kiosk.domain.page import Side
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


# something else, in words


OTHER: dict[str, Any] = {
    "type": "radiogroup",
    "name": "kind",
    "title": "Loại giấy",
    "choices": ["Giấy ra viện"],
    "showOtherItem": True,
    "otherText": "Giấy khác",
}


def test_who_chooses_something_else_is_asked_what_it_is() -> None:
    stage = begun(OTHER)
    stage.session.answer("other")
    assert stage.asked == "kind-Comment"
    stage.session.answer("")
    assert stage.screen(screens.AskQuestion).error is not None
    stage.session.answer("Giấy của trạm y tế")
    assert stage.asked == "last"
    assert stage.submitted == {"kind": "other", "kind-Comment": "Giấy của trạm y tế"}
    stage.answer(last="x")
    stage.finish()
    assert stage.checked("Loại giấy: Giấy khác") == "Giấy của trạm y tế"


def test_what_something_else_is_goes_with_the_choice() -> None:
    stage = begun(OTHER)
    stage.answer(kind="other", **{"kind-Comment": "Giấy của trạm y tế"})
    stage.session.go_back()
    stage.session.go_back()
    assert stage.asked == "kind"
    stage.session.answer("Giấy ra viện")
    assert stage.asked == "last"
    assert stage.submitted == {"kind": "Giấy ra viện"}


# papers


SCAN: dict[str, Any] = {"type": "file", "name": "scan", "title": "Giấy của trạm y tế", "isRequired": True}


def test_a_paper_that_the_form_asks_for_is_scanned_like_those_of_the_procedure() -> None:
    stage = begun(SCAN, {"type": "file", "name": "more", "title": "Giấy thêm"})
    stage.answer(last="x")
    rows = {row.row.component: row.required for row in stage.screen(screens.Papers).rows}
    assert (rows["scan"], rows["more"]) == (True, False)
    stage.session.finish_papers()
    assert stage.screen(screens.Papers).missing
    stage.session.open_row("scan")
    stage.scanner.load((1, Side.FRONT))
    stage.session.start_scan()
    stage.session.keep_pages()
    assert stage.submitted["scan"] == [{"name": "scan_1_scan.pdf", "type": "application/pdf"}]
    stage.finish()
    assert stage.checked("Giấy của trạm y tế") == "1 mặt giấy"


def test_a_paper_given_up_is_missing_again() -> None:
    stage = begun(SCAN)
    stage.answer(last="x")
    stage.session.open_row("scan")
    stage.scanner.load((1, Side.FRONT))
    stage.session.start_scan()
    stage.session.keep_pages()
    stage.session.open_row("scan")
    stage.session.remove_page(0)
    assert "scan" not in stage.submitted
