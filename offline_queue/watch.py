"""Looks after the queue beside the sender, on a thread of its own: a slow medium or a long check holds up nothing."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

import structlog

from offline_queue.second_medium import SecondMedium
from offline_queue.self_check import SelfCheck

_log = structlog.get_logger()

_PAUSE = 5.0
_BREATH = 0.02
"""Seconds between two looks, and between two pieces of a self-check."""

_PATIENCE = 2.0


class Watch:
    """Works between ``__enter__`` and ``__exit__``. A medium that hangs is left behind at the end of the process."""

    def __init__(self, check: SelfCheck, medium: SecondMedium | None) -> None:
        self._check = check
        self._medium = medium
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End after the piece under way."""
        self._end.set()
        self._thread.join(_PATIENCE)

    def round(self) -> float:
        """Do what there is to do now; returns the seconds until the next look."""
        if self._check.advance():
            return _BREATH
        self.tend()
        return _PAUSE

    def tend(self) -> None:
        """Bring the second medium in line with the queue, where one is configured."""
        if self._medium is not None:
            self._medium.tend()

    def _run(self) -> None:
        while True:
            try:
                pause = self.round()
            except Exception:  # noqa: BLE001 - an error of our own must not end the watch
                _log.exception("watch")
                pause = _PAUSE
            if self._end.wait(pause):
                return
