"""Power cuts at every moment of an outbox's life: what was called safe is there, whole, under its code.

The deeds of the real outbox are recorded once; each cut then draws what a disk may hold at that moment. The test must
fail on a disk that lies about syncs, and with a database that does not sync each commit: else it would prove nothing.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from doubles.crash_disk import Deed, LoggingDisk, crashes
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import Receipt
from offline_queue import schema
from offline_queue.errors import StorageError
from offline_queue.outbox import SqliteOutbox
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
NOON = datetime(2026, 10, 12, 5, tzinfo=UTC)
SIZES = [(), (2_000,), (300_000,), (), (5_000, 5_000), (), (40_000,), ()]


@dataclass(frozen=True, slots=True)
class Safe:
    """The citizen was told that this is safe."""

    submission_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class Received:
    """The portal's receipt was kept, and the sealed bytes let go."""

    submission_id: UUID


def live(folder: Path, disk: LoggingDisk) -> list[Deed]:
    """Store, send, put off, set aside, close and open again; returns all that happened to the disk."""
    for _ in range(2):
        with closing(SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
            for sizes in SIZES:
                store(outbox, disk, *sizes)
            with closing(WorkRows(folder)) as rows:
                send(rows, disk, 3)
                store(outbox, disk, 3_000)
                send(rows, disk, 2)
    return disk.end()


def store(outbox: SqliteOutbox, disk: LoggingDisk, *sizes: int) -> None:
    stored = outbox.store(submission(*sizes))
    assert isinstance(stored, Stored)
    disk.tell(Safe(stored.submission_id, stored.reference_code))


def send(rows: WorkRows, disk: LoggingDisk, count: int) -> None:
    """File ``count`` submissions, put the next one off, and set one aside."""
    works = rows.waiting()
    for work in works[:count]:
        rows.move(work, ItemState.UPLOADING)
        for upload in rows.uploads(work.submission_id):
            rows.begin_upload(work, upload, "u-1")
            rows.finish_upload(work, upload)
        rows.move(work, ItemState.UPLOADED)
        rows.filed(work, Receipt(work.submission_id, work.manifest_sha256, NOON, "H00.00-261012-0001"))
        disk.tell(Received(work.submission_id))
    rows.put_off(works[count], NOON.timestamp(), "the portal is busy (503)")
    rows.set_aside(works[count + 1], "422: no")


def judge(files: dict[str, bytes], told: list[object], folder: Path) -> list[str]:
    """Start again on what the cut has left; returns what is wrong: nothing, or what was lost or damaged."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    try:
        with closing(SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
            wrong = [fault for promise in told if (fault := broken(outbox, promise))]
            stored = outbox.store(submission())
        with closing(StaffQueue(folder)) as staff:
            wrong += staff.verify()[1]
    except StorageError as error:
        return [f"damaged: {error}"]
    codes = [promise.code for promise in told if isinstance(promise, Safe)]
    if not isinstance(stored, Stored) or stored.reference_code in codes:
        wrong.append(f"after the cut: {stored}")
    return wrong


def broken(outbox: SqliteOutbox, promise: object) -> str:
    """Say how a promise was broken, empty when it was kept."""
    match promise:
        case Safe(submission_id, code):
            found = outbox.delivery(submission_id)
            return "" if found is not None and found.reference_code == code else f"lost: {code}"
        case Received(submission_id):
            found = outbox.delivery(submission_id)
            return "" if found is not None and found.dossier_code else f"receipt lost: {submission_id}"
        case _:
            raise AssertionError(promise)


def cut(log: list[Deed], count: int, seed: int, *, obeys: bool = True) -> list[str]:
    """Cut the power ``count`` times at random moments; returns all that went wrong."""
    dice = random.Random(seed)
    moments = sorted(dice.randrange(1, len(log) + 1) for _ in range(count))
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is made by tempfile
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        return [
            f"{moment} of {len(log)}: {fault}"
            for moment, (files, told) in zip(moments, crashes(log, moments, dice, obeys=obeys), strict=True)
            for fault in judge(files, told, Path(folder) / "data")
        ]


def test_no_power_cut_loses_or_damages_what_was_called_safe(tmp_path: Path, logged: LoggingDisk) -> None:
    assert cut(live(tmp_path / "data", logged), 2_000, seed=12) == []


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_hundred_thousand_power_cuts(tmp_path: Path, logged: LoggingDisk) -> None:
    log = live(tmp_path / "data", logged)
    assert [fault for seed in range(50) for fault in cut(log, 2_000, seed)] == []


def test_a_disk_that_lies_about_syncs_is_found_out(tmp_path: Path, logged: LoggingDisk) -> None:
    assert cut(live(tmp_path / "data", logged), 100, seed=12, obeys=False) != []


def test_a_database_that_does_not_sync_each_commit_is_found_out(
    tmp_path: Path, logged: LoggingDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    weaker = tuple(pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in schema._PRAGMAS)
    assert weaker != schema._PRAGMAS
    monkeypatch.setattr(schema, "_PRAGMAS", weaker)
    assert cut(live(tmp_path / "data", logged), 100, seed=12) != []
