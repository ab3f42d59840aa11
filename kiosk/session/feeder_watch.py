"""Whether paper is left in the scanner, asked again and again while somebody is to take their originals."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ports.jobs import Jobs
from kiosk.ports.scanner import Scanner

_AGAIN_SECONDS = 2.0


class FeederWatch:
    """Asks in the background; ``paper_left`` is None while the device has not answered or cannot tell."""

    def __init__(self, scanner: Scanner, jobs: Jobs, changed: Callable[[], None]) -> None:
        self._scanner = scanner
        self._jobs = jobs
        self._changed = changed
        self._watching = True
        self.paper_left: bool | None = None
        self._ask()

    def end(self) -> None:
        """Ask no more."""
        self._watching = False

    def _ask(self) -> None:
        if self._watching:
            self._jobs.run(self._scanner.paper_left, self._hear, lambda _error: self._hear(None))

    def _hear(self, paper_left: bool | None) -> None:  # noqa: FBT001 - the one thing that is said
        if not self._watching:
            return
        self._jobs.later(_AGAIN_SECONDS, self._ask)
        if paper_left is not self.paper_left:
            self.paper_left = paper_left
            self._changed()
