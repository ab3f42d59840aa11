"""One submission as a folder of sealed files, as it is carried by hand: ``submission.json`` and a file an attachment.

Each file is there whole or not at all, and ``submission.json`` comes last: a folder without it was cut off.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from kiosk.domain.submission import JsonValue
from offline_queue.chunks import digest_of
from offline_queue.envelope import Envelope, SealedAttachment, manifest_sha256
from offline_queue.errors import DamagedError
from offline_queue.schema import sync_folder

OUTSIDE = "submission.json"

_AGE = b"age-encryption.org/v1\n"


@dataclass(frozen=True, slots=True)
class Carried:
    """A submission out of its folder: what stands outside, and the sealed attachments in their order."""

    envelope: Envelope
    attachments: tuple[bytes, ...]


def write_item(folder: Path, document: Mapping[str, JsonValue], attachments: Mapping[UUID, bytes]) -> None:
    """Write one submission, for this user only. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for attachment_id, data in attachments.items():
        _write_whole(folder / f"{attachment_id}.age", data)
    _write_whole(folder / OUTSIDE, json.dumps(document, indent=1).encode())
    sync_folder(folder.parent)


def is_whole(folder: Path) -> bool:
    """Whether the copy was written to its end."""
    return (folder / OUTSIDE).is_file()


def remove_item(folder: Path) -> None:
    """Take a copy away; from the first moment on it does not count as one. Raises OSError."""
    (folder / OUTSIDE).unlink(missing_ok=True)
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def read_item(folder: Path) -> Carried:
    """Read one submission, every byte compared with what its outside says. Raises DamagedError, OSError."""
    try:
        document = json.loads((folder / OUTSIDE).read_bytes())
        envelope = _envelope(UUID(folder.name), document)
        is_own = manifest_sha256(document) == document["manifest_sha256"] == envelope.manifest_sha256()
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DamagedError(f"{OUTSIDE} is not what was written ({type(error).__name__})") from error
    if not is_own or not envelope.payload.startswith(_AGE):
        raise DamagedError(f"{OUTSIDE} is not what was written")
    return Carried(envelope, tuple(_read_sealed(folder, one) for one in envelope.attachments))


def _read_sealed(folder: Path, attachment: SealedAttachment) -> bytes:
    data = (folder / f"{attachment.attachment_id}.age").read_bytes()
    if len(data) != attachment.size or digest_of(data) != attachment.sha256:
        raise DamagedError(f"{attachment.attachment_id}.age is not what was written")
    return data


def _envelope(submission_id: UUID, document: dict[str, Any]) -> Envelope:
    """Read the outside. The portal's ids of uploads are left out: they belong to whoever sends."""
    procedure = document["procedure"]
    return Envelope(
        submission_id=submission_id,
        kind=str(document["kind"]),
        created_at=str(document["created_at"]),
        kiosk_id=str(document["kiosk_id"]),
        reference_code=str(document["reference_code"]),
        procedure=None if procedure is None else (str(procedure["code"]), str(procedure["version"])),
        payload=base64.b64decode(document["payload"], validate=True),
        attachments=tuple(
            SealedAttachment(UUID(one["attachment_id"]), int(one["bytes"]), str(one["sha256"]))
            for one in document["attachments"]
        ),
    )


def _write_whole(file: Path, data: bytes) -> None:
    draft = file.with_name(f".{file.name}.new")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(file)
        sync_folder(file.parent)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
