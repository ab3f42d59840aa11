"""A flipped bit anywhere in database, write-ahead log or ledger: what was lost is told, nothing goes out as good."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path
from uuid import UUID

import apsw
import pyrage
import pytest
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import Stored
from offline_queue.content import read_envelope, read_files, read_whole
from offline_queue.errors import DamagedError, StorageError
from offline_queue.ledger import LEDGER
from offline_queue.outbox import SqliteOutbox
from offline_queue.schema import FILE
from offline_queue.staff import StaffQueue

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
FLIPS = 1_000
Content = dict[UUID, tuple[object, ...]]


def outbox_in(folder: Path) -> SqliteOutbox:
    return SqliteOutbox(folder, "AH-01", (RECIPIENT,), ManualClock())


def content(folder: Path) -> Content:
    """Return what a sender would send of each submission; DamagedError in place of what it would not."""
    with closing(StaffQueue(folder)) as staff:
        return {UUID(item.submission_id): _sent(staff._connection, UUID(item.submission_id)) for item in staff.items()}


def _sent(connection: apsw.Connection, submission_id: UUID) -> tuple[object, ...]:
    try:
        files = read_files(connection, submission_id)[1:]
        document = read_envelope(connection, submission_id).document()
        return str(document), *(read_whole(connection, submission_id, file) for file in files)
    except (DamagedError, apsw.Error, ValueError):
        return ()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Content]:
    """Six dossiers, three of them in the database file and three in the write-ahead log alone."""
    folder = tmp_path_factory.mktemp("whole")
    with closing(outbox_in(folder / "live")) as outbox:
        for size in (3_000, 20_000, 300_000):
            assert isinstance(outbox.store(submission(size)), Stored)
    with closing(outbox_in(folder / "live")) as outbox:
        for size in (3_000, 20_000, 300_000):
            assert isinstance(outbox.store(submission(size)), Stored)
        shutil.copytree(folder / "live", folder / "cut")
    (folder / "cut" / f"{FILE}-shm").unlink()
    shutil.copytree(folder / "cut", folder / "read")
    return folder / "cut", content(folder / "read")


def flipped(whole: Path, folder: Path, name: str, place: int, bit: int) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    data = bytearray((folder / name).read_bytes())
    data[place] ^= 1 << bit
    (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("name", [FILE, f"{FILE}-wal", LEDGER])
def test_every_loss_by_a_flipped_bit_is_told(name: str, whole: tuple[Path, Content], tmp_path: Path) -> None:
    cut, stored = whole
    size, dice = (cut / name).stat().st_size, random.Random(name)
    silent, told = [], 0
    for _ in range(FLIPS // 3):
        place, bit = dice.randrange(size), dice.randrange(8)
        folder = flipped(cut, tmp_path / "flipped", name, place, bit)
        try:
            with closing(StaffQueue(folder)) as staff:
                damage = staff.verify()[1]
            after = content(folder)
        except StorageError:
            told += 1
            continue
        told += bool(damage)
        wrong = [submission_id for submission_id, one in after.items() if one and one != stored.get(submission_id)]
        lost = [submission_id for submission_id in stored if not after.get(submission_id)]
        if wrong or (lost and not damage):
            silent.append((place, bit, wrong, lost))
    assert silent == []
    assert told > FLIPS // 10


def test_a_log_that_was_cut_away_is_noticed_and_no_code_is_given_twice(
    whole: tuple[Path, Content], tmp_path: Path
) -> None:
    cut, stored = whole
    shutil.copytree(cut, tmp_path / "data")
    (tmp_path / "data" / f"{FILE}-wal").write_bytes(b"")
    with closing(StaffQueue(tmp_path / "data")) as staff:
        checked, damage = staff.verify()
    assert checked == 3
    assert ["lost" in line for line in damage] == [True, True, True]
    with closing(outbox_in(tmp_path / "data")) as outbox:
        after = outbox.store(submission())
    assert isinstance(after, Stored)
    assert "-0007-" in after.reference_code
    assert len(stored) == 6


def test_a_ledger_that_cannot_be_written_takes_no_dossier_away(tmp_path: Path) -> None:
    (tmp_path / "data" / LEDGER).mkdir(parents=True)
    with closing(outbox_in(tmp_path / "data")) as outbox:
        assert isinstance(outbox.store(submission(3_000)), Stored)


def test_a_last_line_that_was_cut_short_is_no_damage(tmp_path: Path) -> None:
    with closing(outbox_in(tmp_path)) as outbox:
        assert isinstance(outbox.store(submission()), Stored)
    with (tmp_path / LEDGER).open("ab") as file:
        file.write(b"APS-AH01-261012-0002")
    with closing(StaffQueue(tmp_path)) as staff:
        assert staff.verify() == (1, [])
    with closing(outbox_in(tmp_path)) as outbox:
        assert isinstance(outbox.store(submission()), Stored)
    with closing(StaffQueue(tmp_path)) as staff:
        assert staff.verify() == (2, [])
    assert (tmp_path / LEDGER).read_bytes().count(b"\n") == 2
