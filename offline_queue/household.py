"""What the sender does beside sending: room on the disk, and letting go of what is not kept any longer."""

from __future__ import annotations

from datetime import timedelta

from kiosk.ports.clock import Clock
from offline_queue.ballast import Room
from offline_queue.ledger import Ledger
from offline_queue.work_rows import WorkRows

_HOUR = 3600.0


class Household:
    """``keep_days`` is how long ids, times and codes stay after the portal's receipt; the content went at once."""

    def __init__(self, rows: WorkRows, room: Room, ledger: Ledger, keep_days: int, clock: Clock) -> None:
        self._rows = rows
        self._room = room
        self._ledger = ledger
        self._keep = timedelta(days=keep_days)
        self._clock = clock
        self._tidied_at = float("-inf")

    def tidy(self) -> None:
        """Lay the ballast where it is missing; once an hour let go of what is old."""
        self._room.lay_ballast()
        now = self._clock.monotonic()
        if now - self._tidied_at < _HOUR:
            return
        self._tidied_at = now
        old = self._rows.received_before(self._clock.now() - self._keep)
        if old:
            self._ledger.forget(old)  # first: a row without a line is nothing, a line without its row reads as a loss
            self._rows.forget(old)

    def make_room(self) -> bool:
        """Throw the ballast overboard; False when there was none."""
        return self._room.drop_ballast()
