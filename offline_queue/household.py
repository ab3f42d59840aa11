"""What the sender does beside sending: room on the disk, letting go of what is old, and numbers for those who watch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog

from kiosk.ports.clock import Clock
from offline_queue.ballast import Room
from offline_queue.ledger import Ledger
from offline_queue.metrics import write_metrics
from offline_queue.self_check import last_check
from offline_queue.work_rows import WorkRows

_HOUR = 3600.0
_QUARTER_MINUTE = 15.0

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Rules:
    """``keep_days``: how long ids, times and codes stay after the portal's receipt; the content went at once.

    ``metrics_file`` is where the numbers go, None for nowhere.
    """

    keep_days: int = 30
    metrics_file: Path | None = None


class Household:
    """Keeps one outbox in order. Every method raises apsw.Error when the database cannot be used."""

    def __init__(self, rows: WorkRows, room: Room, ledger: Ledger, rules: Rules, clock: Clock) -> None:
        self._rows = rows
        self._room = room
        self._ledger = ledger
        self._rules = rules
        self._clock = clock
        self._tidied_at = float("-inf")
        self._told_at = float("-inf")

    def tidy(self) -> None:
        """Lay the ballast where it is missing; once an hour let go of what is old."""
        self._room.lay_ballast()
        now = self._clock.monotonic()
        if now - self._tidied_at < _HOUR:
            return
        self._tidied_at = now
        old = self._rows.received_before(self._clock.now() - timedelta(days=self._rules.keep_days))
        if not old:
            return
        try:
            self._ledger.forget(old)  # first: a row without a line is nothing, a line without its row reads as a loss
        except OSError as error:
            _log.warning("nothing let go of", reason=f"{type(error).__name__}: {error}")
        else:
            self._rows.forget(old)

    def make_room(self) -> bool:
        """Throw the ballast overboard; False when there was none."""
        return self._room.drop_ballast()

    def tell(self) -> None:
        """Write the numbers for those who watch, every quarter of a minute. What hinders that hinders nothing else."""
        file, now = self._rules.metrics_file, self._clock.monotonic()
        if file is None or now - self._told_at < _QUARTER_MINUTE:
            return
        self._told_at = now
        try:
            check = last_check(self._room.data_dir)
            write_metrics(file, self._rows.depth(), self._room.free(), check, self._clock.now())
        except OSError as error:
            _log.warning("metrics not written", reason=f"{type(error).__name__}: {error}")
