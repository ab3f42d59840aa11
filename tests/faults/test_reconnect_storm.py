"""The line comes back to ten thousand kiosks at once: the portal is neither trampled nor left idle.

Real senders with the real policy, on a clock that is only counted; their rows lie in lists, for ten thousand databases
would say nothing more. The portal files so many a second; to all that is beyond it answers 429, and in Retry-After
when it reckons with room. The spread is sized as docs/settings.md says: kiosks x dossiers / capacity.
"""

from __future__ import annotations

import heapq
import logging
import math
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import structlog
from doubles.manual import START

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import Busy, Filed, Reached, Receipt, Unreachable
from kiosk.domain.submission import JsonValue
from offline_queue.retry import RetryPolicy
from offline_queue.sender import Pace, Sender
from offline_queue.work_rows import Work

DOSSIERS = 3
"""So many wait on each kiosk."""

OUTAGE = 7_200.0
ANSWER_SECONDS = 0.2
PLACES = 2
"""For each that it turns away the portal reckons with so many filings before there is room."""


@dataclass(slots=True)
class VirtualClock:
    """Everybody's clock; ``spent`` is what the step under way has taken so far."""

    seconds: float = 0.0
    spent: float = 0.0

    def monotonic(self) -> float:
        return self.seconds + self.spent

    def now(self) -> datetime:
        return START + timedelta(seconds=self.monotonic())


@dataclass(slots=True)
class Portal:
    """Is there from ``OUTAGE`` on, and counts by the second what it was asked and what it did."""

    clock: VirtualClock
    capacity: int
    asked: Counter[int] = field(default_factory=Counter)
    filed: Counter[int] = field(default_factory=Counter)
    last: float = 0.0
    room_at: float = 0.0
    receipts: set[UUID] = field(default_factory=set)

    def reach(self) -> Reached | Unreachable:
        return Reached() if self._answer() >= OUTAGE else Unreachable("ConnectError")

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | Busy | Unreachable:
        now = self._answer()
        if now < OUTAGE:
            return Unreachable("ConnectError")
        second = int(now)
        self.asked[second] += 1
        if self.filed[second] >= self.capacity:
            self.room_at = max(now + 1, self.room_at + PLACES / self.capacity)
            return Busy(429, float(math.ceil(self.room_at - now)))
        assert submission_id not in self.receipts
        self.receipts.add(submission_id)
        self.filed[second] += 1
        self.last = now
        return Filed(Receipt(submission_id, str(document["manifest_sha256"]), START, "H00.00-261012-0001"))

    def _answer(self) -> float:
        self.clock.spent += ANSWER_SECONDS
        return self.clock.monotonic()


class Rows:
    """The outbox of one kiosk in memory, as far as the sender asks for it. The line has been lost for the outage."""

    def __init__(self, items: list[UUID]) -> None:
        self._items = {one: Work(one, "m", ItemState.STORED, 0) for one in items}
        self._due = dict.fromkeys(items, 0.0)
        self._lost_at: float | None = START.timestamp()

    def next_due(self, now: float, *, messages_first: bool = False) -> Work | None:
        return next((work for work in self._items.values() if self._due[work.submission_id] <= now), None)

    def next_unnamed(self, now: float) -> None:
        return None

    def uploads(self, submission_id: UUID) -> tuple[()]:
        return ()

    def settle(self) -> None:
        pass

    def envelope(self, work: Work) -> Rows:
        return self

    def document(self) -> dict[str, JsonValue]:
        return {"manifest_sha256": "m"}

    def move(self, work: Work, target: ItemState) -> None:
        pass

    def filed(self, work: Work, receipt: Receipt) -> None:
        del self._items[work.submission_id]

    def put_off(self, work: Work, until: float, reason: str, *, afresh: bool) -> None:
        attempts = 1 if afresh else work.attempts + 1
        self._items[work.submission_id] = Work(work.submission_id, "m", work.state, attempts)
        self._due[work.submission_id] = until

    def line(self, *, online: bool, alarm: str | None = None) -> None:
        self._lost_at = None

    def line_lost(self, now: float, alarm: str | None = None) -> None:
        self._lost_at = now if self._lost_at is None else self._lost_at

    def lost_at(self) -> float | None:
        return self._lost_at

    def is_empty(self) -> bool:
        return not self._items


class House:
    """Nothing to tidy."""

    def tidy(self) -> None:
        pass


def storm(policy: RetryPolicy, kiosk_count: int, capacity: int) -> tuple[float, float]:
    """Let the line come back; returns drain and peak in multiples of the ideal and of the capacity."""
    dice, clock = random.Random(12), VirtualClock()
    portal = Portal(clock, capacity)
    kiosks: list[tuple[Rows, Sender]] = []
    for number in range(kiosk_count):
        rows: Any = Rows([UUID(int=number * DOSSIERS + place) for place in range(DOSSIERS)])
        there: Any = portal
        house: Any = House()
        chance = random.Random(dice.random())
        kiosks.append((rows, Sender(rows, there, Pace(1.0, policy), house, clock, randomness=chance)))
    moments = [(OUTAGE - dice.uniform(0, 120), number) for number in range(kiosk_count)]
    heapq.heapify(moments)
    while moments:
        clock.seconds, number = heapq.heappop(moments)
        clock.spent = 0.0
        rows, sender = kiosks[number]
        rest = sender.step()
        if not rows.is_empty():
            heapq.heappush(moments, (clock.monotonic() + max(rest, 0.001), number))
    ideal = kiosk_count * DOSSIERS / capacity
    drain, peak = (portal.last - OUTAGE) / ideal, max(portal.asked.values()) / capacity
    print(f"drain {drain:.3f} x ideal, peak {peak:.2f} x capacity, {portal.asked.total()} questions")
    assert len(portal.receipts) == kiosk_count * DOSSIERS
    return drain, peak


@pytest.fixture(autouse=True)
def silent() -> Any:
    """A hundred thousand lines of a log nobody reads."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


def test_ten_thousand_kiosks_come_back_at_the_portals_own_pace() -> None:
    drain, peak = storm(RetryPolicy(), 10_000, 100)
    assert drain <= 1.1
    assert peak <= 2.0


@pytest.mark.soak
def test_a_portal_of_half_the_capacity_wants_twice_the_spread() -> None:
    drain, peak = storm(RetryPolicy(spread=600.0), 10_000, 50)
    assert drain <= 1.1
    assert peak <= 2.0


def test_without_the_spread_they_would_trample_it() -> None:
    _, peak = storm(RetryPolicy(spread=0.0), 1_000, 10)
    assert peak > 2.0
