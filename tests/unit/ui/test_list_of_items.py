"""What the list screen shows, and which item a touch means."""

from __future__ import annotations

from dataclasses import replace

from doubles.models import model_of, view_of

from kiosk.domain.text import Language, Text
from kiosk.session.screens import AskList, ListItem, Progress
from ui.samples import facts
from ui.viewmodels.list_of_items import AskListModel, AskListProps, ItemProps

SCREEN = AskList(
    Progress(5, 8, Text("Người cùng đi", "Who comes along")),
    facts.MEMBERS,
    (ListItem("LÊ VĂN AN", complete=True), ListItem("", complete=False)),
    may_add=True,
    may_remove=True,
    required=True,
)


def shown(screen: AskList, language: Language = Language.VIETNAMESE) -> AskListProps:
    model, _ = model_of(AskListModel, screen)
    model.show(view_of(screen, language))
    props = model.props
    assert isinstance(props, AskListProps)
    return props


def test_items_are_named_by_their_first_answer_and_else_by_their_number() -> None:
    assert shown(SCREEN).items == (ItemProps(1, "LÊ VĂN AN", True), ItemProps(2, "Thành viên thứ 2", False))
    assert shown(SCREEN, Language.ENGLISH).items[1].name == "Member 2"


def test_an_item_without_a_name_has_its_number_where_the_form_wants_it() -> None:
    question = replace(facts.MEMBERS, item_title=Text("Người thứ {panelIndex}", "Person {panelIndex}"))
    assert shown(replace(SCREEN, question=question)).items[1].name == "Người thứ 2"
    assert shown(replace(SCREEN, question=question), Language.ENGLISH).items[1].name == "Person 2"


def test_the_button_that_adds_says_what_the_form_says() -> None:
    assert shown(SCREEN).adding == "Thêm một người"
    assert shown(replace(SCREEN, question=replace(facts.MEMBERS, add_text=None))).adding == "Thành viên thứ 3"


def test_nothing_can_be_added_to_a_full_list() -> None:
    assert shown(replace(SCREEN, may_add=False)).adding == ""


def test_the_plain_question_is_asked_and_the_official_title_where_there_is_none() -> None:
    assert shown(SCREEN).ask == "Còn ai cùng chuyển tới?"
    assert shown(replace(SCREEN, question=replace(facts.MEMBERS, ask=None, hint=None))).ask == facts.MEMBERS.title.vi


def test_what_is_wrong_and_where_one_came_from_is_passed_on() -> None:
    props = shown(replace(SCREEN, error=Text("Sai", "Wrong"), may_remove=False, required=False, changing=True))
    assert (props.error, props.may_remove, props.required, props.changing) == ("Sai", False, False, True)
    assert shown(SCREEN).error == ""


def test_touches_mean_the_item_that_was_touched() -> None:
    model, asked = model_of(AskListModel, SCREEN)
    model.open(1)
    model.remove(2)
    model.add()
    model.finish()
    model.back()
    assert asked == [("open_item", 0), ("remove_item", 1), ("add_item",), ("finish_list",), ("go_back",)]
