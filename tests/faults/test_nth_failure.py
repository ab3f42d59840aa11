"""The disk fails at its Nth deed, once or from then on: no false *safe*, and all is well once the disk is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import apsw
import pyrage
import pytest
from doubles.faulty_disk import FaultyDisk, Trouble
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import Receipt
from kiosk.domain.submission import Submission
from offline_queue.errors import StorageError
from offline_queue.outbox import SqliteOutbox
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
NOON = datetime(2026, 10, 12, 5, tzinfo=UTC)
MOST = 300
DOSSIERS = (submission(2_000), submission(300_000), submission(), submission(5_000))


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder whose syncs cost nothing, where the system has one: what fails here is a disk of ours."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is made by tempfile
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def nth(number: int, error: type[apsw.Error], *, lasting: bool) -> Trouble:
    """Fail at the deed of this number, or from it on."""
    count = 0

    def trouble(_deed: str, _is_log: bool) -> Exception | None:
        nonlocal count
        count += 1
        return error("the disk says no") if count == number or (lasting and count > number) else None

    return trouble


def live(folder: Path) -> tuple[dict[UUID, Stored], set[UUID]]:
    """Store three dossiers, file the first, store one more; returns what was told to be safe and to be received."""
    safe: dict[UUID, Stored] = {}
    received: set[UUID] = set()
    with closing(SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        for dossier in DOSSIERS[:3]:
            _store(outbox, dossier, safe)
        with suppress(StorageError, apsw.Error), closing(WorkRows(folder)) as rows:
            for work in rows.waiting()[:1]:
                rows.move(work, ItemState.UPLOADING)
                rows.move(work, ItemState.UPLOADED)
                rows.filed(work, Receipt(work.submission_id, work.manifest_sha256, NOON, "H00.00-261012-0001"))
                received.add(work.submission_id)
        _store(outbox, DOSSIERS[3], safe)
    return safe, received


def _store(outbox: SqliteOutbox, dossier: Submission, safe: dict[UUID, Stored]) -> None:
    answer = outbox.store(dossier)
    if isinstance(answer, Stored):
        safe[dossier.submission_id] = answer


# SQLite swallows what fails while it closes or tidies up; apsw then tells Python of an exception that nobody takes.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError], ids=["EIO", "ENOSPC"])
def test_no_failure_of_the_disk_makes_a_false_promise(
    error: type[apsw.Error],
    lasting: bool,
    memory: Path,
    disk: FaultyDisk,
) -> None:
    refused = 0
    for number in range(1, MOST + 1):
        folder = memory / f"{number}"
        disk.trouble = nth(number, error, lasting=lasting)
        safe, received = live(folder)
        refused += len(safe) < len(DOSSIERS)
        disk.trouble = lambda _deed, _is_log: None
        with closing(SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
            again = {dossier.submission_id: outbox.store(dossier) for dossier in DOSSIERS}
            standing = {name: outbox.delivery(name) for name in received}
        with closing(StaffQueue(folder)) as staff:
            assert staff.verify()[1] == [], number
            assert len(staff.items()) == len(DOSSIERS), number
        assert safe.items() <= again.items(), number
        assert all(found and found.dossier_code for found in standing.values()), number
    assert refused > MOST // 10
