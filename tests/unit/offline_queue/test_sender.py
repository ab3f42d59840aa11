"""The sender's manners: who is tried when, what makes everything rest, and what never blocks the others."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pyrage
import pytest
from doubles.manual import START, ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    Filed,
    NewUpload,
    NotKnown,
    PortalFailure,
    Reached,
    Receipt,
    Refused,
    Unauthorised,
    Unproven,
    Unreachable,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue, SubmissionKind
from offline_queue.ballast import Room
from offline_queue.household import Household, Rules
from offline_queue.ledger import LEDGER, Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.retry import RetryPolicy
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.states import WAITING
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())

Verdict = Callable[[UUID], PortalFailure | UploadsMissing | None]


class ScriptedPortal:
    """Keeps what is sent in memory; ``verdict`` may answer a filing with something else than a receipt."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}
        self.offsets: dict[str, int] = {}
        self.filings: list[UUID] = []
        self.probes = 0
        self.line: PortalFailure | None = None
        self.verdict: Verdict = lambda _submission_id: None
        self.sent: Callable[[int], None] = lambda _size: None
        self.code: str | None = "H00.00-261012-0001"

    def reach(self) -> Reached | PortalFailure:
        self.probes += 1
        return self.line or Reached()

    def start_upload(self, upload: NewUpload) -> UploadStarted | PortalFailure:
        if self.line is not None:
            return self.line
        upload_id = f"u{len(self.sizes)}"
        self.sizes[upload_id], self.offsets[upload_id] = upload.size, 0
        return UploadStarted(upload_id)

    def upload_offset(self, upload_id: str) -> UploadOffset | UploadGone | PortalFailure:
        if self.line is not None:
            return self.line
        return UploadOffset(self.offsets[upload_id], self.sizes[upload_id]) if upload_id in self.sizes else UploadGone()

    def append(self, upload_id: str, offset: int, piece: bytes) -> UploadOffset | UploadGone | PortalFailure:
        if self.line is not None:
            return self.line
        if upload_id not in self.sizes:
            return UploadGone()
        assert offset == self.offsets[upload_id]
        self.offsets[upload_id] += len(piece)
        self.sent(len(piece))
        return UploadOffset(self.offsets[upload_id])

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        self.filings.append(submission_id)
        return self.line or self.verdict(submission_id) or self._filed(submission_id, str(document["manifest_sha256"]))

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed | NotKnown | PortalFailure:
        return self.line or self._filed(submission_id, manifest_sha256)

    def _filed(self, submission_id: UUID, manifest: str) -> Filed:
        return Filed(Receipt(submission_id, manifest, START, self.code))

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        return NotKnown()


class Bench:
    """An outbox, a sender whose time a test moves, and a scripted portal."""

    def __init__(self, folder: Path, policy: RetryPolicy) -> None:
        self.folder = folder
        self.clock = ManualClock()
        self.portal = ScriptedPortal()
        self.outbox = SqliteOutbox(folder, "AH-01", (RECIPIENT,), self.clock)
        self.rows = WorkRows(folder)
        house = Household(
            self.rows, Room(folder, 0, 0), Ledger(folder), Rules(metrics_file=folder / "aps.prom"), self.clock
        )
        self.sender = Sender(self.rows, self.portal, Pace(1.0, policy), house, self.clock, randomness=random.Random(3))

    def store(self, *sizes: int, **changes: Any) -> UUID:
        stored = self.outbox.store(submission(*sizes, **changes))
        assert isinstance(stored, Stored)
        return stored.submission_id

    def state(self, submission_id: UUID) -> ItemState:
        delivery = self.outbox.delivery(submission_id)
        assert delivery is not None
        return delivery.state

    def work_for(self, seconds: float) -> None:
        """Let the sender work for so long on the test's own clock."""
        end = self.clock.seconds + seconds
        while self.clock.seconds < end:
            self.clock.seconds += max(self.sender.step(), 0.01)

    def close(self) -> None:
        self.rows.close()
        self.outbox.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path, RetryPolicy(first=1.0, longest=600.0, probe=30.0, spread=300.0))
    yield bench
    bench.close()


def test_the_oldest_goes_first(bench: Bench) -> None:
    ids = [bench.store() for _ in range(3)]
    bench.work_for(1)
    assert bench.portal.filings == ids


MESSAGES = (SubmissionKind.RATING, SubmissionKind.HELP_REQUEST, SubmissionKind.COMPLAINT)


@pytest.mark.parametrize("kind", MESSAGES)
@pytest.mark.parametrize("run", [lambda bench: bench.work_for(1), lambda bench: bench.sender.drain()])
def test_a_message_lets_dossiers_and_supplements_pass(
    bench: Bench, kind: SubmissionKind, run: Callable[[Bench], None]
) -> None:
    message = bench.store(kind=kind)
    ids = [bench.store(), bench.store(1000, kind=SubmissionKind.SUPPLEMENT, dossier_code="H00.00-261012-0001")]
    run(bench)
    assert bench.portal.filings == [*ids, message]


def test_a_message_is_not_kept_back_for_ever(bench: Bench) -> None:
    messages = [bench.store(kind=kind) for kind in MESSAGES]
    dossiers = [bench.store() for _ in range(35)]
    bench.work_for(60)
    assert bench.portal.filings == [
        *dossiers[:10], messages[0], *dossiers[10:20], messages[1], *dossiers[20:30], messages[2], *dossiers[30:],
    ]  # fmt: skip


def test_messages_go_while_every_dossier_rests(bench: Bench) -> None:
    bad = bench.store()
    bench.portal.verdict = lambda submission_id: Busy(500) if submission_id == bad else None
    message = bench.store(kind=SubmissionKind.RATING)
    bench.work_for(1)
    assert bench.state(message) is ItemState.PURGED
    assert bench.state(bad) is not ItemState.PURGED


@pytest.mark.parametrize(
    "poison",
    [
        Busy(500),
        Busy(503),
        Busy(429, 5.0),
        Untrusted("a foreign receipt"),
        Unreachable("reset"),
        Unauthorised(403, "no"),
        Unproven("Hostname mismatch"),
        UploadsMissing(("nonsense",)),
        Refused(422, "no"),
    ],
    ids=lambda poison: type(poison).__name__,
)
def test_one_poisoned_dossier_never_blocks_the_rest(bench: Bench, poison: PortalFailure | UploadsMissing) -> None:
    bad = bench.store(1000)
    bench.portal.verdict = lambda submission_id: poison if submission_id == bad else None
    good = [bench.store(1000) for _ in range(5)]
    bench.work_for(120)
    assert all(bench.state(one) is ItemState.PURGED for one in good)
    assert bench.state(bad) is not ItemState.PURGED


def test_while_the_line_is_lost_it_is_probed_and_no_dossier_is_worn_out(bench: Bench) -> None:
    bench.portal.line = Unreachable("refused")
    ids = [bench.store(1000) for _ in range(3)]
    bench.work_for(3600)
    assert bench.portal.probes > 3600 / 30
    assert bench.portal.probes < 3600 / 5
    assert bench.portal.filings == []
    with closing(StaffQueue(bench.folder)) as staff:
        assert sum(item.attempts for item in staff.items()) == 1
    assert bench.outbox.summary().online is False
    bench.portal.line = None
    bench.work_for(30 + 300 + 2)
    assert bench.portal.filings == ids
    assert bench.outbox.summary().online is True


def test_after_a_long_outage_kiosks_come_back_at_moments_of_their_own(bench: Bench) -> None:
    pauses = [bench.sender._pace.policy.reconnect(3600, random.Random(seed)) for seed in range(200)]
    assert min(pauses) < 30
    assert max(pauses) > 270


def test_a_short_break_of_the_line_costs_a_citizen_seconds(bench: Bench) -> None:
    bench.portal.line = Unreachable("refused")
    dossier = bench.store(1000)
    bench.work_for(2)
    bench.portal.line = None
    bench.work_for(12)
    assert bench.state(dossier) is ItemState.PURGED


@pytest.mark.parametrize("status", [401, 403])
def test_a_kiosk_that_is_not_accepted_stops_raises_the_alarm_and_goes_on_when_it_is(bench: Bench, status: int) -> None:
    ids = [bench.store() for _ in range(20)]
    bench.portal.verdict = lambda _submission_id: Unauthorised(status, "unknown kiosk")
    bench.work_for(60)
    assert 1 < len(bench.portal.filings) < 20
    with closing(StaffQueue(bench.folder)) as staff:
        assert "not accept" in str(staff.alarm())
    bench.portal.verdict = lambda _submission_id: None
    bench.work_for(200)
    assert all(bench.state(one) is ItemState.PURGED for one in ids)
    with closing(StaffQueue(bench.folder)) as staff:
        assert staff.alarm() is None


def test_the_alarm_of_a_refused_kiosk_is_not_ended_by_an_answer_that_needs_no_token(bench: Bench) -> None:
    bench.store()
    bench.portal.verdict = lambda _submission_id: Unauthorised(403, "unknown kiosk")
    bench.work_for(1500)
    assert bench.portal.probes
    with closing(StaffQueue(bench.folder)) as staff:
        assert "not accept" in str(staff.alarm())


def test_a_portal_that_cannot_prove_itself_rests_all_and_is_asked_ever_more_seldom(bench: Bench) -> None:
    ids = [bench.store(1000) for _ in range(3)]
    bench.portal.line = Unproven("self-signed certificate")
    bench.work_for(7200)
    assert 7200 / 600 < bench.portal.probes < 60
    assert bench.outbox.summary().online is False
    with closing(StaffQueue(bench.folder)) as staff:
        assert "self-signed certificate" in str(staff.alarm())
        assert [item.attempts for item in staff.items()] == [1, 0, 0]
    bench.portal.line = None
    bench.work_for(600 + 300)
    assert all(bench.state(one) is ItemState.PURGED for one in ids)
    with closing(StaffQueue(bench.folder)) as staff:
        assert staff.alarm() is None


def test_a_portal_that_cannot_prove_itself_is_told_of_also_when_nothing_waits(bench: Bench) -> None:
    bench.portal.line = Unproven("certificate has expired")
    bench.work_for(120)
    with closing(StaffQueue(bench.folder)) as staff:
        assert "certificate has expired" in str(staff.alarm())


def test_retry_after_is_kept_to_by_all(bench: Bench) -> None:
    for _ in range(5):
        bench.store()
    bench.portal.verdict = lambda _submission_id: Busy(503, 100.0)
    bench.work_for(95)
    assert len(bench.portal.filings) == 1


def test_a_clock_that_jumps_back_years_does_not_hold_a_dossier_for_years(bench: Bench) -> None:
    dossier = bench.store()
    bench.portal.verdict = lambda _submission_id: Busy(500)
    bench.work_for(2)
    bench.portal.verdict = lambda _submission_id: None
    bench.clock.seconds -= 5 * 365 * 86_400
    bench.sender._rest_until = float("-inf")  # the monotonic clock of this double jumps with the other
    bench.work_for(2)
    assert bench.state(dossier) is ItemState.PURGED


def test_a_code_that_is_late_is_asked_for_ever_more_seldom(bench: Bench) -> None:
    bench.portal.code = None
    dossier = bench.store(300_000)
    bench.work_for(7200)
    with closing(StaffQueue(bench.folder)) as staff:
        (item,) = staff.items()
    assert 10 < item.attempts < 100
    delivery = bench.outbox.delivery(dossier)
    assert delivery is not None
    assert delivery.dossier_code is None
    assert len(bench.portal.filings) == 1
    bench.portal.code = "H00.00-261012-0009"
    bench.work_for(601)
    delivery = bench.outbox.delivery(dossier)
    assert delivery is not None
    assert delivery.dossier_code == "H00.00-261012-0009"


def test_uploads_that_the_portal_lost_are_sent_again_in_the_same_try(bench: Bench) -> None:
    dossier = bench.store(300_000, 1000)
    lost: list[str] = []

    def lose_once(_submission_id: UUID) -> UploadsMissing | None:
        if lost:
            return None
        lost.append("u0")
        del bench.portal.sizes["u0"]
        bench.portal.sizes["kept"] = 0
        return UploadsMissing(("u0",))

    bench.portal.verdict = lose_once
    bench.work_for(1)
    assert bench.state(dossier) is ItemState.PURGED
    assert bench.portal.filings == [dossier, dossier]


def test_an_error_of_our_own_with_one_dossier_does_not_stop_the_others(bench: Bench) -> None:
    bad = bench.store()

    def stumble(submission_id: UUID) -> None:
        if submission_id == bad:
            raise RuntimeError("ours")

    bench.portal.verdict = stumble
    good = bench.store()
    bench.work_for(5)
    assert bench.state(good) is ItemState.PURGED
    assert bench.state(bad) is ItemState.UPLOADED


def test_one_huge_upload_blocks_nobody_and_gets_its_turn_again_and_again(bench: Bench) -> None:
    huge = bench.store(20_000_000)
    small = [bench.store(1000) for _ in range(20)]

    def take_time(size: int) -> None:
        bench.clock.seconds += size / 32_000

    bench.portal.sent = take_time
    begun = bench.clock.seconds
    bench.work_for(60)
    assert all(bench.state(one) is ItemState.PURGED for one in small)
    assert bench.state(huge) is ItemState.UPLOADING
    while bench.state(huge) is not ItemState.PURGED:
        bench.store(300_000)
        bench.work_for(20)
        assert bench.clock.seconds - begun < 2 * 20_000_000 / 32_000 + 120, "others take more than their half"
    with closing(StaffQueue(bench.folder)) as staff:
        assert all(item.attempts == 0 for item in staff.items())


def test_an_upload_that_moves_on_at_every_try_is_not_put_off_longer_and_longer(bench: Bench) -> None:
    dossier = bench.store(3_000_000)
    carried: list[int] = []

    def break_off(size: int) -> None:
        carried.append(size)
        bench.portal.line = Unreachable("reset") if len(carried) % 2 else None

    def come_back() -> Reached:
        bench.portal.line = None
        return Reached()

    bench.portal.sent = break_off
    bench.portal.reach = come_back  # type: ignore[method-assign]
    bench.work_for(60)
    assert bench.state(dossier) is ItemState.PURGED


def test_what_was_set_aside_is_sent_again_by_hand(bench: Bench) -> None:
    dossier = bench.store(1000)
    bench.portal.verdict = lambda _submission_id: Refused(422, "kind is unknown")
    bench.work_for(2)
    assert bench.state(dossier) is ItemState.SET_ASIDE
    bench.portal.verdict = lambda _submission_id: None
    bench.work_for(60)
    assert bench.state(dossier) is ItemState.SET_ASIDE
    with closing(StaffQueue(bench.folder)) as staff:
        (item,) = staff.items()
        assert item.last_error == "422: kind is unknown"
        assert staff.retry(item.reference_code)
        assert not staff.retry(item.reference_code)
    bench.work_for(2)
    assert bench.state(dossier) is ItemState.PURGED


def test_after_delivery_no_sealed_byte_is_left(bench: Bench) -> None:
    bench.store(600_000)
    bench.work_for(2)
    rows = bench.rows._connection.execute("SELECT count(*) FROM chunk").fetchall()
    assert rows == [(0,)]


def test_what_the_portal_has_had_for_a_month_is_forgotten_and_is_no_loss(bench: Bench) -> None:
    old = bench.store(1_000)
    bench.work_for(1)
    bench.clock.seconds += 20 * 86_400
    stored = bench.outbox.store(submission(created_at=bench.clock.now()))
    assert isinstance(stored, Stored)
    young = stored.submission_id
    bench.work_for(1)
    bench.clock.seconds += 11 * 86_400
    bench.work_for(1)
    with closing(StaffQueue(bench.folder)) as staff:
        assert [UUID(item.submission_id) for item in staff.items()] == [young]
        assert staff.verify() == (0, [])
    assert bench.outbox.delivery(old) is None
    assert str(old) not in (bench.folder / LEDGER).read_text()
    assert str(young) in (bench.folder / LEDGER).read_text()


def test_a_ledger_that_cannot_be_written_stops_neither_the_sender_nor_takes_a_row_away(bench: Bench) -> None:
    old = bench.store()
    bench.work_for(1)
    bench.clock.seconds += 40 * 86_400
    (bench.folder / "stored.new").mkdir()
    young = bench.store()
    bench.work_for(3)
    assert bench.state(young) is ItemState.PURGED
    assert bench.state(old) is ItemState.PURGED


def test_what_waits_is_never_too_old(bench: Bench) -> None:
    bench.portal.line = Unreachable("reset")
    waits = bench.store()
    bench.clock.seconds += 400 * 86_400
    bench.work_for(5)
    assert bench.state(waits) in WAITING


def test_those_who_watch_are_told_what_waits_and_for_how_long_and_nothing_about_anybody(bench: Bench) -> None:
    stop = threading.Event()
    bench.portal.line = Unreachable("reset")
    waits = bench.outbox.store(submission(created_at=bench.clock.now()))
    assert isinstance(waits, Stored)
    bench.clock.seconds += 90
    stop.wait = lambda _seconds: stop.set() or True  # type: ignore[method-assign, func-returns-value]
    bench.sender.run(stop)
    told = dict(
        line.rsplit(" ", 1) for line in (bench.folder / "aps.prom").read_text().splitlines() if not line.startswith("#")
    )
    assert told["aps_kiosk_queue_waiting"] == "1.0"
    assert told["aps_kiosk_queue_oldest_seconds"] == "90.0"
    assert float(told["aps_kiosk_disk_free_bytes"]) > 0
    assert told["aps_kiosk_line_up"] == "0.0"
    assert told["aps_kiosk_queue_damaged"] == "0.0"
    assert len(told) == 9
