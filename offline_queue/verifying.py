"""Every sealed byte against its digest, every row against the ledger: piece by piece, so that nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import apsw

from kiosk.domain.outbox import ItemState
from offline_queue.content import read_envelope, read_files, read_whole
from offline_queue.errors import DamagedError
from offline_queue.ledger import Entry, Ledger
from offline_queue.schema import rows_of
from offline_queue.states import state_in

HELD = (ItemState.STORED, ItemState.UPLOADING, ItemState.UPLOADED, ItemState.SET_ASIDE)
"""The states in which the sealed content must be there."""

_DAMAGE = (DamagedError, apsw.Error, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one piece has shown: whether the content of a submission was read, and a line for each damage."""

    read: bool = False
    damage: tuple[str, ...] = ()


def findings(connection: apsw.Connection, ledger: Ledger) -> Iterator[Finding]:
    """Verify an outbox that may be in use meanwhile; a piece is short, but for the structure of a large file.

    Raises apsw.Error where the rows cannot be listed.
    """
    yield Finding(damage=tuple(_structure(connection)))
    yield Finding(damage=tuple(losses(connection, ledger)))
    for (row,) in rows_of(connection, "SELECT rowid FROM submission ORDER BY sequence"):
        yield finding_of(connection, row)


def _structure(connection: apsw.Connection) -> Iterator[str]:
    try:
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                yield f"database: {answer}"
    except apsw.Error as error:
        yield f"database: {error}"


def losses(connection: apsw.Connection, ledger: Ledger) -> Iterator[str]:
    """Compare with the ledger: what was called safe and is not among the rows.

    The ledger is read first, for its line comes after the row; and once more, for it goes before the row.
    """
    told = list(ledger.entries())
    there = {name for (name,) in rows_of(connection, "SELECT submission_id FROM submission")}
    missing = [entry for entry in told if isinstance(entry, Entry) and str(entry.submission_id) not in there]
    still = set(ledger.entries()) if missing else set()
    yield from (entry for entry in told if isinstance(entry, str))
    for entry in missing:
        if entry in still:
            yield f"{entry.code}: lost, it was stored under {entry.submission_id}"


def finding_of(connection: apsw.Connection, row: int) -> Finding:
    """Read one submission as it stands at one moment; what the portal has by now is not there any more."""
    code = "?"
    try:
        with connection:
            query = "SELECT submission_id, reference_code, state FROM submission WHERE rowid = ?"
            for name, code, state in rows_of(connection, query, (row,)):
                submission_id, is_held = UUID(name), state_in(state) in HELD
                damage = _damage_of(connection, submission_id) if is_held else ()
                return Finding(is_held, tuple(f"{code}: {line}" for line in damage))
    except _DAMAGE as error:
        return Finding(damage=(f"{code}: {error}",))
    return Finding()


def _damage_of(connection: apsw.Connection, submission_id: UUID) -> Iterator[str]:
    try:
        read_envelope(connection, submission_id)
    except _DAMAGE as error:
        yield str(error)
        return
    for file in read_files(connection, submission_id)[1:]:
        try:
            read_whole(connection, submission_id, file)
        except _DAMAGE as error:
            yield str(error)
