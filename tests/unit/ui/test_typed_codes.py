"""A reader that types, in the real window: its keys are told from a person's by the key that begins each code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.text import Language
from kiosk.session import screens
from kiosk.session.screens import View
from ui.samples import facts

PROGRESS = screens.Progress(3, 7, facts.FULL_NAME.title)
CARD = "087153004821|331234567|Nguyn Th Hoa|05021953|N|p 3, Bnh An|12042021"


@pytest.fixture
def window(shown: Callable[..., Any]) -> Any:
    """A question on the screen whose field takes what is typed."""
    window = shown()
    screen = screens.AskQuestion(PROGRESS, facts.FULL_NAME, None, required=True)
    window.show(View(screen, None, Language.VIETNAMESE, 1, facts.ONLINE))
    return window


def type_keys(window: Any, *keys: str | Qt.Key) -> None:
    for key in keys:
        for one in key if isinstance(key, str) else (key,):
            QTest.keyClick(window.ui.view, one)


def field(window: Any) -> str:
    return str(window.ui.router.screen.props.text)


def test_a_code_reaches_the_reader_and_no_screen(window: Any) -> None:
    type_keys(window, Qt.Key.Key_F12, CARD, Qt.Key.Key_Return)
    assert window.typed == [CARD]
    assert field(window) == ""
    assert window.still.asked == []


def test_before_and_after_a_code_the_keys_are_a_persons(window: Any) -> None:
    type_keys(window, "HOA", Qt.Key.Key_F12, "12 3", Qt.Key.Key_Enter, "I")
    assert window.typed == ["12 3"]
    assert field(window) == "HOAI"


def test_a_code_without_its_end_has_broken_off_and_the_keyboard_is_free_again(window: Any) -> None:
    type_keys(window, Qt.Key.Key_F12, "087")
    window.finger.wait(lambda: window.typed == [None], "the silence after a code that broke off")
    type_keys(window, "HOA")
    assert field(window) == "HOA"


def test_a_code_that_begins_within_another_is_a_new_one(window: Any) -> None:
    type_keys(window, Qt.Key.Key_F12, "087", Qt.Key.Key_F12, "099", Qt.Key.Key_Return)
    assert window.typed == ["099"]


def test_an_empty_frame_is_no_code(window: Any) -> None:
    type_keys(window, Qt.Key.Key_F12, Qt.Key.Key_Return)
    assert window.typed == []


def test_what_is_longer_than_a_code_can_be_is_spoilt(window: Any) -> None:
    type_keys(window, Qt.Key.Key_F12, "0" * 2954)
    assert window.typed == [None]
