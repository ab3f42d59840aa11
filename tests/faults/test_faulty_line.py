"""A line that breaks at any byte of either direction, and answers that are not the portal's: each dossier exactly once.

A real TCP proxy stands between the sender and the strict portal. A delivery without faults is measured first; then each
dossier meets one fault, until every kind has had its turn at every exchange and the cuts have gone through all bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from doubles.faults_of_a_line import Fault, faults_of
from doubles.faulty_proxy import FaultyProxy
from doubles.filed import check_everything_was_filed_once
from doubles.manual import ManualClock
from doubles.queue_line import device_key
from doubles.submissions import submission

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.outbox import Stored
from kiosk.domain.submission import Submission
from offline_queue.ballast import Room
from offline_queue.device_token import DeviceIdentity
from offline_queue.household import Household, Rules
from offline_queue.ledger import Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_client import HttpPortal
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.retry import RetryPolicy
from offline_queue.route import Route
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

PATIENCE = 0.5
TRIES = 8


class Line:
    """One kiosk behind the proxy, whose sender is told to try again whatever it was told to wait."""

    def __init__(self, folder: Path, portal: PortalSimulator, proxy: FaultyProxy) -> None:
        self.folder, self.proxy = folder, proxy
        self.outbox = SqliteOutbox(folder, "AH-01", (portal.recipient,), ManualClock())
        self.rows = WorkRows(folder)
        self.client = HttpPortal(proxy.url, DeviceIdentity("AH-01", device_key(portal)), Route(PATIENCE), SystemClock())
        house = Household(self.rows, Room(folder, 0, 0), Ledger(folder), Rules(), SystemClock())
        pace = Pace(0.01, RetryPolicy(first=0.0, longest=0.0, spread=0.0))
        self.sender = Sender(self.rows, self.client, pace, house, SystemClock(), randomness=random.Random(7))
        self.stored: dict[str, Submission] = {}
        self.tries = 0

    def deliver(self, *faults: Fault | None) -> None:
        """Store a dossier and send it; the first tries meet these faults, one each."""
        dossier = submission(1_500)
        assert isinstance(self.outbox.store(dossier), Stored)
        self.stored[str(dossier.submission_id)] = dossier
        for number in range(TRIES):
            self.proxy.arm(faults[number] if number < len(faults) else None)
            self.sender.drain()
            self.tries += 1
            if not self.rows.waiting():
                return
        raise AssertionError(f"not delivered in {TRIES} tries with {faults}")

    def check(self, portal: PortalSimulator) -> None:
        check_everything_was_filed_once(portal, self.stored)
        codes = {
            folder.name: json.loads((folder / "receipt.json").read_text())["dossier_code"] for folder in portal.filed()
        }
        for name in self.stored:
            delivery = self.outbox.delivery(UUID(name))
            assert delivery is not None
            assert delivery.dossier_code == codes[name]
        with closing(StaffQueue(self.folder)) as staff:
            assert staff.verify() == (0, [])

    def close(self) -> None:
        self.client.close()
        self.rows.close()
        self.outbox.close()


@contextmanager
def line(folder: Path) -> Iterator[tuple[Line, PortalSimulator]]:
    with PortalSimulator(folder / "portal") as portal, FaultyProxy(portal.url) as proxy:
        one = Line(folder / "data", portal, proxy)
        with closing(one):
            yield one, portal


def deliver(folder: Path, count: int) -> None:
    dice = random.Random(count)
    with line(folder) as (kiosk, portal):
        kiosk.deliver(None)
        kiosk.deliver(None)  # with the token at hand; that is what is measured
        plan = faults_of(kiosk.proxy.exchanges, kiosk.proxy.bytes, count)
        dice.shuffle(plan)
        for fault in plan:
            again = [dice.choice(plan) for _ in range(dice.choice((0, 0, 0, 1, 2)))]
            kiosk.deliver(fault, *again)
        assert kiosk.proxy.faults >= count * 0.9, "the faults were not met"
        print(f"{len(plan)} submissions, {kiosk.proxy.faults} faults, {kiosk.tries} tries")
        kiosk.check(portal)


def test_whatever_the_line_does_each_dossier_is_filed_once(tmp_path: Path) -> None:
    deliver(tmp_path, 150)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_thousand_dossiers_over_a_line_that_breaks_at_every_byte(tmp_path: Path) -> None:
    deliver(tmp_path, 2_000)


def test_the_check_would_see_a_dossier_that_was_filed_twice_or_changed(tmp_path: Path) -> None:
    with line(tmp_path) as (kiosk, portal):
        kiosk.deliver(None)
        (folder,) = portal.filed()
        paper = next((folder / "papers").iterdir())
        paper.write_bytes(paper.read_bytes()[:-1])
        with pytest.raises(AssertionError):
            kiosk.check(portal)
