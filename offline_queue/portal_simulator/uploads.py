"""Uploads by tus 1.0.0: what arrived before a line broke is kept, also across a kill of the portal."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from uuid6 import uuid7

NEEDED = frozenset({"submission_id", "attachment_id", "sha256", "filetype"})


class BadUploadError(ValueError):
    """A creation request that the contract does not allow; the message says why."""


@dataclass(frozen=True, slots=True)
class UploadRecord:
    """What was announced."""

    upload_id: str
    size: int
    submission_id: str
    attachment_id: str
    sha256: str


class UploadStore:
    """Keeps ``<id>.json`` and ``<id>.part`` in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def create(self, length: str, metadata: str) -> UploadRecord:
        """Announce an upload. Raises BadUploadError."""
        if not length.isdecimal() or int(length) < 1:
            raise BadUploadError("Upload-Length must be a whole number from 1")
        fields = _metadata(metadata)
        missing = sorted(NEEDED - set(fields))
        if missing:
            raise BadUploadError(f"Upload-Metadata lacks {', '.join(missing)}")
        upload_id = uuid7().hex
        record = UploadRecord(
            upload_id, int(length), fields["submission_id"], fields["attachment_id"], fields["sha256"]
        )
        self._part(upload_id).touch()
        (self._folder / f"{upload_id}.json").write_text(json.dumps(asdict(record)), encoding="utf-8")
        return record

    def find(self, upload_id: str) -> UploadRecord | None:
        """Return what was announced under an id."""
        file = self._folder / f"{upload_id}.json"
        if not upload_id.isalnum() or not file.exists():
            return None
        return UploadRecord(**json.loads(file.read_text(encoding="utf-8")))

    def offset(self, upload_id: str) -> int:
        """Return how many bytes have arrived."""
        return self._part(upload_id).stat().st_size

    def append(self, upload_id: str, data: bytes) -> int:
        """Keep bytes; returns the new offset."""
        with self._part(upload_id).open("ab") as file:
            file.write(data)
            return file.tell()

    def data(self, upload_id: str) -> bytes:
        """Return all that has arrived."""
        return self._part(upload_id).read_bytes()

    def drop(self, upload_id: str) -> None:
        """Forget an upload."""
        (self._folder / f"{upload_id}.json").unlink(missing_ok=True)
        self._part(upload_id).unlink(missing_ok=True)

    def drop_all(self) -> None:
        """Let every upload expire."""
        for file in self._folder.glob("*.json"):
            self.drop(file.stem)

    def _part(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.part"


def checksum_matches(header: str | None, data: bytes) -> bool | None:
    """Check ``Upload-Checksum``: True, False, or None for an algorithm that is not offered."""
    if header is None:
        return True
    algorithm, _, digest = header.partition(" ")
    if algorithm not in {"sha256", "sha1"}:
        return None
    return base64.b64encode(hashlib.new(algorithm, data).digest()).decode() == digest.strip()


def _metadata(header: str) -> dict[str, str]:
    fields = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        name, _, value = pair.partition(" ")
        try:
            fields[name] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            raise BadUploadError(f"Upload-Metadata: {name} is not base64 text") from error
    return fields
