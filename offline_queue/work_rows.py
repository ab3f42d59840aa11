"""What the sender reads and writes in the outbox: the next item, its sealed bytes, how far each upload has come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import apsw

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import Receipt
from offline_queue.content import read_envelope, read_files, read_piece
from offline_queue.envelope import Envelope
from offline_queue.errors import WrongMoveError
from offline_queue.payload import timestamp
from offline_queue.retry import LONGEST
from offline_queue.schema import connect
from offline_queue.states import WAITING, sources


@dataclass(frozen=True, slots=True)
class Upload:
    """One sealed attachment and how far its upload has come, as far as this side knows."""

    place: int
    attachment_id: UUID
    size: int
    sha256: str
    upload_id: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One submission to deliver."""

    submission_id: UUID
    manifest_sha256: str
    state: ItemState
    attempts: int
    uploads: tuple[Upload, ...]


class WorkRows:
    """The sender's own connection to the outbox. Not for use by several threads."""

    def __init__(self, data_dir: Path) -> None:
        self._connection: apsw.Connection = connect(data_dir)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close(force=True)

    def next_due(self, now: float, without: Collection[UUID] = ()) -> Work | None:
        """Return the oldest item that is due at ``now`` (Unix seconds), passing over those in ``without``.

        Items that have not failed yet come first: one that fails again and again never blocks the rest.

        An item whose time lies further ahead than any pause can be was put off by a clock that jumped: it is due.
        """
        rows: Any = self._connection.execute(
            "SELECT submission_id, manifest_sha256, state, attempts FROM submission"
            " WHERE state IN (?, ?, ?) AND (next_at <= ? OR next_at > ?) ORDER BY attempts > 0, sequence",
            (*(state.value for state in WAITING), now, now + 2 * LONGEST),
        )
        for submission_id, manifest, state, attempts in rows.fetchall():
            if UUID(submission_id) in without:
                continue
            return Work(UUID(submission_id), manifest, ItemState(state), attempts, self.uploads(UUID(submission_id)))
        return None

    def waiting(self) -> int:
        """Return how many submissions the portal does not have yet, those that were set aside left out."""
        rows: Any = self._connection.execute(
            "SELECT count(*) FROM submission WHERE state IN (?, ?, ?)", tuple(state.value for state in WAITING)
        )
        return int(rows.fetchall()[0][0])

    def unnamed(self) -> list[tuple[UUID, str]]:
        """Return filed submissions (id, manifest) that have no dossier code yet."""
        rows = self._connection.execute(
            "SELECT submission_id, manifest_sha256 FROM submission"
            " WHERE state IN ('filed', 'purged') AND kind = 'dossier' AND dossier_code IS NULL"
        )
        return [(UUID(submission_id), manifest) for submission_id, manifest in rows]

    def uploads(self, submission_id: UUID) -> tuple[Upload, ...]:
        """Return the attachments of a submission as they stand now."""
        return tuple(
            Upload(file.place, file.attachment_id, file.size, file.sha256, file.upload_id, file.complete)
            for file in read_files(self._connection, submission_id)
            if file.attachment_id is not None
        )

    def piece(self, submission_id: UUID, place: int, offset: int) -> bytes:
        """Return the bytes from ``offset`` to the end of the chunk that holds it. Raises DamagedError."""
        return read_piece(self._connection, submission_id, place, offset)

    def envelope(self, work: Work) -> Envelope:
        """Return the outside of a submission with the upload ids of now. Raises DamagedError."""
        return read_envelope(self._connection, work.submission_id)

    def move(self, work: Work, target: ItemState) -> None:
        """Change the state, if the machine allows it from where the row is. Raises WrongMoveError."""
        with self._connection:
            self._move(work.submission_id, target)

    def _move(self, submission_id: UUID, target: ItemState) -> None:
        allowed = (*sources(target), target)
        marks = ", ".join("?" * len(allowed))
        changed = self._connection.execute(
            f"UPDATE submission SET state = ? WHERE submission_id = ? AND state IN ({marks}) RETURNING state",  # noqa: S608 - marks are question marks
            (target.value, str(submission_id), *(state.value for state in allowed)),
        )
        if not list(changed):
            raise WrongMoveError(f"{submission_id}: no way to {target.value}")

    def begin_upload(self, work: Work, upload: Upload, upload_id: str | None) -> None:
        """Remember the portal's id of an upload, or None to begin it again."""
        self._connection.execute(
            "UPDATE sealed_file SET upload_id = ?, complete = 0 WHERE submission_id = ? AND place = ?",
            (upload_id, str(work.submission_id), upload.place),
        )

    def finish_upload(self, work: Work, upload: Upload) -> None:
        """Remember that the portal has all bytes of an upload."""
        self._connection.execute(
            "UPDATE sealed_file SET complete = 1 WHERE submission_id = ? AND place = ?",
            (str(work.submission_id), upload.place),
        )

    def put_off(self, work: Work, until: float, reason: str) -> None:
        """Remember a failed try and when to try again (Unix seconds)."""
        self._connection.execute(
            "UPDATE submission SET attempts = attempts + 1, next_at = ?, last_error = ? WHERE submission_id = ?",
            (until, reason, str(work.submission_id)),
        )

    def set_aside(self, work: Work, reason: str) -> None:
        """Keep a submission that the portal refuses for good, with its words, for a person to look at."""
        with self._connection:
            self._move(work.submission_id, ItemState.SET_ASIDE)
            self._connection.execute(
                "UPDATE submission SET last_error = ? WHERE submission_id = ?", (reason, str(work.submission_id))
            )

    def filed(self, work: Work, receipt: Receipt) -> None:
        """Commit the receipt and, in the same transaction, drop the sealed bytes that it stands for."""
        with self._connection:
            self._move(work.submission_id, ItemState.FILED)
            self._connection.execute(
                "UPDATE submission SET dossier_code = ?, received_at = ?, last_error = NULL WHERE submission_id = ?",
                (receipt.dossier_code, timestamp(receipt.received_at), str(work.submission_id)),
            )
            self._connection.execute("DELETE FROM chunk WHERE submission_id = ?", (str(work.submission_id),))
            self._move(work.submission_id, ItemState.PURGED)
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def name(self, submission_id: UUID, dossier_code: str) -> None:
        """Remember a dossier code that came later than the receipt."""
        self._connection.execute(
            "UPDATE submission SET dossier_code = ? WHERE submission_id = ?", (dossier_code, str(submission_id))
        )

    def line(self, *, online: bool, alarm: str | None = None) -> None:
        """Remember the state of the line to the portal; a contact is stamped when it is up."""
        now = datetime.now(UTC).isoformat(timespec="seconds") if online else None
        self._connection.execute(
            "UPDATE line SET online = ?, last_contact = coalesce(?, last_contact), alarm = ?", (online, now, alarm)
        )
