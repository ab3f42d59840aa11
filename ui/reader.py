"""Reads the screen aloud while the citizen wants it: what comes new, as soon as it has come to rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.text import Language, Text
from kiosk.ports.speech import Ending, Speech
from kiosk.session.actions import Actions
from kiosk.session.screens import IdleSheet, View
from ui.items import rect_of, walk
from ui.spoken import sentences
from ui.written import Kind, Line, written_on

_SETTLE_MS = 400
"""From a change to the look at the screen: the longest slide and the layout after it."""

_GOES_ON = {"text-size", "read-aloud"}
"""What can be pressed without breaking off what is being said."""

_TO_PRESS = Text("Có các ô để bấm:", "You can press:")
_KEPT_BACK = Text(
    "Câu trả lời của Ông/Bà máy không đọc ra tiếng, để người khác không nghe."
    " Muốn nghe thì bấm Tắt tiếng, rồi bấm Nghe đọc.",
    "Your own answers are not read out, so that nobody else hears them."
    " To hear them, press Sound off, then Read aloud.",
)


def what_is_new(before: tuple[Line, ...], now: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines to read: all under another heading, else the texts that came.

    A number that changes is no news; nor is one that was just uncovered: the citizen wants to see it, not to hear it.
    """
    if _headings(before) != _headings(now):
        return now
    known = {_still(line) for line in before}
    new = tuple(line for line in now if line.kind is Kind.TEXT and _still(line) not in known)
    return () if all(line.personal and not _still(line).strip() for line in new) else new


def _headings(lines: tuple[Line, ...]) -> list[str]:
    return [line.words for line in lines if line.kind is Kind.HEADING] or [_still(line) for line in lines[:1]]


def _still(line: Line) -> str:
    return re.sub(r"\d+", "", line.words)


def to_say(lines: tuple[Line, ...], language: Language, *, personal: bool) -> str:
    """Return what the voice says for these lines; what is ``personal`` only where it was asked for on this screen."""
    heard = [line for line in lines if personal or not line.personal]
    texts = [line.words for line in heard if line.kind in {Kind.HEADING, Kind.TEXT}]
    fields = [line.words for line in heard if line.kind is Kind.FIELD and line.words not in texts]
    controls = [line.words for line in heard if line.kind is Kind.CONTROL]
    kept_back = [] if len(heard) == len(lines) else [_KEPT_BACK.of(language)]
    return sentences(
        [*texts, *fields, *kept_back, *([_TO_PRESS.of(language), *controls] if controls else [])], language
    )


class Reader(QObject):
    """Listens to the session and speaks. ``at_rest`` says whether the screen has stopped sliding."""

    ended = Signal(int, object)

    def __init__(self, window: QQuickWindow, speech: Speech, actions: Actions, at_rest: Callable[[], bool]) -> None:
        super().__init__()
        self._window = window
        self._speech = speech
        self._actions = actions
        self._at_rest = at_rest
        self._view: View | None = None
        self._read: tuple[Line, ...] = ()
        self._asked_here = False
        self._number = 0
        self._saying = 0
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._look)
        self.ended.connect(self._after)

    def follow(self, view: View) -> None:
        """Take a new view."""
        was, self._view = self._view, view
        spoke = was is not None and was.speaking
        if not view.speaking:
            if spoke:
                self._be_silent()
            return
        if not spoke:
            self._read, self._asked_here = (), True
        self._timer.start()

    def touched(self, place: QPointF | None) -> None:
        """Break off at a touch or key, unless it is one of those that go with listening; then see what it brought."""
        if self._view is None or not self._view.speaking:
            return
        if place is None or not self._lies_on(place, _GOES_ON):
            self._speech.stop()
        self._timer.start()

    def tick(self) -> None:
        """Once a second: whoever listens is there, however long the text is."""
        if self._saying and self._view is not None and not isinstance(self._view.sheet, IdleSheet):
            self._actions.touched()

    def close(self) -> None:
        """Be silent for good."""
        self._view = None
        self._be_silent()

    def _be_silent(self) -> None:
        self._timer.stop()
        self._speech.stop()
        self._saying, self._read = 0, ()

    def _lies_on(self, place: QPointF, names: set[str]) -> bool:
        items = (item for item in walk(self._window.contentItem()) if item.isVisible() and item.objectName() in names)
        return any(rect_of(item).contains(place) for item in items)

    @Slot()
    def _look(self) -> None:
        if self._view is None or not self._view.speaking:
            return
        if not self._at_rest():
            self._timer.start()
            return
        lines, before = written_on(self._window), self._read
        new, self._read = what_is_new(before, lines), lines
        if before and _headings(before) != _headings(lines):
            self._asked_here = False
        words = to_say(new, self._view.language, personal=self._asked_here)
        if words:
            self._number += 1
            self._saying = self._number
            self._speech.say(words, self._view.language, partial(self.ended.emit, self._number))

    @Slot(int, object)
    def _after(self, number: int, ending: Ending) -> None:
        if number != self._saying:
            return
        self._saying = 0
        if ending is Ending.FAILED and self._view is not None and self._view.speaking:
            self._actions.read_aloud(False)
