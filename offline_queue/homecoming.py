"""Submissions that were carried away, or lay on a second medium, put back into the queue under their own ids.

Whether the portal has one already need not be known: filed again under the same id it is the same dossier there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw

from kiosk.domain.homecoming import Homecoming, Outcome
from kiosk.domain.reference_code import ReferenceCode
from offline_queue.carrying import Carried, is_whole, read_item
from offline_queue.chunks import digest_of, pieces_of
from offline_queue.errors import DamagedError
from offline_queue.insertion import NewFile, insert
from offline_queue.ledger import Ledger
from offline_queue.schema import CHUNK, FILE, connect, rows_of, storage_error
from offline_queue.verifying import finding_of

_COMES = (Outcome.PUT_BACK, Outcome.REPAIRED)


def put_back(data_dir: Path, kiosk_id: str, out: Path) -> Iterator[Homecoming]:
    """Put back each submission in the folders of ``out``, in the order in which they were made.

    Raises StorageError, OSError.
    """
    ledger = Ledger(data_dir)
    with closing(connect(data_dir)) as connection:
        for folder in sorted(folder for folder in out.iterdir() if folder.is_dir()):  # UUIDv7 is in order of time
            if not is_whole(folder):
                continue
            try:
                carried = read_item(folder)
                came = _put_back(connection, kiosk_id, carried)
            except (DamagedError, FileNotFoundError) as error:
                yield Homecoming(folder.name, None, Outcome.REFUSED, str(error))
                continue
            except apsw.Error as error:
                raise storage_error(error, connection, data_dir / FILE) from error
            if came.outcome in _COMES:
                ledger.add(carried.envelope.submission_id, carried.envelope.reference_code)
                ledger.settle()
            yield came


def _put_back(connection: apsw.Connection, kiosk_id: str, carried: Carried) -> Homecoming:
    envelope = carried.envelope
    name, written = str(envelope.submission_id), envelope.reference_code
    if envelope.kiosk_id != kiosk_id:
        reason = f"it is of kiosk {envelope.kiosk_id}, this is {kiosk_id}: put it back there"
        return Homecoming(name, written, Outcome.REFUSED, reason)
    try:
        code = ReferenceCode.parse(written)
    except ValueError as error:
        raise DamagedError(str(error)) from error
    connection.execute("BEGIN IMMEDIATE")
    try:
        outcome = _outcome(connection, name, written)
        if outcome is Outcome.REPAIRED:
            connection.execute("DELETE FROM submission WHERE submission_id = ?", (name,))
        if outcome in _COMES:
            insert(connection, envelope, [_new_file(carried, place) for place in range(len(carried.attachments) + 1)])
            connection.execute(
                "INSERT INTO day_counter VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = max(last, excluded.last)",
                (code.day.isoformat(), code.number),
            )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    taken = "its reference code was given to another dossier" if outcome is Outcome.REFUSED else None
    return Homecoming(name, written, outcome, taken)


def _outcome(connection: apsw.Connection, name: str, code: str) -> Outcome:
    for (row,) in rows_of(connection, "SELECT rowid FROM submission WHERE submission_id = ?", (name,)):
        return Outcome.REPAIRED if finding_of(connection, row).damage else Outcome.KNOWN
    taken = rows_of(connection, "SELECT 1 FROM submission WHERE reference_code = ?", (code,))
    return Outcome.REFUSED if taken else Outcome.PUT_BACK


def _new_file(carried: Carried, place: int) -> NewFile:
    """Return the payload (place 0) or an attachment with its digests."""
    data = carried.attachments[place - 1] if place else carried.envelope.payload
    attachment_id = carried.envelope.attachments[place - 1].attachment_id if place else None
    return NewFile(attachment_id, data, digest_of(data), [digest_of(piece) for piece in pieces_of(data, CHUNK)])
