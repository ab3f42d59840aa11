"""The tally counts keys apart from touches, and each question as a screen of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from doubles.stage import Stage

from kiosk.demo.tally import Tally


class Deaf:
    """A hand that does nothing but what the next press is told to do."""

    def __init__(self) -> None:
        self.deed: Callable[[], None] = lambda: None

    def press(self, name: str) -> None:
        self.deed()

    def sees(self, name: str) -> bool:
        return name == "next"

    def wait(self, condition: Callable[[], bool], what: str, patience: float | None = None) -> None: ...

    def picture(self, file: Path) -> None: ...


def test_keys_are_counted_apart_and_screens_where_something_was_pressed() -> None:
    stage, hand = Stage(), Deaf()
    tally = Tally(hand, lambda: stage.session.view)
    stage.identify()
    hand.deed = stage.session.type_identity
    tally.press("type")
    hand.deed = lambda: None
    for name in ("key:A", "tone:sắc", "key:delete"):
        tally.press(name)
    hand.deed = lambda: stage.session.answer("TRẦN THỊ MƯỜI")
    tally.press("next")
    hand.deed = lambda: None
    tally.press("key:1")
    assert (tally.touches, tally.keys, tally.screens) == (2, 4, 3)
    assert tally.sees("next")


def test_the_touch_that_sends_is_the_last_of_those_until_sent() -> None:
    tally = Tally(Deaf(), lambda: Stage().session.view)
    for name in ("tick", "send", "took-slip"):
        tally.press(name)
    assert (tally.until_sent, tally.touches) == (2, 3)
