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
from offline_queue.chunks import digest_of
from offline_queue.envelope import Envelope, SealedAttachment
from offline_queue.errors import DamagedError, WrongMoveError
from offline_queue.payload import timestamp
from offline_queue.retry import LONGEST
from offline_queue.schema import CHUNK, connect
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

    def unnamed(self) -> list[tuple[UUID, str]]:
        """Return filed submissions (id, manifest) that have no dossier code yet."""
        rows = self._connection.execute(
            "SELECT submission_id, manifest_sha256 FROM submission"
            " WHERE state IN ('filed', 'purged') AND kind = 'dossier' AND dossier_code IS NULL"
        )
        return [(UUID(submission_id), manifest) for submission_id, manifest in rows]

    def uploads(self, submission_id: UUID) -> tuple[Upload, ...]:
        """Return the attachments of a submission as they stand now."""
        rows = self._connection.execute(
            "SELECT place, attachment_id, bytes, sha256, upload_id, complete FROM sealed_file"
            " WHERE submission_id = ? AND attachment_id IS NOT NULL ORDER BY place",
            (str(submission_id),),
        )
        return tuple(
            Upload(place, UUID(attachment_id), size, sha256, upload_id, bool(complete))
            for place, attachment_id, size, sha256, upload_id, complete in rows
        )

    def piece(self, submission_id: UUID, place: int, offset: int) -> bytes:
        """Return the bytes from ``offset`` to the end of the chunk that holds it. Raises DamagedError."""
        number = offset // CHUNK
        rows = self._connection.execute(
            "SELECT data, sha256 FROM chunk WHERE submission_id = ? AND place = ? AND number = ?",
            (str(submission_id), place, number),
        )
        for data, sha256 in rows:
            if digest_of(data) != sha256:
                raise DamagedError(f"{submission_id}: file {place}, chunk {number} is damaged")
            return bytes(data[offset - number * CHUNK :])
        raise DamagedError(f"{submission_id}: file {place}, chunk {number} is missing")

    def envelope(self, work: Work) -> Envelope:
        """Return the outside of a submission with the upload ids of now. Raises DamagedError."""
        row = next(
            self._connection.execute(
                "SELECT kind, created_at, kiosk_id, reference_code, procedure_code, procedure_version FROM submission"
                " WHERE submission_id = ?",
                (str(work.submission_id),),
            )
        )
        kind, created_at, kiosk_id, code, procedure, version = row
        return Envelope(
            submission_id=work.submission_id,
            kind=kind,
            created_at=created_at,
            kiosk_id=kiosk_id,
            reference_code=code,
            procedure=None if procedure is None else (procedure, version),
            payload=self._whole(work.submission_id, 0),
            attachments=tuple(
                SealedAttachment(upload.attachment_id, upload.size, upload.sha256, upload.upload_id)
                for upload in self.uploads(work.submission_id)
            ),
        )

    def _whole(self, submission_id: UUID, place: int) -> bytes:
        size = next(
            self._connection.execute(
                "SELECT bytes FROM sealed_file WHERE submission_id = ? AND place = ?", (str(submission_id), place)
            )
        )[0]
        data = b""
        while len(data) < size:
            data += self.piece(submission_id, place, len(data))
        return data

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
