"""The nightly self-check: when it runs, that it finds what is damaged, and that it hinders nothing else."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pyrage
import pytest
from doubles.manual import START, ManualClock
from doubles.submissions import submission
from structlog.testing import capture_logs

from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import Receipt
from offline_queue.outbox import SqliteOutbox
from offline_queue.self_check import RESULT, SelfCheck, last_check
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
QUIET = time(3, 10)
HOUR = 3600.0


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[SqliteOutbox]:
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        for size in (2_000, 300_000, 2_000):
            assert isinstance(outbox.store(submission(size)), Stored)
        yield outbox


def run(check: SelfCheck) -> int:
    pieces = 1
    while check.advance():
        pieces += 1
    return pieces


def damage_the_second(outbox: SqliteOutbox) -> None:
    query = "UPDATE chunk SET data = zeroblob(length(data)) WHERE place = 1 AND number = 1"
    outbox._run(lambda connection: connection.execute(query).fetchall())


def test_it_is_done_once_a_night_and_at_the_quiet_hour(tmp_path: Path, outbox: SqliteOutbox) -> None:
    clock = ManualClock()
    check = SelfCheck(tmp_path, QUIET, clock)
    run(check)  # the first at once: nobody knows how long this machine has been off
    done = []
    for _ in range(4 * 24 * 3):
        clock.seconds += HOUR / 4
        if run(check) > 1:
            done.append(clock.now() + timedelta(hours=7))
    assert [(moment.hour, moment.day - START.day) for moment in done] == [(3, 1), (3, 2), (3, 3)]


def test_a_machine_that_is_off_at_night_is_checked_by_day(tmp_path: Path, outbox: SqliteOutbox) -> None:
    clock = ManualClock()
    run(SelfCheck(tmp_path, QUIET, clock))
    clock.seconds += 24 * HOUR
    assert not SelfCheck(tmp_path, QUIET, clock).advance()
    clock.seconds += 13 * HOUR
    assert SelfCheck(tmp_path, QUIET, clock).advance()


def test_a_clock_that_was_wrong_by_years_does_not_put_it_off_for_years(tmp_path: Path, outbox: SqliteOutbox) -> None:
    clock = ManualClock()
    clock.wrong_by = 5 * 365 * 24 * HOUR
    run(SelfCheck(tmp_path, QUIET, clock))
    clock.wrong_by = 0.0
    assert SelfCheck(tmp_path, QUIET, clock).advance()


def test_without_an_hour_there_is_none(tmp_path: Path, outbox: SqliteOutbox) -> None:
    assert not SelfCheck(tmp_path, None, ManualClock()).advance()
    assert last_check(tmp_path) is None


def test_each_submission_is_a_piece_and_what_is_damaged_is_told_and_stops_no_other(
    tmp_path: Path, outbox: SqliteOutbox
) -> None:
    damage_the_second(outbox)
    with capture_logs() as logs:
        assert run(SelfCheck(tmp_path, QUIET, ManualClock())) == 6
    result = last_check(tmp_path)
    assert result is not None
    assert result.checked == 3
    assert [line.split(": ")[1] for line in result.damage] == ["file 1, chunk 1"]
    assert [log["log_level"] for log in logs] == ["error", "info"]
    assert stat.S_IMODE((tmp_path / RESULT).stat().st_mode) == 0o600


def test_what_is_delivered_while_it_runs_is_no_damage(tmp_path: Path, outbox: SqliteOutbox) -> None:
    check = SelfCheck(tmp_path, QUIET, ManualClock())
    assert check.advance()
    with closing(WorkRows(tmp_path)) as rows:
        for work in rows.waiting():
            rows.move(work, ItemState.UPLOADING)
            rows.move(work, ItemState.UPLOADED)
            rows.filed(work, Receipt(work.submission_id, work.manifest_sha256, START, None))
    run(check)
    result = last_check(tmp_path)
    assert result is not None
    assert (result.checked, result.damage) == (0, ())


def test_what_is_stored_or_forgotten_while_it_runs_is_no_loss(tmp_path: Path, outbox: SqliteOutbox) -> None:
    check = SelfCheck(tmp_path, QUIET, ManualClock())
    assert check.advance()
    assert isinstance(outbox.store(submission()), Stored)
    run(check)
    result = last_check(tmp_path)
    assert result is not None
    assert result.damage == ()


def test_a_result_that_cannot_be_read_counts_as_none(tmp_path: Path, outbox: SqliteOutbox) -> None:
    (tmp_path / RESULT).write_text(json.dumps({"at": "yesterday", "checked": 1, "damage": []}))
    assert last_check(tmp_path) is None
    run(SelfCheck(tmp_path, QUIET, ManualClock()))
    result = last_check(tmp_path)
    assert result is not None
    assert result.at == datetime(2026, 10, 12, 1, 31, tzinfo=UTC)
