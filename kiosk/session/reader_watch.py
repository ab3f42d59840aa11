"""The handheld reader, waited for as long as a card may be read, and deaf at all other times."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.domain.handheld import CodeHeard, CodeSpoilt, CodeTyped, HandheldOutcome, NoCode, ReaderGone
from kiosk.ports.code_reader import HandheldReader
from kiosk.ports.jobs import Jobs

_AGAIN_SECONDS = 3.0
_SETTLED_SECONDS = 1.0
"""A wait that has not failed after so long has found the reader."""

Code = CodeHeard | CodeTyped | CodeSpoilt


class ReaderWatch:
    """Waits in the background. ``there`` says whether the reader could be opened the last time; at first it is hoped.

    Each wait forgets what was read before it, so that nothing which somebody held to the reader elsewhere, or before,
    comes to light.
    """

    def __init__(
        self,
        reader: HandheldReader | None,
        jobs: Jobs,
        heard: Callable[[Code], None],
        changed: Callable[[], None],
    ) -> None:
        self._reader = reader
        self._jobs = jobs
        self._heard = heard
        self._changed = changed
        self._cancel: threading.Event | None = None
        self.there = reader is not None

    def listen(self, *, wanted: bool) -> None:
        """Begin to wait, or end it; what is read after the end is nobody's."""
        if wanted and self._cancel is None and self._reader is not None:
            self._wait(threading.Event())
        elif not wanted and self._cancel is not None:
            self._cancel.set()
            self._cancel = None

    def _wait(self, cancel: threading.Event) -> None:
        reader = self._reader
        if reader is None:
            return
        self._cancel = cancel
        if not self.there:
            self._jobs.later(_SETTLED_SECONDS, lambda: self._settled(cancel))
        self._jobs.run(
            lambda: reader.wait(cancel),
            lambda outcome: self._hear(cancel, outcome),
            lambda error: self._hear(cancel, ReaderGone(type(error).__name__)),
        )

    def _wait_again(self, cancel: threading.Event) -> None:
        if self._cancel is cancel:
            self._wait(threading.Event())

    def _hear(self, cancel: threading.Event, outcome: HandheldOutcome) -> None:
        if self._cancel is not cancel:
            return
        match outcome:
            case NoCode():
                self._cancel = None
            case ReaderGone():
                self._jobs.later(_AGAIN_SECONDS, lambda: self._wait_again(cancel))
                self._set_there(False)
            case _:
                self.there = True
                self._wait(threading.Event())
                self._heard(outcome)

    def _settled(self, cancel: threading.Event) -> None:
        if self._cancel is cancel:
            self._set_there(True)

    def _set_there(self, there: bool) -> None:  # noqa: FBT001 - the one thing that is said
        if there is not self.there:
            self.there = there
            self._changed()
