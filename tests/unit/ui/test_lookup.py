"""A choice of hundreds is found by the first letters of its words, with or without their marks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import config
from kiosk.catalogue.references import load_references
from kiosk.domain.text import Language, Text
from kiosk.forms.model import Choice
from ui.viewmodels.lookup import find_choices

PLACES = tuple(
    Choice(str(number), Text(name, name))
    for number, name in enumerate(["Tỉnh Đồng Tháp", "Tỉnh Đồng Nai", "Thành phố Đà Nẵng", "Tỉnh Tháp Đồng Xa"])
)
GLOSSED = (Choice("kinh", Text("Kinh", "Kinh"), Text("Việt", "Viet")), Choice("hoa", Text("Hoa", "Hoa")))


@cache
def shipped(name: str) -> tuple[Choice, ...]:
    return load_references(Path(config.__file__).parent / "reference").lists[name].choices


def found(typed: str, limit: int = 3, choices: tuple[Choice, ...] = PLACES) -> list[str]:
    return [choice.text.vi for choice in find_choices(choices, typed, Language.VIETNAMESE, limit)]


@pytest.mark.parametrize("typed", ["", " ", "-"])
def test_nothing_typed_shows_the_first_of_the_list(typed: str) -> None:
    assert found(typed, 2) == ["Tỉnh Đồng Tháp", "Tỉnh Đồng Nai"]


@pytest.mark.parametrize("typed", ["ĐỒNG N", "DONG N", "đồng nai", "NAI", "T Đ N"])
def test_first_letters_find_a_place_with_or_without_marks(typed: str) -> None:
    assert found(typed)[0] == "Tỉnh Đồng Nai"


def test_letters_in_the_middle_of_a_word_find_nothing() -> None:
    assert found("ỒNG") == []
    assert found("ĐỒNG TÂY") == []


def test_words_in_their_order_come_before_words_in_another() -> None:
    assert found("ĐỒNG THÁP") == ["Tỉnh Đồng Tháp", "Tỉnh Tháp Đồng Xa"]
    assert found("THÁP ĐỒNG") == ["Tỉnh Tháp Đồng Xa", "Tỉnh Đồng Tháp"]


def test_marks_that_were_typed_choose_between_names_that_differ_by_them_alone() -> None:
    communes = tuple(Choice(name, Text(name, name)) for name in ("Xã Thạnh Lợi", "Xã Thành Lợi", "Xã Thanh Lợi"))
    assert found("THÀNH LỢI", 1, communes) == ["Xã Thành Lợi"]
    assert found("THANH LỢI", 1, communes) == ["Xã Thanh Lợi"]
    assert len(found("THÀNH LOI", 3, communes)) == 3


def test_the_everyday_word_beside_a_choice_finds_it_too() -> None:
    assert found("VIỆT", choices=GLOSSED) == ["Kinh"]


def test_in_english_the_english_words_are_looked_at() -> None:
    choice = Choice("704", Text("Nước Nga", "Russia"))
    assert find_choices([choice], "RUS", Language.ENGLISH, 3) == (choice,)
    assert find_choices([choice], "RUS", Language.VIETNAMESE, 3) == ()


@pytest.mark.parametrize("name", ["provinces", "communes", "countries", "peoples"])
def test_whoever_types_the_whole_name_finds_every_shipped_choice(name: str) -> None:
    choices = shipped(name)
    names = [choice.text.vi for choice in choices]
    sample = [choice for choice in choices[:: max(1, len(choices) // 30)] if names.count(choice.text.vi) == 1]
    assert sample
    lost = [one.text.vi for one in sample if one not in find_choices(choices, one.text.vi, Language.VIETNAMESE, 3)]
    assert lost == []


@given(st.text(max_size=12), st.integers(0, 4))
def test_any_text_gives_at_most_so_many_choices_none_twice(typed: str, limit: int) -> None:
    answers = found(typed, limit)
    assert len(answers) <= limit
    assert len(set(answers)) == len(answers)


def test_the_place_of_the_kiosk_and_its_neighbours_come_first() -> None:
    communes = [choice for choice in shipped("communes") if choice.value != "29869"]
    first = find_choices(shipped("communes"), "", Language.VIETNAMESE, 3, "29869")
    assert first[0].value == "29869"
    nearest = sorted(communes, key=lambda choice: abs(int(choice.value) - 29869))[:2]
    assert list(first[1:]) == nearest


def test_a_better_fit_comes_before_a_nearer_place() -> None:
    near_home = find_choices(PLACES, "ĐỒNG", Language.VIETNAMESE, 4, "3")
    assert [choice.value for choice in near_home] == ["1", "0", "3"]
