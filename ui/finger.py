"""A robot's finger: presses what a hand could press, in the real window, and says so when a hand could not.

A target is named by its ``objectName``. Before it is touched it must be visible, enabled, still, wholly inside the
window, at least 66 px in both directions, and nothing that takes touches may lie over it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from ui.items import IN_MOTION, can_act, rect_of, smallest_target, walk, walk_seen

_STILL_FOR = 3
_PAUSE_MS = 10
_HOLD_S = 0.04
_GLANCE_S = 0.01


class FingerError(AssertionError):
    """A hand could not have done this; the message says what was in the way."""


def _takes_touches(item: QQuickItem) -> bool:
    return can_act(item) and (item.acceptTouchEvents() or item.acceptedMouseButtons() != Qt.MouseButton.NoButton)


def _cover_of(target: QQuickItem, items: list[QQuickItem]) -> QQuickItem | None:
    """Return what lies over the middle of one of the items, in paint order, and would take the touch, if any does."""
    middle = rect_of(target).center()
    inside = set(walk(target))
    for item in reversed(items[items.index(target) + 1 :]):
        if item not in inside and _takes_touches(item) and rect_of(item).contains(middle):
            return item
    return None


class Finger:
    """Touches one window. Every wait processes events until ``patience`` seconds are over, then raises FingerError.

    A ``brisk`` finger does not linger on a target and looks once whether it lies still: for long ways without motion.
    """

    def __init__(self, window: QQuickWindow, patience: float = 30.0, *, brisk: bool = False) -> None:
        self._window = window
        self._patience = patience
        self._hold = 0.0 if brisk else _HOLD_S
        self._still_for = 1 if brisk else _STILL_FOR
        self._glance = 0.0 if brisk else _GLANCE_S
        self._device = QTest.createTouchDevice()
        self._seen: list[QQuickItem] = []

    def items(self) -> list[QQuickItem]:
        """Return every visible item in paint order.

        They are held until the next look: what Python still holds, it finds again in half the time.
        """
        self._seen = list(walk_seen(self._window.contentItem()))
        return self._seen

    def named(self, name: str) -> list[QQuickItem]:
        """Return the visible, enabled items of that name."""
        return [item for item in self.items() if item.objectName() == name and can_act(item)]

    def sees(self, name: str) -> bool:
        """Say whether something of that name can be seen and is enabled."""
        return bool(self.named(name))

    def targets(self) -> list[str]:
        """Return the names of everything that could be pressed now, for error messages and for looking around."""
        return [item.objectName() for item in self.items() if item.objectName() and can_act(item)]

    def press(self, name: str) -> None:
        """Wait until the target can be pressed, then touch its middle and let go."""
        point = self._reach(name)
        QTest.touchEvent(self._window, self._device).press(0, point, self._window).commit()
        self.rest(self._hold)
        QTest.touchEvent(self._window, self._device).release(0, point, self._window).commit()
        self.rest(0)

    def wait(self, condition: Callable[[], bool], what: str, patience: float | None = None) -> None:
        """Process events until the condition holds; ``what`` names it in the error."""
        end = time.monotonic() + (self._patience if patience is None else patience)
        while not condition():
            if time.monotonic() > end:
                raise FingerError(f"waited in vain for {what}; on the screen: {', '.join(self.targets())}")
            self.rest(0.01)

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        while True:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _PAUSE_MS)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if time.monotonic() >= end:
                return
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until nothing moves and every text has found its place."""
        calm = 0
        end = time.monotonic() + self._patience
        while calm < _STILL_FOR:
            self.rest(0.015)
            self._window.grabWindow()
            calm = 0 if self._in_motion() else calm + 1
            if time.monotonic() > end:
                raise FingerError("the screen does not come to rest")

    def picture(self, file: Path) -> None:
        """Save what the window shows, once it is at rest, as a PNG."""
        self.settle()
        if not self._window.grabWindow().save(str(file)):
            raise FingerError(f"{file}: the picture could not be written")

    def _in_motion(self) -> bool:
        """Say whether something moves. Qt looks for the mark: to look at every item from here is slow work."""
        return any(mark.isVisible() for mark in self._window.contentItem().findChildren(QQuickItem, IN_MOTION))

    def _reach(self, name: str) -> QPoint:
        """Return the middle of a target that has come to rest and lies free."""
        end = time.monotonic() + self._patience
        still, last = 0, QRectF()
        while still < self._still_for:
            found = self.named(name)
            here = rect_of(found[0]) if len(found) == 1 else QRectF()
            still, last = (still + 1, here) if here == last and not here.isEmpty() else (0, here)
            if still < self._still_for and time.monotonic() > end:
                raise FingerError(f"{name}: {len(found)} such targets; on the screen: {', '.join(self.targets())}")
            self.rest(self._glance)
        self._refuse_out_of_reach(name, last)
        return last.center().toPoint()

    def _refuse_out_of_reach(self, name: str, where: QRectF) -> None:
        size = f"{where.width():.0f}×{where.height():.0f} at {where.x():.0f},{where.y():.0f}"
        if not QRectF(0, 0, self._window.width(), self._window.height()).contains(where):
            raise FingerError(f"{name}: reaches out of the window ({size})")
        smallest = smallest_target(self._window)
        if min(where.width(), where.height()) < smallest:
            raise FingerError(f"{name}: smaller than {smallest:.0f} px ({size})")
        items = self.items()
        target = next((item for item in items if item.objectName() == name and can_act(item)), None)
        if target is None:
            raise FingerError(f"{name}: has just gone")
        cover = _cover_of(target, items)
        if cover is not None:
            raise FingerError(f"{name}: covered by {cover.objectName() or cover.metaObject().className()}")
