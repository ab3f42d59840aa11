"""Counts what a journey costs a citizen: touches, keys of the keyboard apart, and the screens on which they fell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.demo.walker import Hand
from kiosk.session.screens import AskList, AskQuestion, View

_KEYS = ("key:", "tone:")


class Tally:
    """A hand that counts its presses: ``keys`` write letters, digits and tones, ``touches`` are all others.

    ``until_sent`` are the touches up to the one that sends; ``screens`` are those on which something was pressed, each
    question one of its own.
    """

    def __init__(self, hand: Hand, view: Callable[[], View]) -> None:
        self.touches = 0
        self.until_sent = 0
        self.keys = 0
        self.screens = 0
        self._hand = hand
        self._view = view
        self._last = ("", "")

    def press(self, name: str) -> None:
        """Touch what has this object name, and count it."""
        screen = self._view().screen
        asked = screen.question.name if isinstance(screen, AskQuestion | AskList) else ""
        here = (type(screen).__name__, asked)
        self._hand.press(name)
        self.screens += here != self._last
        self._last = here
        if name.startswith(_KEYS):
            self.keys += 1
        else:
            self.touches += 1
        if name == "send":
            self.until_sent = self.touches

    def sees(self, name: str) -> bool:
        """Say whether something of this name can be seen and pressed."""
        return self._hand.sees(name)

    def wait(self, condition: Callable[[], bool], what: str, patience: float | None = None) -> None:
        """Let the window live until the condition holds."""
        self._hand.wait(condition, what, patience)

    def picture(self, file: Path) -> None:
        """Save what the window shows."""
        self._hand.picture(file)
