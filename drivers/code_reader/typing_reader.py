"""A handheld reader as a keyboard: whoever sees the keys hands over each whole code that was typed."""

from __future__ import annotations

import queue

from kiosk.domain.handheld import CodeFlaw, CodeSpoilt, CodeTyped, HandheldOutcome, NoCode
from kiosk.ports.scanner import Cancel

_LOOK_SECONDS = 0.05


class TypingReader:
    """Implements the HandheldReader port. ``take`` may be called from any thread, at any time."""

    def __init__(self) -> None:
        self._come: queue.SimpleQueue[HandheldOutcome] | None = None

    def take(self, text: str | None) -> None:
        """Take what was typed between the key that begins a code and Enter; None for one that broke off.

        While nobody waits it is forgotten: a card is read only where the machine asks for one.
        """
        come = self._come
        if come is not None:
            come.put(CodeSpoilt(CodeFlaw.BROKEN_OFF) if text is None else CodeTyped(text))

    def wait(self, cancel: Cancel) -> HandheldOutcome:
        """Wait for the next code."""
        come = self._come = queue.SimpleQueue()
        try:
            while not cancel.is_set():
                try:
                    return come.get(timeout=_LOOK_SECONDS)
                except queue.Empty:
                    continue
            return NoCode()
        finally:
            if self._come is come:
                self._come = None
