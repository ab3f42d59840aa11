"""What a citizen need not wait for is done right after: the ledger is synced, a long log is written back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from doubles.manual import ManualClock
from doubles.submissions import submission

from kiosk.domain.outbox import Stored
from offline_queue.ledger import LEDGER, Entry, Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.schema import FILE

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[SqliteOutbox]:
    with closing(SqliteOutbox(tmp_path, "AH-01", (RECIPIENT,), ManualClock())) as outbox:
        yield outbox


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that Python was asked to sync."""
    files: list[str] = []
    sync = os.fdatasync

    def watched(handle: int) -> None:
        files.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        sync(handle)

    monkeypatch.setattr(os, "fdatasync", watched)
    return files


def store(outbox: SqliteOutbox, *sizes: int) -> UUID:
    stored = outbox.store(submission(*sizes))
    assert isinstance(stored, Stored)
    return stored.submission_id


def told(folder: Path) -> list[UUID]:
    return [entry.submission_id for entry in Ledger(folder).entries() if isinstance(entry, Entry)]


@pytest.mark.parametrize(
    "then",
    [
        lambda outbox, name: outbox.delivery(name),
        lambda outbox, _name: outbox.summary(),
        lambda outbox, _name: outbox.close(),
    ],
)
def test_the_line_of_the_ledger_is_there_with_the_answer_and_synced_with_the_next_question(
    tmp_path: Path, outbox: SqliteOutbox, synced: list[str], then: Callable[[SqliteOutbox, UUID], object]
) -> None:
    name = store(outbox)
    assert told(tmp_path) == [name]
    assert synced == []
    then(outbox, name)
    assert synced == [LEDGER]
    then(outbox, name)
    assert synced == [LEDGER]


def test_a_sync_that_fails_is_tried_again(
    outbox: SqliteOutbox, synced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_handle: int) -> None:
        raise OSError("the disk says no")

    store(outbox)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", failing)
        outbox.summary()
    assert synced == []
    outbox.summary()
    assert synced == [LEDGER]


def test_a_long_log_is_written_back_while_nobody_waits(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(outbox, 2_500_000, 2_500_000)
    assert (tmp_path / FILE).stat().st_size < 1_000_000, "the citizen did not wait for that"
    outbox.summary()
    assert (tmp_path / FILE).stat().st_size > 5_000_000


def test_a_log_that_nobody_tidies_does_not_grow_for_ever(tmp_path: Path, outbox: SqliteOutbox) -> None:
    for _ in range(16):
        store(outbox, 2_500_000)
    assert (tmp_path / FILE).stat().st_size > 30_000_000
    assert (tmp_path / f"{FILE}-wal").stat().st_size < 45_000_000
