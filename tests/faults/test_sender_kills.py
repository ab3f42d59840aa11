"""kill -9 of the sender at fifty random moments: nothing acknowledged is lost, nothing is filed twice."""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from uuid import UUID

from doubles.filed import check_everything_was_filed_once
from doubles.manual import ManualClock
from doubles.nursery import Nursery, nursery
from doubles.queue_line import settings_file
from doubles.submissions import submission

from kiosk.domain.outbox import Stored
from kiosk.domain.submission import Submission
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator

KILLS = 50
SEED = 20261012
DEADLINE = 60.0


def test_fifty_kills_of_the_sender_lose_nothing_and_file_nothing_twice(tmp_path: Path) -> None:
    moments = random.Random(SEED)
    stored: dict[str, Submission] = {}
    found: Counter[str] = Counter()
    with (
        PortalSimulator(tmp_path / "portal") as portal,
        closing(SqliteOutbox(tmp_path / "data", "AH-01", (portal.recipient,), ManualClock())) as outbox,
        nursery(settings_file(tmp_path, portal)) as senders,
    ):
        portal.change({"bytes_per_second": 6_000_000})
        for _ in range(KILLS):
            while outbox.summary().waiting < 2:
                store(outbox, stored)
            kill_at_some_moment(senders, portal, outbox, moments)
            found.update(state_of(outbox, key) for key in stored)
        portal.change({"bytes_per_second": None})
        deadline = time.monotonic() + DEADLINE
        while outbox.summary().waiting:
            senders.await_death(senders.start("once"))
            assert time.monotonic() < deadline
        assert outbox.summary().set_aside == 0
        print(f"{len(stored)} dossiers; states found after the kills: {dict(found)}")
        assert found["uploading"] + found["uploaded"] > KILLS // 5, "the kills did not meet deliveries under way"
        check_everything_was_filed_once(portal, stored)


def store(outbox: SqliteOutbox, stored: dict[str, Submission]) -> None:
    dossier = submission(300_000, 20_000)
    answer = outbox.store(dossier)
    assert isinstance(answer, Stored)
    stored[str(dossier.submission_id)] = dossier


def kill_at_some_moment(
    senders: Nursery, portal: PortalSimulator, outbox: SqliteOutbox, moments: random.Random
) -> None:
    """Let the sender ask a random number of questions and live some random milliseconds longer, then kill it."""
    enough, deadline = portal.requests + moments.randrange(12), time.monotonic() + DEADLINE
    sender = senders.start("sender")
    while portal.requests < enough and outbox.summary().waiting and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(moments.uniform(0, 0.03))
    senders.kill(sender)


def state_of(outbox: SqliteOutbox, submission_id: str) -> str:
    delivery = outbox.delivery(UUID(submission_id))
    assert delivery is not None
    return delivery.state.value
