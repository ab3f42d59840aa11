"""The outbox as staff and technicians see it: ids, states and sizes, never anything about a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import apsw

from kiosk.domain.outbox import ItemState
from offline_queue.carrying import write_item
from offline_queue.content import SealedFileRow, read_envelope, read_files, read_whole
from offline_queue.errors import DamagedError, StorageError
from offline_queue.ledger import Ledger
from offline_queue.schema import FILE, close, connect, rows_of, storage_error
from offline_queue.states import state_in
from offline_queue.verifying import HELD, Finding, findings, losses

_ITEMS = (
    "SELECT submission_id, reference_code, kind, procedure_code, state, created_at,"
    " (SELECT coalesce(sum(bytes), 0) FROM sealed_file f WHERE f.submission_id = s.submission_id),"
    " attempts, last_error, dossier_code, received_at, manifest_sha256 FROM submission s"
)


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One submission. ``bytes`` counts what was sealed; ``last_error`` is also the reason of a setting aside."""

    submission_id: str
    reference_code: str
    kind: str
    procedure: str | None
    state: ItemState
    created_at: str
    bytes: int
    attempts: int
    last_error: str | None
    dossier_code: str | None
    received_at: str | None
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class FileDetails:
    """One sealed file; ``attachment_id`` is None for the payload."""

    attachment_id: str | None
    bytes: int
    sha256: str
    upload_id: str | None
    uploaded: bool


@dataclass(frozen=True, slots=True)
class QueueDetails:
    """One submission with its sealed files."""

    item: QueueItem
    files: tuple[FileDetails, ...]


class StaffQueue:
    """Opens the outbox for one command. Every method raises StorageError when the disk cannot be used."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FILE
        self._connection = connect(data_dir)
        self._ledger = Ledger(data_dir)

    def close(self) -> None:
        """Close the outbox."""
        close(self._connection)

    def items(self) -> list[QueueItem]:
        """Return all submissions, oldest first."""
        return self._items("ORDER BY sequence", ())

    def details(self, identifier: str) -> QueueDetails | None:
        """Return one submission by its id or reference code."""
        item = self._one(identifier)
        if item is None:
            return None
        files = read_files(self._connection, UUID(item.submission_id))
        return QueueDetails(item, tuple(_file_details(file) for file in files))

    def alarm(self) -> str | None:
        """Return why the portal does not accept this kiosk, None when it does."""
        rows: Any = self._connection.execute("SELECT alarm FROM line")
        alarm: str | None = rows.fetchall()[0][0]
        return alarm

    def retry(self, identifier: str) -> bool:
        """Send a submission that was set aside again, from the start; False when none of that id was."""
        item = self._one(identifier)
        if item is None or item.state is not ItemState.SET_ASIDE:
            return False
        with self._connection:
            self._connection.execute(
                "UPDATE submission SET state = ?, attempts = 0, next_at = 0, last_error = NULL WHERE submission_id = ?",
                (ItemState.STORED.value, item.submission_id),
            )
            self._connection.execute(
                "UPDATE sealed_file SET upload_id = NULL, complete = 0 WHERE submission_id = ?", (item.submission_id,)
            )
        return True

    def verify(self) -> tuple[int, list[str]]:
        """Return how many submissions with content were read, and a line for each thing that is damaged."""
        found = list(self.verifying())
        return sum(one.read for one in found), [line for one in found for line in one.damage]

    def verifying(self) -> Iterator[Finding]:
        """Verify piece by piece."""
        try:
            yield from findings(self._connection, self._ledger)
        except apsw.Error as error:
            raise storage_error(error, self._connection, self._file) from error

    def losses(self) -> list[str]:
        """Return a line for each submission that was called safe and is not there."""
        try:
            return list(losses(self._connection, self._ledger))
        except apsw.Error as error:
            raise storage_error(error, self._connection, self._file) from error

    def export(self, out: Path) -> tuple[list[str], list[str]]:
        """Copy what waits into ``out``, a folder each (see ``carrying``). Raises OSError too.

        Returns the reference codes of what was copied, and a line for each that is damaged.
        """
        copied: list[str] = []
        damage: list[str] = []
        for item in self._items(f"WHERE state IN ({', '.join('?' * len(HELD))}) ORDER BY sequence", HELD):
            try:
                self.copy(UUID(item.submission_id), out / item.submission_id)
                copied.append(item.reference_code)
            except DamagedError as error:
                damage.append(f"{item.reference_code}: {error}")
        return copied, damage

    def copy(self, submission_id: UUID, folder: Path) -> None:
        """Write the sealed bytes of one submission into a folder of its own. Raises DamagedError, OSError."""
        with self._connection:
            document = read_envelope(self._connection, submission_id).document()
            sealed = {
                file.attachment_id: read_whole(self._connection, submission_id, file)
                for file in read_files(self._connection, submission_id)
                if file.attachment_id is not None
            }
        write_item(folder, document, sealed)

    def states(self) -> dict[UUID, ItemState]:
        """Return the state of every submission that can be read, oldest first."""
        try:
            rows = rows_of(self._connection, "SELECT submission_id, state FROM submission ORDER BY sequence")
            return {UUID(name): state_in(state) for name, state in rows}
        except (apsw.Error, ValueError) as error:
            raise StorageError(f"{self._file}: {error}; run queue verify") from error

    def _one(self, identifier: str) -> QueueItem | None:
        asked = identifier.strip()
        found = self._items("WHERE submission_id = ? OR reference_code = ?", (asked.lower(), asked.upper()))
        return found[0] if found else None

    def _items(self, rest: str, bindings: tuple[str, ...]) -> list[QueueItem]:
        try:
            return [_item(row) for row in self._rows(rest, bindings)]
        except (apsw.CorruptError, ValueError) as error:
            raise StorageError(f"{self._file}: a row cannot be read ({error}); run queue verify") from error

    def _rows(self, rest: str, bindings: tuple[str, ...]) -> list[Any]:
        try:
            return rows_of(self._connection, f"{_ITEMS} {rest}", bindings)
        except apsw.Error as error:
            raise storage_error(error, self._connection, self._file) from error


def _item(row: tuple[Any, ...]) -> QueueItem:
    """Read a row. Raises apsw.CorruptError or ValueError for one that is damaged."""
    submission_id, code, kind, procedure, state, *rest = row
    created_at, size, attempts, last_error, dossier_code, received_at, manifest = rest
    return QueueItem(
        str(UUID(submission_id)),
        code,
        kind,
        procedure,
        state_in(state),
        created_at,
        size,
        attempts,
        last_error,
        dossier_code,
        received_at,
        manifest,
    )


def _file_details(file: SealedFileRow) -> FileDetails:
    attachment_id = None if file.attachment_id is None else str(file.attachment_id)
    return FileDetails(attachment_id, file.size, file.sha256, file.upload_id, file.complete)
