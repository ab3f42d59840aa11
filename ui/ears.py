"""Everything that is heard in one window: the screen read aloud, and the short sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.ports.sounds import Sound, Sounds
from kiosk.ports.speech import Speech
from kiosk.session.actions import Actions
from kiosk.session.screens import View
from ui.chimes import sound_of
from ui.reader import Reader


@dataclass(frozen=True, slots=True)
class Heard:
    """The parts that make themselves heard."""

    speech: Speech
    sounds: Sounds


class Ears:
    """Hands views, touches and time on to the reader, and plays the sound that goes with each.

    ``at_rest`` says whether the screen has stopped sliding.
    """

    def __init__(self, heard: Heard, window: QQuickWindow, actions: Actions, at_rest: Callable[[], bool]) -> None:
        self._reader = Reader(window, heard.speech, actions, at_rest)
        self._sounds = heard.sounds
        self._view: View | None = None

    def follow(self, view: View) -> None:
        """Take a new view."""
        sound = sound_of(self._view, view)
        self._view = view
        if sound is not None:
            self._sounds.play(sound)
        self._reader.follow(view)

    def felt(self) -> None:
        """Answer a press of something that can be pressed."""
        self._sounds.play(Sound.PRESS)

    def touched(self, event: QEvent) -> None:
        """Take a touch, a click or a key."""
        self._reader.touched(_place_of(event))

    def tick(self) -> None:
        """Let a second go by."""
        self._reader.tick()

    def close(self) -> None:
        """Be silent."""
        self._reader.close()


def _place_of(event: QEvent) -> QPointF | None:
    if isinstance(event, QTouchEvent) and event.points():
        return event.points()[0].position()
    return event.position() if isinstance(event, QMouseEvent) else None
