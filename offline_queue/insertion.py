"""A sealed submission into the rows of an outbox; whoever calls holds the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import apsw

from kiosk.domain.outbox import ItemState
from offline_queue.chunks import pieces_of
from offline_queue.envelope import Envelope
from offline_queue.schema import CHUNK


@dataclass(frozen=True, slots=True)
class NewFile:
    """One sealed file; ``attachment_id`` is None for the payload. ``sha256`` (hex) of all of it and of each chunk."""

    attachment_id: UUID | None
    data: bytes
    sha256: str
    piece_sha256: Sequence[str]


def insert(connection: apsw.Connection, envelope: Envelope, files: Sequence[NewFile]) -> None:
    """Add a submission that waits, as the newest; the payload is the first of the files."""
    code, version = envelope.procedure or (None, None)
    connection.execute(
        "INSERT INTO submission (submission_id, sequence, kind, created_at, kiosk_id, reference_code,"
        " procedure_code, procedure_version, manifest_sha256, state)"
        " VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM submission), ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(envelope.submission_id),
            envelope.kind,
            envelope.created_at,
            envelope.kiosk_id,
            envelope.reference_code,
            code,
            version,
            envelope.manifest_sha256(),
            ItemState.STORED.value,
        ),
    )
    for place, file in enumerate(files):
        _insert_file(connection, envelope.submission_id, place, file)


def _insert_file(connection: apsw.Connection, submission_id: UUID, place: int, file: NewFile) -> None:
    attachment_id = None if file.attachment_id is None else str(file.attachment_id)
    connection.execute(
        "INSERT INTO sealed_file (submission_id, place, attachment_id, bytes, sha256) VALUES (?, ?, ?, ?, ?)",
        (str(submission_id), place, attachment_id, len(file.data), file.sha256),
    )
    connection.executemany(
        "INSERT INTO chunk VALUES (?, ?, ?, ?, ?)",
        (
            (str(submission_id), place, number, piece, sha256)
            for number, (piece, sha256) in enumerate(zip(pieces_of(file.data, CHUNK), file.piece_sha256, strict=True))
        ),
    )
