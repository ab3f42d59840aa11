"""Lists of people: each is asked by itself, may be opened again or taken off, and none is lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
from doubles.stage import Stage

from kiosk.session import screens

MEMBER: dict[str, Any] = {
    "type": "paneldynamic",
    "name": "members",
    "title": "Người cùng đi",
    "keyName": "number",
    "minPanelCount": 1,
    "maxPanelCount": 3,
    "templateElements": [
        {"type": "text", "name": "name", "title": "Tên", "isRequired": True, "aps": {"names": True}},
        {"type": "text", "name": "number", "title": "Số"},
        {"type": "text", "name": "why", "title": "Vì sao", "visibleIf": "{panel.number} = '9'", "isRequired": True},
    ],
}
TABLE: dict[str, Any] = {
    "type": "matrixdynamic",
    "name": "papers",
    "title": "Giấy tờ",
    "rowCount": 0,
    "maxRowCount": 2,
    "columns": [{"name": "paper", "title": "Tên giấy", "cellType": "text", "isRequired": True}],
}
LAST: dict[str, Any] = {"type": "text", "name": "last", "title": "Câu cuối"}


@pytest.fixture
def stage() -> Stage:
    stage = Stage((MEMBER, LAST))
    stage.begin()
    return stage


def names(stage: Stage) -> list[str]:
    return [item.name for item in stage.screen(screens.AskList).items]


def add(stage: Stage, name: str, number: str) -> None:
    stage.session.add_item()
    stage.answer(name=name, number=number)


def two_members(stage: Stage) -> None:
    stage.session.open_item(0)
    stage.answer(name="an", number="1")
    add(stage, "bình", "2")
    assert names(stage) == ["AN", "BÌNH"]


def test_a_list_begins_with_as_many_items_as_it_must_have_and_none_of_them_is_complete(stage: Stage) -> None:
    shown = stage.screen(screens.AskList)
    assert [(item.name, item.complete) for item in shown.items] == [("", False)]
    assert (shown.may_add, shown.may_remove) == (True, False)


def test_an_item_is_asked_question_by_question_and_then_the_list_is_there_again(stage: Stage) -> None:
    stage.session.open_item(0)
    assert stage.asked == "members[0].name"
    stage.session.answer("an")
    assert stage.asked == "members[0].number"
    stage.session.answer("1")
    shown = stage.screen(screens.AskList)
    assert [(item.name, item.complete) for item in shown.items] == [("AN", True)]


def test_an_item_asks_what_its_own_answers_open(stage: Stage) -> None:
    two_members(stage)
    stage.session.open_item(1)
    stage.answer(name="bình", number="9")
    assert stage.asked == "members[1].why"


def test_a_new_item_is_asked_at_once_and_stands_last(stage: Stage) -> None:
    stage.session.add_item()
    assert stage.asked == "members[1].name"


def test_the_line_above_says_which_item_is_asked(stage: Stage) -> None:
    stage.session.add_item()
    assert stage.screen(screens.AskQuestion).progress.name.vi.endswith("thứ 2")


def test_the_number_of_the_item_stands_where_the_form_wants_it() -> None:
    stage = Stage(({**MEMBER, "templateTitle": "Người thứ {panelIndex} cùng đi"}, LAST))
    stage.begin()
    stage.session.add_item()
    assert stage.screen(screens.AskQuestion).progress.name.vi == "Người thứ 2 cùng đi"


def test_no_more_items_than_the_form_allows(stage: Stage) -> None:
    two_members(stage)
    add(stage, "cúc", "3")
    assert not stage.screen(screens.AskList).may_add
    stage.session.add_item()
    assert names(stage) == ["AN", "BÌNH", "CÚC"]


def test_no_fewer_items_than_the_form_demands(stage: Stage) -> None:
    two_members(stage)
    assert stage.screen(screens.AskList).may_remove
    stage.session.remove_item(0)
    assert not stage.screen(screens.AskList).may_remove
    stage.session.remove_item(0)
    assert names(stage) == ["BÌNH"]


def test_who_is_taken_off_is_not_submitted(stage: Stage) -> None:
    two_members(stage)
    stage.session.remove_item(0)
    assert stage.submitted["members"] == [{"name": "BÌNH", "number": "2"}]


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_an_item_that_is_not_there_cannot_be_opened_or_taken_off(stage: Stage, index: int) -> None:
    two_members(stage)
    stage.session.open_item(index)
    stage.session.remove_item(index)
    assert names(stage) == ["AN", "BÌNH"]


def test_going_on_opens_the_item_that_lacks_something(stage: Stage) -> None:
    two_members(stage)
    stage.session.add_item()
    stage.session.go_back()
    stage.session.finish_list()
    assert stage.asked == "members[2].name"


def test_a_number_that_is_there_twice_is_refused_in_the_item(stage: Stage) -> None:
    two_members(stage)
    stage.session.open_item(1)
    stage.session.answer("bình")
    stage.session.answer("1")
    assert stage.screen(screens.AskQuestion).error is not None
    stage.session.answer("2")
    assert names(stage) == ["AN", "BÌNH"]


def test_after_a_complete_list_the_next_question_comes(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    assert stage.asked == "last"


def test_going_back_from_an_item_comes_to_the_list_and_loses_nothing(stage: Stage) -> None:
    two_members(stage)
    stage.session.open_item(1)
    stage.session.answer("bình minh")
    stage.session.go_back()
    assert stage.screen(screens.AskQuestion).value == "BÌNH MINH"
    stage.session.go_back()
    assert names(stage) == ["AN", "BÌNH MINH"]


def test_going_back_never_comes_to_somebody_who_was_taken_off(stage: Stage) -> None:
    two_members(stage)
    stage.session.remove_item(1)
    for _ in range(20):
        stage.session.go_back()
        shown = stage.session.view.screen
        assert not isinstance(shown, screens.Check)
        assert not isinstance(shown, screens.AskQuestion) or not shown.question.name.startswith("members[1]")
    stage.screen(screens.Attract)


def test_going_back_from_the_next_question_shows_the_whole_list(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    stage.session.go_back()
    assert names(stage) == ["AN", "BÌNH"]


def test_the_check_page_names_the_items_and_a_change_comes_back_to_it(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    stage.answer(last="x")
    stage.finish()
    assert stage.checked("Người cùng đi") == "AN, BÌNH"
    stage.change("members")
    assert stage.screen(screens.AskList).changing
    add(stage, "cúc", "3")
    stage.session.finish_list()
    assert stage.checked("Người cùng đi") == "AN, BÌNH, CÚC"


def test_a_change_inside_an_item_comes_back_by_the_list(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    stage.answer(last="x")
    stage.finish()
    stage.change("members")
    stage.session.open_item(0)
    stage.answer(name="ân", number="1")
    assert names(stage) == ["ÂN", "BÌNH"]
    stage.session.finish_list()
    assert stage.checked("Người cùng đi") == "ÂN, BÌNH"


def test_an_item_that_a_change_left_open_is_asked_before_the_declaration(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    stage.answer(last="x")
    stage.finish()
    stage.change("members")
    stage.session.add_item()
    stage.session.go_back()
    stage.session.go_back()
    stage.session.confirm_answers()
    assert stage.asked == "members[2].name"
    stage.answer(name="cúc", number="3")
    stage.session.finish_list()
    assert stage.checked("Người cùng đi") == "AN, BÌNH, CÚC"


def test_an_answer_that_comes_late_does_not_overwrite_the_list(stage: Stage) -> None:
    two_members(stage)
    stage.session.answer("bình")
    stage.session.answer(None)
    assert names(stage) == ["AN", "BÌNH"]


def test_the_verbs_of_a_list_do_nothing_at_a_question(stage: Stage) -> None:
    two_members(stage)
    stage.session.finish_list()
    before = stage.session.view
    stage.session.add_item()
    stage.session.open_item(0)
    stage.session.remove_item(0)
    stage.session.finish_list()
    assert stage.session.view == before


def test_a_table_may_stay_empty_and_is_filled_row_by_row() -> None:
    stage = Stage((TABLE, LAST))
    stage.begin()
    assert names(stage) == []
    stage.session.add_item()
    stage.answer(paper="hợp đồng")
    assert names(stage) == ["hợp đồng"]
    stage.session.remove_item(0)
    stage.session.finish_list()
    stage.answer(last="x")
    stage.finish()
    assert stage.checked("Giấy tờ") == "Chưa ghi (không bắt buộc)"


def test_a_list_that_must_have_somebody_says_so_and_stays() -> None:
    stage = Stage(({**MEMBER, "minPanelCount": 0, "isRequired": True}, LAST))
    stage.begin()
    stage.session.finish_list()
    assert stage.screen(screens.AskList).error is not None
    add(stage, "an", "1")
    assert stage.screen(screens.AskList).error is None
    stage.session.finish_list()
    assert stage.asked == "last"


def test_what_several_items_lack_is_summed_up_in_the_words_that_stand_beside_the_question(stage: Stage) -> None:
    for index in range(2):
        if len(names(stage)) <= index:
            stage.session.add_item()
            stage.session.go_back()
    assert [item.problem.vi for item in stage.screen(screens.AskList).items] == ["", ""]
    stage.session.finish_list()
    listed = stage.screen(screens.AskList)
    assert listed.error is not None
    assert "2" in listed.error.vi
    stage.session.open_item(1)
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "members[1].name"
    assert asked.error is not None
    assert listed.items[1].problem.vi == f"{asked.question.title.vi}: {asked.error.vi}"


def test_the_only_thing_that_is_lacking_is_opened_at_once_and_says_why(stage: Stage) -> None:
    two_members(stage)
    stage.session.add_item()
    stage.session.go_back()
    stage.session.finish_list()
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "members[2].name"
    assert asked.error is not None
