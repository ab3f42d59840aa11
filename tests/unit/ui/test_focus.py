"""Every screen can be used by keys alone, and nobody who touches sees anything of it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

from kiosk.domain.text import Language
from ui.accessibility import tree
from ui.focus import Focus
from ui.items import focused
from ui.key_hand import KeyHand
from ui.samples.views import sample_views

VIEWS = dict(sample_views(Language.VIETNAMESE, 1))
KEYS = Qt.Key


def press(window: Any, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.ui.view, key)
        window.finger.settle()


def here(window: Any) -> str:
    item = focused(window.ui.view)
    return "" if item is None else item.objectName()


def framed(window: Any) -> bool:
    return any(item.metaObject().className().startswith("FocusFrame") for item in window.finger.items())


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("ask-choice", "choice:self"),
        ("attract", "start"),
        ("home", "tile:file"),
        ("take-originals", "took-originals"),
        ("card-scanning", "stop"),
        ("not-saved", "save-again"),
        ("sheet-leave", "sheet:stay"),
        ("sheet-display", "letters:1"),
    ],
)
def test_a_screen_begins_at_its_first_answer_or_at_the_gold_button(
    shown: Callable[..., Any], name: str, first: str
) -> None:
    window = shown()
    window.show(VIEWS[name])
    assert here(window) == first
    assert not framed(window)


def test_the_first_key_shows_where_it_acts_and_a_touch_takes_the_frame_away(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["home"])
    press(window, KEYS.Key_Return, KEYS.Key_Space)
    assert window.still.asked == []
    press(window, KEYS.Key_Tab)
    assert framed(window)
    assert here(window) == "tile:file"
    press(window, KEYS.Key_Return)
    assert window.still.asked == [("choose_errand", "file")]
    window.finger.press("tile:pay")
    assert not framed(window)


def test_tab_goes_in_reading_order_and_round(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["take-originals"])
    press(window, KEYS.Key_Tab)
    went = []
    for _ in range(5):
        went.append(here(window))
        press(window, KEYS.Key_Tab)
    assert went == ["took-originals", "help", "read-aloud", "text-size", "leave"]
    assert here(window) == "took-originals"
    press(window, KEYS.Key_Backtab)
    assert here(window) == "leave"


def test_tab_reaches_what_a_screen_reader_finds_in_the_same_order(shown: Callable[..., Any]) -> None:
    window = shown()
    for name, view in VIEWS.items():
        window.show(view)
        focus = Focus(window.ui.view)
        found = [node.item.objectName() for node in tree(window.ui.view) if node.is_control]
        reached = [item.objectName() for item in focus.order() if item.objectName()]
        assert reached[: len(found)] == found, name
        focus.deleteLater()


def test_arrows_go_to_what_lies_on_that_side(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["home"])
    press(window, KEYS.Key_Down)  # shows the frame
    went = []
    for key in (KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Left, KEYS.Key_Left, KEYS.Key_Up):
        press(window, key)
        went.append(here(window))
    assert went == ["tile:track", "tile:pay", "tile:guide", "tile:collect", "tile:collect", "tile:track"]


@pytest.mark.parametrize(
    ("name", "asked"), [("check-long", ("go_back",)), ("sheet-leave", ("close_sheet",)), ("sheet-idle", ("more_time",))]
)
def test_escape_goes_back(shown: Callable[..., Any], name: str, asked: tuple[str, ...]) -> None:
    window = shown()
    window.show(VIEWS[name])
    press(window, KEYS.Key_Escape)
    assert window.still.asked == [asked]


def test_escape_does_not_stop_the_scanner(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["scanning"])
    press(window, KEYS.Key_Escape)
    assert window.still.asked == []


def test_the_focus_stays_on_an_answer_that_is_made_anew(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["ask-choice"])
    press(window, KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_Space)
    chosen = here(window)
    assert chosen.startswith("choice:")
    window.finger.settle()
    assert here(window) == chosen
    assert framed(window)


def test_letters_and_spaces_are_typed_while_the_field_has_the_focus(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(VIEWS["ask-text-error"])  # HOA
    press(window, KEYS.Key_Tab)
    press(window, KEYS.Key_Space)
    QTest.keyClick(window.ui.view, "B")
    window.finger.settle()
    assert window.ui.router.screen.props.text == "HOA B"


def test_a_hand_on_the_keys_reaches_what_a_finger_reaches(shown: Callable[..., Any]) -> None:
    window = shown((1920, 1080))
    hand = KeyHand(window.ui.view, patience=60)
    window.show(VIEWS["check"])
    for name in ("change:identity:full_name", "leave", "help"):
        hand.press(name)
    assert [asked[0] for asked in window.still.asked] == ["change", "ask_leave", "call_help"]


def test_screens_that_are_gone_leave_nothing_behind(shown: Callable[..., Any]) -> None:
    window = shown()
    for name in ("home", "attract") * 3:
        window.show(VIEWS[name])
    gc.collect()
    gone = [each for each in gc.get_objects() if isinstance(each, QQuickItem) and not Shiboken.isValid(each)]
    assert not gone
