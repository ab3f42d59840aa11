"""One window for a test, on a session that stands still."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.session.screens import View
from ui.app import KioskUi, Look
from ui.ears import Heard
from ui.finger import Finger
from ui.samples import facts
from ui.samples.still import Still, StillSounds, StillVoice
from ui.typed_codes import TypedCodes


class Shown:
    """A real window that shows whatever view it is given."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.ui = KioskUi(Look(windowed=True, size=size, motion=False))
        self.finger = Finger(self.ui.view, patience=60)
        self.still: Still | None = None
        self.voice = StillVoice()
        self.sounds = StillSounds()
        self.typed: list[str | None] = []

    def show(self, view: View) -> None:
        """Show a view after the one before it, as a session does."""
        if self.still is None:
            self.still = Still(view)
            self.ui.show(self.still.actions, facts.PLACE, lambda: facts.MOMENT)
            self.ui.hear(self.still.actions, Heard(self.voice, self.sounds))
            self.ui.hear_typed(TypedCodes("F12", self.typed.append))
        else:
            self.still.show(view)
        self.finger.wait(lambda: not self.ui.images.busy, "the pictures")
        self.finger.settle()

    def show_alone(self, view: View) -> None:
        """Show a sample by itself: nothing is kept of what was answered to the same question before."""
        if self.still is not None:
            self.still.begin(view)
        self.show(view)


@pytest.fixture
def shown(qapp: object) -> Iterator[Callable[[tuple[int, int]], Shown]]:
    """Open a window of a size; it is closed after the test, and what is left of it is thrown away on this thread.

    Were that left to a thread at work for the next window, it would lock Qt's connections and wait for the
    interpreter, while this one has the interpreter and waits for the connections.
    """
    windows: list[Shown] = []

    def opened(size: tuple[int, int] = (1080, 1920)) -> Shown:
        windows.append(Shown(size))
        return windows[-1]

    yield opened
    for window in windows:
        window.ui.close()
    windows.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the view, which holds the rest
    gc.collect()
    gc.freeze()  # what is left is there for good: the next look through it is short
