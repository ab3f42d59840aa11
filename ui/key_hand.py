"""A robot's hand on a keyboard: does by keys alone what the finger does by touch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.finger import Finger, FingerError
from ui.items import focused


class KeyHand(Finger):
    """Goes to a target by Tab, or by Shift+Tab where it lies before, and presses it with the space bar."""

    def press(self, name: str) -> None:
        """Wait until a hand could touch the target, then go there and press it by keys."""
        self._reach(name)
        self._key(Qt.Key.Key_Tab if not self._framed() else Qt.Key.Key_unknown)
        items = self.items()
        target, here = self.named(name)[0], focused(self._window)
        behind = here in items and items.index(here) > items.index(target)
        for _ in items:
            if (item := focused(self._window)) is not None and item.objectName() == name:
                self._key(Qt.Key.Key_Space)
                return
            self._key(Qt.Key.Key_Backtab if behind else Qt.Key.Key_Tab)
        raise FingerError(f"{name}: no key leads there; on the screen: {', '.join(self.targets())}")

    def _framed(self) -> bool:
        return any(item.metaObject().className().startswith("FocusFrame") for item in self.items())

    def _key(self, key: Qt.Key) -> None:
        if key is not Qt.Key.Key_unknown:
            QTest.keyClick(self._window, key)
            self.rest(0)
