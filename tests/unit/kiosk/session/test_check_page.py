"""The check page: answers under their steps, numbers that are covered, and what was left open."""

from __future__ import annotations

from typing import Any

import pytest
from doubles.stage import Stage

from kiosk.forms.form import parse_form
from kiosk.forms.problems import FormError
from kiosk.session import screens

YEAR: dict[str, Any] = {"type": "text", "name": "year", "title": "Năm sinh của cha", "aps": {"unknown": True}}
PLACE: dict[str, Any] = {"type": "text", "name": "place", "title": "Nơi sinh"}
NUMBER: dict[str, Any] = {
    "type": "text",
    "name": "number",
    "title": "Số định danh của cha",
    "aps": {"field": "id_number"},
}
LOOK = "form:number"


def row(stage: Stage, label: str) -> screens.CheckRow:
    return next(row for row in stage.screen(screens.Check).rows if row.label.vi == label)


def to_check(stage: Stage, **answers: Any) -> None:
    stage.begin()
    stage.answer(**answers)
    stage.finish()


def test_each_answer_stands_under_the_step_in_which_it_was_asked() -> None:
    stage = Stage((PLACE,))
    to_check(stage, place="cà mau")
    steps = [row.step.vi for row in stage.screen(screens.Check).rows]
    assert list(dict.fromkeys(steps)) == [
        "Hồ sơ này",
        "Người đứng đơn",
        "Một",
        "Nhận kết quả, đóng tiền",
    ]
    assert row(stage, "Nơi sinh").step.vi == "Một"


def test_what_is_not_known_is_blank_for_the_portal_and_said_on_the_check_page() -> None:
    stage = Stage((YEAR, PLACE))
    stage.begin()
    stage.session.say_unknown()
    stage.answer(place=None)
    stage.finish()
    assert row(stage, "Năm sinh của cha").value.vi == "Tôi không biết"
    assert row(stage, "Nơi sinh").value.vi == "Chưa ghi (không bắt buộc)"
    assert stage.submitted.get("year") is None


def test_what_is_remembered_later_is_not_unknown_any_more() -> None:
    stage = Stage((YEAR, PLACE))
    stage.begin()
    stage.session.say_unknown()
    stage.session.go_back()
    stage.answer(year=None, place="cà mau")
    stage.finish()
    assert row(stage, "Năm sinh của cha").value.vi == "Chưa ghi (không bắt buộc)"
    stage.change("year")
    stage.session.answer("1950")
    assert row(stage, "Năm sinh của cha").value.vi == "1950"


def test_not_knowing_is_no_answer_where_the_law_wants_one() -> None:
    stage = Stage((PLACE,))
    stage.begin()
    stage.session.say_unknown()
    assert stage.asked == "place"


def test_a_form_cannot_allow_a_blank_for_what_it_requires() -> None:
    element = {**YEAR, "isRequired": True}
    with pytest.raises(FormError, match="cannot be left blank"):
        parse_form({"pages": [{"name": "one", "elements": [element]}]}, "form.json")


def test_a_number_is_covered_until_it_is_looked_at_and_again_after_a_moment() -> None:
    stage = Stage((NUMBER,))
    to_check(stage, number="087155004821")
    assert row(stage, "Số định danh của cha").value.vi == "••••••••4821"
    assert row(stage, "Số định danh của cha").look == LOOK
    assert "087155004821" not in repr(stage.session.view)
    stage.session.look_at(LOOK)
    assert stage.screen(screens.Check).number == "087155004821"
    stage.jobs.pass_time(19)
    assert stage.screen(screens.Check).uncovered == LOOK
    stage.jobs.pass_time(2)
    assert "087155004821" not in repr(stage.session.view)


def test_the_next_touch_covers_a_number_and_so_does_leaving_the_page() -> None:
    stage = Stage((NUMBER,))
    to_check(stage, number="087155004821")
    stage.session.look_at(LOOK)
    stage.session.touched()
    assert "087155004821" not in repr(stage.session.view)
    stage.session.look_at(LOOK)
    stage.session.confirm_answers()
    stage.session.go_back()
    assert "087155004821" not in repr(stage.session.view)


def test_a_second_look_has_its_whole_time() -> None:
    stage = Stage((NUMBER,))
    to_check(stage, number="087155004821")
    stage.session.look_at(LOOK)
    stage.jobs.pass_time(15)
    stage.session.look_at(LOOK)
    stage.jobs.pass_time(15)
    assert stage.screen(screens.Check).number == "087155004821"


def test_nothing_stays_uncovered_for_the_next_citizen() -> None:
    stage = Stage((NUMBER,))
    to_check(stage, number="087155004821")
    stage.session.look_at(LOOK)
    stage.session.wipe()
    to_check(stage, number="087155009999")
    assert stage.screen(screens.Check).uncovered == ""


SKIP = {"skip": {"words": {"vi": "Không có giấy cũ", "en": "No old paper"}, "through": "book"}}
ENTRY: dict[str, Any] = {"type": "text", "name": "entry", "title": "Số", "aps": SKIP}
BOOK: dict[str, Any] = {"type": "text", "name": "book", "title": "Quyển số"}


def test_what_is_skipped_together_is_passed_over_by_one_touch_and_stands_in_one_row() -> None:
    stage = Stage((ENTRY, YEAR, BOOK, PLACE))
    stage.begin()
    stage.session.skip()
    assert stage.asked == "place"
    stage.answer(place="cà mau")
    stage.finish()
    open_rows = [row for row in stage.screen(screens.Check).rows if row.value.vi == "Chưa ghi (không bắt buộc)"]
    assert [row.label.vi for row in open_rows] == ["Số, Năm sinh của cha, Quyển số"]
    assert open_rows[0].change is not None
    stage.session.change(open_rows[0].change)
    assert not stage.screen(screens.AskQuestion).changing
    stage.session.skip()
    assert stage.asked == "year"
    stage.answer(year=None)
    assert stage.screen(screens.AskQuestion).changing
    stage.answer(book="3")
    assert row(stage, "Quyển số").value.vi == "3"
    assert row(stage, "Số, Năm sinh của cha").value.vi == "Chưa ghi (không bắt buộc)"


def test_skipping_keeps_what_was_answered_further_on_and_stops_at_what_is_required() -> None:
    stage = Stage((ENTRY, {**YEAR, "aps": {}, "requiredIf": "{book} = '1'"}, BOOK, PLACE))
    stage.begin()
    stage.answer(entry="12/1990", year="1950", book="1")
    for _ in range(3):
        stage.session.go_back()
    assert stage.asked == "entry"
    stage.session.skip()
    assert stage.asked == "year"
    stage.answer(year="1950", book="1", place=None)
    stage.finish()
    assert (row(stage, "Số").value.vi, row(stage, "Quyển số").value.vi) == ("Chưa ghi (không bắt buộc)", "1")


def test_what_is_required_cannot_be_skipped() -> None:
    stage = Stage(({**PLACE, "isRequired": True},))
    stage.begin()
    stage.session.skip()
    assert stage.asked == "place"


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ({**ENTRY, "isRequired": True}, "cannot be passed over"),
        ({**ENTRY, "aps": {**SKIP, "unknown": True}}, "offers Tôi không biết already"),
        ({**ENTRY, "aps": {"skip": {"words": "Bỏ qua"}}}, "lacks words or through"),
        ({**ENTRY, "aps": {"skip": {"words": "Bỏ qua", "through": "nowhere"}}}, "names 'nowhere'"),
    ],
)
def test_a_form_cannot_skip_what_makes_no_sense(element: dict[str, Any], words: str) -> None:
    with pytest.raises(FormError, match=words):
        parse_form({"pages": [{"name": "one", "elements": [element, BOOK]}]}, "form.json")
