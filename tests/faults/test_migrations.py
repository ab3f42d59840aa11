"""An outbox of every schema that was ever released comes forward whole, also when the power goes in the middle."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest
from doubles.beneath import beneath
from doubles.crash_disk import LoggingDisk, Sync, Write, crashes
from doubles.manual import ManualClock
from doubles.memory_portal import MemoryPortal

from kiosk.domain.outbox import ItemState
from offline_queue import schema
from offline_queue.ballast import Room
from offline_queue.errors import StorageError
from offline_queue.household import Household, Rules
from offline_queue.ledger import Ledger
from offline_queue.retry import RetryPolicy
from offline_queue.schema import FILE, connect
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

OUTBOXES = Path(__file__).with_name("outboxes")
NEWEST = len(schema._MIGRATIONS)
VERSIONS = range(1, NEWEST + 1)
TABLES = ("submission", "sealed_file", "chunk", "day_counter", "line")

Rows = dict[str, list[dict[str, Any]]]


def text_of(version: int) -> str:
    file = OUTBOXES / f"schema-{version}.sql"
    assert file.exists(), f"{file} is missing: run {OUTBOXES / 'write.py'} and keep what it writes"
    return file.read_text(encoding="utf-8")


def outbox_of(folder: Path, version: int) -> Path:
    """Make the outbox as the program of that version has left it."""
    folder.mkdir(parents=True)
    with closing(apsw.Connection(str(folder / FILE))) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"BEGIN; {text_of(version)} COMMIT")
    return folder


def rows_in(folder: Path) -> Rows:
    with closing(apsw.Connection(str(folder / FILE))) as connection:
        return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: apsw.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - one of TABLES
    return [dict(zip((column[0] for column in cursor.description), row, strict=True)) for row in cursor]


def is_in(old: Rows, new: Rows) -> bool:
    """Whether every value of the old rows is in the new ones; columns that came later are not looked at."""
    return all(
        len(old[table]) == len(new[table])
        and all(before.items() <= after.items() for before, after in zip(old[table], new[table], strict=True))
        for table in TABLES
    )


def version_of(folder: Path) -> int:
    with closing(apsw.Connection(str(folder / FILE))) as connection:
        return int(str(connection.pragma("user_version")))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_outbox_of_every_released_schema_keeps_every_value(version: int, tmp_path: Path) -> None:
    folder = outbox_of(tmp_path / "data", version)
    old = rows_in(folder)
    assert {row["state"] for row in old["submission"]} == {state.value for state in ItemState}
    connect(folder).close()
    assert version_of(folder) == NEWEST
    assert is_in(old, rows_in(folder))
    with closing(StaffQueue(folder)) as staff:
        assert staff.verify() == (6, [])


@pytest.mark.parametrize("version", VERSIONS)
def test_what_waited_in_it_is_delivered_once(version: int, tmp_path: Path) -> None:
    folder, clock = outbox_of(tmp_path / "data", version), ManualClock()
    portal = MemoryPortal(clock.now)
    with closing(WorkRows(folder)) as rows:
        waiting = {work.submission_id for work in rows.waiting()}
        house = Household(rows, Room(folder, 0, 0), Ledger(folder), Rules(), clock)
        sender = Sender(rows, portal, Pace(1.0, RetryPolicy()), house, clock, randomness=random.Random(1))
        sender.drain()
        assert rows.waiting() == ()
    assert set(portal.receipts) == waiting
    assert len(waiting) == 5


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_step_was_not_changed(version: int, tmp_path: Path) -> None:
    folder = outbox_of(tmp_path / "data", version)
    with closing(apsw.Connection(":memory:")) as made, closing(apsw.Connection(str(folder / FILE))) as kept:
        for step in schema._MIGRATIONS[:version]:
            made.execute(step)
        assert _shape(made) == _shape(kept)


def _shape(connection: apsw.Connection) -> list[Any]:
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    return [(kind, name, " ".join(str(sql).split())) for kind, name, sql in found]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_power_cut_in_a_migration_leaves_the_old_outbox_or_the_new_one(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two more steps are added, one of which writes every row anew, so that there is much to be cut."""
    steps = ("UPDATE submission SET attempts = attempts + 1", "CREATE TABLE later (name TEXT) STRICT")
    monkeypatch.setattr(schema, "_MIGRATIONS", (*schema._MIGRATIONS, *steps))
    folder = outbox_of(tmp_path / "data", version)
    old, disk = rows_in(folder), LoggingDisk()
    disk.log.extend([Write(FILE, 0, (folder / FILE).read_bytes()), Sync(FILE)])
    with beneath(disk):
        connect(folder).close()
    log, dice = disk.end(), random.Random(version)
    new = rows_in(folder)
    moments = [moment for moment in range(2, len(log) + 1) for _ in range(12)]
    seen = set()
    for number, (files, _told) in enumerate(crashes(log, moments, dice)):
        left = tmp_path / str(number)
        left.mkdir()
        for name, data in files.items():
            (left / name).write_bytes(data)
        found = version_of(left)
        seen.add(found)
        assert found in {version, NEWEST + len(steps)}
        assert is_in(old if found == version else new, rows_in(left))
        connect(left).close()
        assert is_in(new, rows_in(left)), "not migrated after the start"
    assert seen == {version, NEWEST + len(steps)}, "the cuts did not meet the migration"


def test_an_outbox_of_a_newer_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    folder = outbox_of(tmp_path / "data", NEWEST)
    with closing(apsw.Connection(str(folder / FILE))) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute(f"PRAGMA user_version={NEWEST + 1}")
    before = (folder / FILE).read_bytes()
    for opener in (WorkRows, StaffQueue):
        with pytest.raises(StorageError, match="update it"):
            opener(folder)
    assert (folder / FILE).read_bytes() == before
    assert [file.name for file in folder.iterdir()] == [FILE]
