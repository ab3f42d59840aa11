"""The stack to be turned over: what is asked for, and how a number of backs that does not match is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.text import Language, Text
from kiosk.session.screens import Progress, TurnStack
from ui.viewmodels.turn_stack import derive_turn_stack

VI, EN = Language.VIETNAMESE, Language.ENGLISH
STACK = TurnStack(Progress(5, 7, Text("Giấy tờ", "Papers")), (), "scan", fronts=3)
FEWER, MORE = replace(STACK, backs=2, ended=True), replace(STACK, backs=4, ended=True)
SAME, STOPPED = replace(STACK, backs=3, ended=True, same=True), replace(STACK, backs=2)


def test_the_stack_is_taken_turned_and_laid_back() -> None:
    props = derive_turn_stack(STACK, VI)
    assert [step.icon for step in props.steps] == ["stack", "turn-over", "feed"]
    assert (props.next_text, props.leave_text, props.doubt) == ("Chụp mặt sau", "Mặt sau để trống hết", "")
    assert "3 mặt trước" in props.hint


def test_of_one_sheet_nobody_says_stack() -> None:
    props = derive_turn_stack(replace(STACK, fronts=1), VI)
    assert "xấp" not in " ".join([props.question, *(step.text for step in props.steps)])
    assert props.leave_text == "Mặt sau để trống"
    assert "1 front " in derive_turn_stack(replace(STACK, fronts=1), EN).hint


@pytest.mark.parametrize(
    ("screen", "doubt", "next_text"),
    [
        (FEWER, "3 mặt trước, mới có 2 mặt sau", "Chụp lại mặt sau"),
        (MORE, "3 mặt trước, mà tới 4 mặt sau", "Chụp lại mặt sau"),
        (STOPPED, "3 mặt trước, mới có 2 mặt sau", "Chụp tiếp mặt sau"),
    ],
)
def test_a_number_that_does_not_match_is_told_in_numbers(screen: TurnStack, doubt: str, next_text: str) -> None:
    props = derive_turn_stack(screen, VI)
    assert (props.doubt, props.next_text, props.leave_text) == (doubt, next_text, "Giữ như vầy, coi lại")
    assert "còn nguyên" in props.hint


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("screen", [STACK, FEWER, MORE, SAME, STOPPED])
def test_every_case_is_told_in_every_language(screen: TurnStack, language: Language) -> None:
    props = derive_turn_stack(screen, language)
    assert all([props.question, props.hint, props.next_text, props.leave_text, *(step.text for step in props.steps)])


def test_no_two_cases_ask_alike() -> None:
    assert len({derive_turn_stack(screen, EN).question for screen in (STACK, FEWER, MORE, SAME, STOPPED)}) == 5
