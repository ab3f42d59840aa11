"""Sealed content read back from the rows, every byte compared with the digest that was made when it was stored."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import apsw

from offline_queue.chunks import digest_of
from offline_queue.envelope import Envelope, SealedAttachment
from offline_queue.errors import DamagedError
from offline_queue.schema import CHUNK, rows_of


@dataclass(frozen=True, slots=True)
class SealedFileRow:
    """One sealed file; ``place`` 0 is the payload, which has no ``attachment_id``. ``size`` in bytes."""

    place: int
    attachment_id: UUID | None
    size: int
    sha256: str
    upload_id: str | None
    complete: bool


def read_files(connection: apsw.Connection, submission_id: UUID) -> tuple[SealedFileRow, ...]:
    """Return the sealed files of a submission, the payload first."""
    rows = rows_of(
        connection,
        "SELECT place, attachment_id, bytes, sha256, upload_id, complete FROM sealed_file"
        " WHERE submission_id = ? ORDER BY place",
        (str(submission_id),),
    )
    return tuple(
        SealedFileRow(place, attachment_id and UUID(attachment_id), size, sha256, upload_id, bool(complete))
        for place, attachment_id, size, sha256, upload_id, complete in rows
    )


def read_piece(connection: apsw.Connection, submission_id: UUID, place: int, offset: int) -> bytes:
    """Return the bytes from ``offset`` to the end of the chunk that holds it. Raises DamagedError."""
    number, skip = divmod(offset, CHUNK)
    rows = rows_of(
        connection,
        "SELECT data, sha256 FROM chunk WHERE submission_id = ? AND place = ? AND number = ?",
        (str(submission_id), place, number),
    )
    for data, sha256 in rows:
        if not isinstance(data, bytes) or digest_of(data) != sha256:
            raise DamagedError(f"file {place}, chunk {number}: the bytes are not those that were stored")
        return data[skip:]
    raise DamagedError(f"file {place}, chunk {number} is missing")


def read_whole(connection: apsw.Connection, submission_id: UUID, file: SealedFileRow) -> bytes:
    """Return one sealed file. Raises DamagedError."""
    chunks = range(0, file.size, CHUNK)
    data = b"".join(read_piece(connection, submission_id, file.place, offset) for offset in chunks)
    if len(data) != file.size or digest_of(data) != file.sha256:
        raise DamagedError(f"file {file.place}: the bytes are not those that were stored")
    return data


def read_envelope(connection: apsw.Connection, submission_id: UUID) -> Envelope:
    """Return the outside of a submission with the upload ids of now. Raises DamagedError."""
    rows = rows_of(
        connection,
        "SELECT kind, created_at, kiosk_id, reference_code, procedure_code, procedure_version, manifest_sha256"
        " FROM submission WHERE submission_id = ?",
        (str(submission_id),),
    )
    files = read_files(connection, submission_id)
    for kind, created_at, kiosk_id, code, procedure, version, manifest in rows[: len(files)]:
        envelope = Envelope(
            submission_id=submission_id,
            kind=kind,
            created_at=created_at,
            kiosk_id=kiosk_id,
            reference_code=code,
            procedure=None if procedure is None else (procedure, version),
            payload=read_whole(connection, submission_id, files[0]),
            attachments=tuple(
                SealedAttachment(file.attachment_id, file.size, file.sha256, file.upload_id)
                for file in files
                if file.attachment_id is not None
            ),
        )
        if envelope.document()["manifest_sha256"] != manifest:
            raise DamagedError("the outside is not what was stored")
        return envelope
    raise DamagedError("the rows of the submission are missing")
