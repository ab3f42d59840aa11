"""A full disk and a disk that fails at the very commit: the answer is true, and nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pyrage
import pytest
from doubles.faulty_disk import FaultyDisk
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import NotStored, NotStoredReason, Stored
from offline_queue.outbox import SqliteOutbox
from offline_queue.schema import FILE
from offline_queue.staff import StaffQueue

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())


def test_a_full_disk_is_told_and_the_same_dossier_can_be_stored_when_there_is_room(tmp_path: Path) -> None:
    script = Path(__file__).with_name("store_under_limit.py")
    environment = os.environ | {"PYTHONPATH": str(script.parent.parent)}
    out = subprocess.check_output([sys.executable, str(script), str(tmp_path)], env=environment, timeout=60)
    small, refused, large, small_again, large_again = json.loads(out)
    assert refused == NotStoredReason.NO_SPACE.value
    assert small.endswith("0001-" + small[-1])
    assert small_again == small
    assert large_again == large != small
    with closing(StaffQueue(tmp_path)) as staff:
        assert len(staff.items()) == 2
        assert staff.verify() == (2, [])


def test_every_flipped_bit_in_sealed_content_is_found(tmp_path: Path) -> None:
    dice = random.Random(4)
    with closing(SqliteOutbox(tmp_path / "whole", "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        assert isinstance(outbox.store(submission(600_000)), Stored)
    with closing(StaffQueue(tmp_path / "whole")) as staff:
        rows = staff._connection.execute("SELECT data FROM chunk").fetchall()
    chunks = [bytes(data) for (data,) in rows if isinstance(data, bytes)]
    whole = (tmp_path / "whole" / FILE).read_bytes()
    for number in range(40):
        sealed = dice.choice(chunks)
        start = dice.randrange(len(sealed) - 64)
        place = whole.find(sealed[start : start + 16])
        if place < 0:
            continue  # across two pages of the file
        damaged = bytearray(whole)
        damaged[place + dice.randrange(16)] ^= 1 << dice.randrange(8)
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / FILE).write_bytes(damaged)
        with closing(StaffQueue(tmp_path / f"{number}")) as staff:
            checked, damage = staff.verify()
        assert checked == 1
        assert damage


class FailingSyncs:
    """Lets the next ``left`` syncs of the write-ahead log fail, after they are done."""

    def __init__(self) -> None:
        self.left = 0

    def __call__(self, deed: str, is_log: bool) -> Exception | None:
        if deed != "sync" or not is_log or self.left == 0:
            return None
        self.left -= 1
        return apsw.IOError("the disk says no")


@pytest.fixture
def failing(disk: FaultyDisk) -> FailingSyncs:
    syncs = FailingSyncs()
    disk.trouble = syncs
    return syncs


def test_a_commit_that_fails_is_unknown_and_the_same_id_answers_what_is_true(
    tmp_path: Path, failing: FailingSyncs
) -> None:
    dossier = submission(100_000)
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        assert isinstance(outbox.store(submission(1000)), Stored)
        failing.left = 1
        first = outbox.store(dossier)
        again = outbox.store(dossier)
        assert isinstance(again, Stored)
        assert first == again or isinstance(first, NotStored)
    with closing(StaffQueue(tmp_path)) as staff:
        assert len(staff.items()) == 2
        assert staff.verify() == (2, [])


def test_while_the_disk_keeps_failing_nothing_is_called_stored(tmp_path: Path, failing: FailingSyncs) -> None:
    dossier = submission(100_000)
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        assert isinstance(outbox.store(submission(1000)), Stored)
        failing.left = 1000
        answers = [outbox.store(dossier) for _ in range(3)]
        assert all(isinstance(answer, NotStored) for answer in answers)
        assert {answer.reason for answer in answers if isinstance(answer, NotStored)} == {NotStoredReason.STORAGE_ERROR}
        failing.left = 0
        assert isinstance(outbox.store(dossier), Stored)


def test_a_database_that_is_none_is_a_storage_error_and_stays_untouched(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"this is no database" * 1000)
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        answer = outbox.store(submission())
    assert isinstance(answer, NotStored)
    assert answer.reason is NotStoredReason.STORAGE_ERROR
    assert (tmp_path / FILE).read_bytes() == b"this is no database" * 1000


@pytest.mark.parametrize("recipients", [(), ("age1nonsense",), (RECIPIENT, "")])
def test_without_usable_recipients_nothing_is_written(tmp_path: Path, recipients: tuple[str, ...]) -> None:
    with closing(SqliteOutbox(tmp_path / "data", "AH-01", recipients, ManualClock())) as outbox:
        answer = outbox.store(submission())
    assert isinstance(answer, NotStored)
    assert answer.reason is NotStoredReason.NO_RECIPIENTS
    assert not (tmp_path / "data").exists()
