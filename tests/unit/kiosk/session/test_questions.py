"""The questions of an e-form in a session: going back and changing lose nothing, a wrong answer says what to write."""

from __future__ import annotations

import pytest
from doubles.extract_stage import ROW, ExtractStage

from kiosk.session import screens
from kiosk.session.screens import ChangeKind, ChangeTarget


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def value(stage: ExtractStage, label: str) -> str:
    return next(row.value.vi for row in stage.screen(screens.Check).rows if row.label.vi == label)


def test_the_check_page_shows_every_answer_in_words_and_hides_the_number(stage: ExtractStage) -> None:
    stage.to_check()
    assert value(stage, "Họ, chữ đệm, tên người được đăng ký hộ tịch") == "NGUYỄN VĂN PHƯỚC"
    assert value(stage, "Giới tính") == "Nam"
    assert value(stage, "Lệ phí") == "16.000 đồng (2 bản)"
    assert "1234" in value(stage, "Số định danh cá nhân")
    assert "087165001234" not in str(stage.screen(screens.Check).rows)


def test_a_wrong_answer_stays_and_says_what_to_write(stage: ExtractStage) -> None:
    stage.type_identity()
    stage.session.answer("Trần Thị Mười")
    stage.session.answer("123")
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "id_number"
    assert asked.error is not None
    assert "12 số" in asked.error.vi


def test_going_back_loses_no_answer(stage: ExtractStage) -> None:
    stage.to_papers()
    names = []
    while isinstance(stage.session.view.screen, screens.Papers | screens.AskQuestion):
        stage.session.go_back()
        if isinstance(asked := stage.session.view.screen, screens.AskQuestion):
            names.append(asked.question.name)
            assert asked.value is not None or not asked.required
    assert names[-1] == "full_name"
    stage.session.type_identity()
    stage.answer_all()
    stage.screen(screens.Papers)


def test_a_change_comes_straight_back_to_the_check_page(stage: ExtractStage) -> None:
    stage.to_check()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    assert stage.screen(screens.AskQuestion).changing
    stage.session.answer(5)
    assert value(stage, "Lệ phí") == "40.000 đồng (5 bản)"


def test_a_change_that_opens_new_questions_asks_them_first(stage: ExtractStage) -> None:
    stage.to_check(citizenQuanhe="Bản thân")
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenQuanhe"))
    stage.session.answer("Khác")
    assert stage.screen(screens.AskQuestion).question.name == "citizenField8"
    stage.session.answer("BẠN")
    assert stage.screen(screens.AskQuestion).question.name == "citizenNDK_HoVaTen"
    stage.answer_all()
    assert stage.screen(screens.Papers).next_row == ROW


def test_back_from_a_change_is_the_check_page(stage: ExtractStage) -> None:
    stage.to_check()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    stage.session.go_back()
    stage.screen(screens.Check)


def test_who_asks_for_themselves_goes_through_fewer_steps(stage: ExtractStage) -> None:
    stage.type_identity()
    stage.session.answer("Trần Thị Mười")
    stage.session.answer("087165001234")
    stage.session.answer("Bản thân")
    assert stage.screen(screens.AskQuestion).question.name == "citizenLoaiViecYeuCau"


def test_the_fee_is_told_beside_the_way_of_getting_the_result(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.session.finish_papers()
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "method"
    assert asked.fee is not None
    assert asked.fee.vi == "16.000 đồng (2 bản)"
    stage.answer_all()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    assert stage.screen(screens.AskQuestion).fee is None
