"""The queue as it ought to be: a list in memory and the sender's rules in a few lines, to hold the real one to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import Busy, Filed, PortalFailure, Reached, Receipt, Refused, Unauthorised, Unreachable

LONGEST, FIRST, PROBE, SPREAD = 600.0, 2.0, 30.0, 300.0
"""Seconds, as the sender under test is told them; its dice always fall on the longest pause."""

WAITING = (ItemState.STORED, ItemState.UPLOADING, ItemState.UPLOADED)


@dataclass(slots=True)
class Item:
    """One submission. ``next_at`` in Unix seconds of the wall clock."""

    submission_id: UUID
    code: str
    created_at: datetime
    state: ItemState = ItemState.STORED
    attempts: int = 0
    next_at: float = 0.0
    reason: str | None = None
    dossier_code: str | None = None
    received_at: datetime | None = None

    @property
    def is_unnamed(self) -> bool:
        return self.state is ItemState.PURGED and self.dossier_code is None


@dataclass(slots=True)
class QueueModel:
    """``wall`` and ``mono`` are the clocks; what comes after ``alarm`` dies with the sender's process."""

    wall: float = 0.0
    mono: float = 0.0
    items: list[Item] = field(default_factory=list)
    online: bool | None = None
    lost_at: float | None = None
    alarm: bool = False
    refused: bool = False
    failures: int = 0
    rest_until: float = float("-inf")
    heard_at: float = float("-inf")
    tidied_at: float = float("-inf")

    def restart(self) -> None:
        """Forget what only the process knew."""
        self.failures, self.refused = 0, False
        self.rest_until = self.heard_at = self.tidied_at = float("-inf")

    def expected(self) -> str:
        """Say what the sender will do next: ``rest probe send ask idle``."""
        if self.rest_until > self.mono:
            return "rest"
        if self.lost_at is not None:
            return "probe"
        return "send" if self.next_item() else "ask" if self.next_unnamed() else "idle"

    def next_item(self) -> Item | None:
        """Return the oldest that waits and is due."""
        return next((item for item in self.items if item.state in WAITING and self._is_due(item)), None)

    def next_unnamed(self) -> Item | None:
        """Return the one whose code is owed and that was put off the least."""
        due = [item for item in self.items if item.is_unnamed and self._is_due(item)]
        return min(due, key=lambda item: item.next_at, default=None)

    def _is_due(self, item: Item) -> bool:
        return item.next_at <= self.wall or item.next_at > self.wall + 2 * LONGEST

    def probed(self, answer: Reached | Unreachable) -> None:
        """The sender has asked a line that was lost."""
        if isinstance(answer, Unreachable):
            self.failures += 1
            self._rest(min(PROBE, self._ceiling(self.failures)))
            return
        outage = self.wall - (self.lost_at or 0.0)
        self.failures, self.online, self.alarm, self.lost_at = 0, True, self.refused, None
        self._rest(min(SPREAD, max(0.0, outage)))

    def sent(self, item: Item, reached: ItemState, answer: Receipt | PortalFailure, *, moved: bool) -> None:
        """The sender has tried an item, has come as far as ``reached``, and was answered.

        Where it ``moved`` on, its tries are counted afresh.
        """
        item.state = reached
        if moved and not isinstance(answer, Refused):
            item.attempts = 0
        match answer:
            case Receipt():
                item.state, item.attempts, item.next_at, item.reason = ItemState.PURGED, 0, 0.0, None
                item.dossier_code, item.received_at = answer.dossier_code, answer.received_at
                self._heard(well=True)
            case Refused(status, detail):
                item.state, item.reason = ItemState.SET_ASIDE, f"{status}: {detail}"
                self._heard(well=True)
            case Busy(status, retry_after):
                self._put_off(item, f"the portal is busy ({status})", retry_after)
                self._heard(well=False)
                if status in {429, 502, 503, 504}:
                    self._back_off(retry_after)
            case Unreachable(message):
                self._put_off(item, message)
                self._lost()
            case Unauthorised(status):
                self._put_off(item, f"the portal does not accept this kiosk ({status})")
                self._refused()
            case _:
                self._put_off(item, answer.message)
                self.online, self.alarm, self.lost_at = False, self.refused, None

    def asked(self, item: Item, answer: Filed | PortalFailure) -> None:
        """The sender has asked for a dossier code that was late."""
        if isinstance(answer, Unreachable):
            self._lost()
        elif isinstance(answer, Filed):
            self._heard(well=True)
        elif isinstance(answer, Unauthorised):
            self._refused()
        if isinstance(answer, Filed) and answer.receipt.dossier_code:
            item.dossier_code = answer.receipt.dossier_code
        else:
            self._put_off(item, "the dossier code is not there yet")

    def idled(self, looked: Any) -> None:
        """The sender had nothing to send: perhaps it has ``looked`` for the portal, and let go of what is old."""
        if self.mono - self.heard_at >= 60:
            self.heard_at = self.mono
            if isinstance(looked, Unreachable):
                self._lost()
            else:
                self.online, self.alarm, self.lost_at = True, self.refused, None
        if self.mono - self.tidied_at < 3600:
            return
        self.tidied_at = self.mono
        limit = datetime.fromtimestamp(self.wall, tz=self.items[0].created_at.tzinfo) if self.items else None
        self.items = [item for item in self.items if limit is None or not self._is_old(item, limit)]

    @staticmethod
    def _is_old(item: Item, now: datetime) -> bool:
        month_ago = now - timedelta(days=30)
        return (
            item.state is ItemState.PURGED
            and not item.is_unnamed
            and item.received_at is not None
            and max(item.received_at, item.created_at) < month_ago
        )

    def _heard(self, *, well: bool) -> None:
        self.heard_at, self.refused = self.mono, False
        self.online, self.alarm, self.lost_at = True, False, None
        if well:
            self.failures = 0

    def _refused(self) -> None:
        self.refused = self.online = self.alarm = True
        self.lost_at = None
        self._back_off(None)

    def _lost(self) -> None:
        self.failures, self.online = 1, False
        self.lost_at = self.wall if self.lost_at is None else self.lost_at
        self._rest(min(PROBE, FIRST))

    def _put_off(self, item: Item, reason: str, retry_after: float | None = None) -> None:
        item.attempts += 1
        item.next_at, item.reason = self.wall + self._pause(item.attempts, retry_after), reason

    def _back_off(self, retry_after: float | None) -> None:
        self.failures += 1
        self._rest(self._pause(self.failures, retry_after))

    def _rest(self, seconds: float) -> None:
        self.rest_until = self.mono + seconds

    def _pause(self, failures: int, retry_after: float | None) -> float:
        if retry_after is not None:
            return min(LONGEST, retry_after + max(retry_after, FIRST))
        return self._ceiling(failures)

    @staticmethod
    def _ceiling(failures: int) -> float:
        return float(min(LONGEST, FIRST * 2 ** (failures - 1)))
