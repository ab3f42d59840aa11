"""A disk that is full to the last byte: its ballast thrown away, the sender empties the queue and loses nothing."""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from uuid import UUID

import apsw
import pyrage
import pytest
from doubles.faulty_disk import FaultyDisk
from doubles.manual import START, ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import ItemState, NotStored, Stored
from kiosk.domain.portal import Filed, NewUpload, Reached, Receipt, UploadOffset, UploadStarted
from kiosk.domain.submission import JsonValue
from offline_queue.ballast import Room
from offline_queue.errors import NoSpaceError
from offline_queue.household import Household, Rules
from offline_queue.ledger import Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.retry import RetryPolicy
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
BALLAST = 400_000
FULL = 50


class WillingPortal:
    """Takes whatever comes."""

    def reach(self) -> Reached:
        return Reached()

    def start_upload(self, upload: NewUpload) -> UploadStarted:
        return UploadStarted(str(upload.attachment_id))

    def upload_offset(self, upload_id: str) -> UploadOffset:
        return UploadOffset(0)

    def append(self, upload_id: str, offset: int, piece: bytes) -> UploadOffset:
        return UploadOffset(offset + len(piece))

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed:
        return Filed(Receipt(submission_id, str(document["manifest_sha256"]), START, "H00.00-261012-0001"))

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed:
        return Filed(Receipt(submission_id, manifest_sha256, START, "H00.00-261012-0001"))

    def lookup(self, code: str, secret: str | None) -> Filed:
        raise AssertionError(code)


class Budget:
    """Lets no file of the folder grow once all of them together have reached ``size`` bytes."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size

    def __call__(self, deed: str, _is_log: bool) -> Exception | None:
        if deed != "write" or self.used() < self.size:
            return None
        return apsw.FullError("the disk is full")

    def used(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir() if not file.name.endswith("-shm"))


def sender_of(rows: WorkRows, room: Room) -> Sender:
    pace = Pace(1.0, RetryPolicy(first=0.0, longest=0.0, spread=0.0))
    clock = ManualClock()
    house = Household(rows, room, Ledger(room.data_dir), Rules(), clock)
    return Sender(rows, WillingPortal(), pace, house, clock, randomness=random.Random(3))  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_is_emptied_with_the_help_of_its_ballast(tmp_path: Path, disk: FaultyDisk) -> None:
    dice = random.Random(17)
    for number in range(FULL):
        folder = tmp_path / f"{number}"
        room = Room(folder, 0, BALLAST)
        disk.trouble = lambda _deed, _is_log: None
        with closing(SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
            stored = [outbox.store(submission(dice.randrange(1_000, 60_000))) for _ in range(4)]
            room.lay_ballast()
            budget = Budget(folder, 0)
            budget.size = budget.used() + dice.randrange(2_000)
            disk.trouble = budget
            while isinstance(more := outbox.store(submission(20_000)), Stored):
                stored.append(more)
            assert isinstance(more, NotStored)
        with closing(WorkRows(folder)) as rows:
            sender_of(rows, room).drain()
            assert rows.waiting() == ()
        with closing(StaffQueue(folder)) as staff:
            assert {UUID(item.submission_id): item.state for item in staff.items()} == {
                one.submission_id: ItemState.PURGED for one in stored if isinstance(one, Stored)
            }, number
            assert staff.verify()[1] == []
        assert not (folder / "ballast").exists()


def test_without_ballast_a_full_disk_stays_full(tmp_path: Path, disk: FaultyDisk) -> None:
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        assert isinstance(outbox.store(submission(20_000)), Stored)
        disk.trouble = Budget(tmp_path, 0)
        with closing(WorkRows(tmp_path)) as rows, pytest.raises(NoSpaceError):
            sender_of(rows, Room(tmp_path, 0, BALLAST)).drain()
        disk.trouble = lambda _deed, _is_log: None


def test_ballast_is_laid_once_there_is_room_beside_the_watermark(tmp_path: Path) -> None:
    free = Room(tmp_path, 0, 0).free()
    Room(tmp_path, free, BALLAST).lay_ballast()
    assert not (tmp_path / "ballast").exists()
    Room(tmp_path, 0, BALLAST).lay_ballast()
    assert (tmp_path / "ballast").stat().st_size == BALLAST
    assert Room(tmp_path, 0, BALLAST).drop_ballast()
    assert not Room(tmp_path, 0, BALLAST).drop_ballast()


def test_below_the_watermark_there_is_no_room_for_a_new_dossier(tmp_path: Path) -> None:
    free = Room(tmp_path, 0, 0).free()
    for watermark, has_room in [(0, True), (2 * free, False)]:
        room = Room(tmp_path, watermark, 0)
        with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock(), room)) as outbox:
            assert outbox.summary().has_room is has_room


def test_ballast_that_cannot_be_laid_whole_is_not_laid_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int, _offset: int, _size: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.posix_fallocate", full)
        Room(tmp_path, 0, BALLAST).lay_ballast()
    assert not (tmp_path / "ballast").exists()
    Room(tmp_path, 0, BALLAST).lay_ballast()
    assert (tmp_path / "ballast").exists()
