"""A code reader that types: its keys are told from a person's by a frame, not by how fast they come.

The reader is set up to type a key before each code that no keyboard on a counter has a use for, and Enter after it.
All keys in between are the reader's own: they reach no screen, wherever the citizen is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

_SILENCE_MS = 500
"""A reader types a whole code in less; one without its Enter has broken off, and the keyboard is a person's again."""

_LONGEST = 2953
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class TypedCodes:
    """``prefix`` is the key that begins a code, as in ``F12`` or ``Ctrl+B``; ``take`` gets each one, None if spoilt."""

    prefix: str
    take: Callable[[str | None], None]


class TypedFrame(QObject):
    """Sees every key of one window before anybody else does."""

    def __init__(self, codes: TypedCodes) -> None:
        super().__init__()
        self._prefix = QKeySequence(codes.prefix)
        self._take = codes.take
        self._typed: list[str] | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SILENCE_MS)
        self._silence.timeout.connect(lambda: self._end(None))

    def key(self, event: QKeyEvent) -> bool:
        """Say whether a key that was pressed is the reader's own; then it goes no further."""
        if QKeySequence(event.keyCombination()) == self._prefix:
            self._typed = []
            self._silence.start()
            return True
        if self._typed is None:
            return False
        if event.key() in _ENDS:
            self._end("".join(self._typed))
        else:
            self._typed.append(event.text())
            self._silence.start()
            if len(self._typed) > _LONGEST:
                self._end(None)
        return True

    def _end(self, code: str | None) -> None:
        self._silence.stop()
        self._typed = None
        if code != "":
            self._take(code)
