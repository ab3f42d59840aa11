"""Uploads by tus 1.0.0: creation, expiration, checksum; what arrived before a broken connection is kept."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import secrets
import threading
import time
from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path
from uuid import UUID

import msgspec

from offline_queue.portal_simulator.answer import Answer, Problem
from offline_queue.portal_simulator.body import Body

PATH = "/kiosk/v1/uploads"
_TUS = {"Tus-Resumable": "1.0.0", "Cache-Control": "no-store"}
_LOCK_WAIT = 5.0
_HASHES = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}


class Upload(msgspec.Struct, frozen=True):
    """What was announced: ``size`` in bytes; ``expires`` in Unix seconds, 0 once it has."""

    submission_id: UUID
    attachment_id: UUID
    sha256: str
    size: int
    expires: float


class Uploads:
    """One pair of files an upload: what was announced, and the bytes so far."""

    def __init__(self, folder: Path, lifetime_s: float, max_bytes: int = 100_000_000) -> None:
        self._folder = folder
        self._lifetime = lifetime_s
        self._max = max_bytes
        self._lock = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def options(self) -> Answer:
        """Say what this server can do."""
        return Answer(
            204,
            headers={
                **_TUS,
                "Tus-Version": "1.0.0",
                "Tus-Extension": "creation,expiration,checksum",
                "Tus-Max-Size": str(self._max),
                "Tus-Checksum-Algorithm": ",".join(_HASHES),
            },
        )

    def create(self, headers: Mapping[str, str]) -> Answer:
        """Make room for one upload."""
        _check_version(headers)
        size = _number(headers, "Upload-Length")
        if size < 1:
            raise Problem(400, "Upload-Length must be at least 1")
        if size > self._max:
            raise Problem(413, f"an upload may have at most {self._max} bytes")
        upload = _announced(headers.get("Upload-Metadata", ""), size, time.time() + self._lifetime)
        upload_id = secrets.token_hex(16)
        self._data(upload_id).touch()
        self._announced(upload_id).write_bytes(msgspec.json.encode(upload))
        return Answer(201, headers={**_TUS, "Location": f"{PATH}/{upload_id}", "Upload-Expires": _date(upload)})

    def head(self, upload_id: str, headers: Mapping[str, str]) -> Answer:
        """Say where to go on."""
        _check_version(headers)
        upload = self.find(upload_id)
        return Answer(
            200,
            headers={
                **_TUS,
                "Upload-Offset": str(self._offset(upload_id)),
                "Upload-Length": str(upload.size),
                "Upload-Expires": _date(upload),
            },
        )

    def append(self, upload_id: str, headers: Mapping[str, str], body: Body) -> Answer:
        """Take bytes from the offset on."""
        _check_version(headers)
        if headers.get("Content-Type") != "application/offset+octet-stream":
            raise Problem(415, "the content type must be application/offset+octet-stream")
        upload = self.find(upload_id)
        checksum = _checksum(headers.get("Upload-Checksum"))
        lock = self._lock_of(upload_id)
        if not lock.acquire(timeout=_LOCK_WAIT):
            raise Problem(423, "another connection is sending to this upload")
        try:
            return self._append(upload_id, upload, _number(headers, "Upload-Offset"), body, checksum)
        finally:
            lock.release()

    def _append(
        self, upload_id: str, upload: Upload, offset: int, body: Body, checksum: tuple[str, bytes] | None
    ) -> Answer:
        if offset != self._offset(upload_id):
            raise Problem(409, "Upload-Offset is not where the upload stands")
        if offset + body.left > upload.size:
            raise Problem(400, "more bytes than Upload-Length")
        digest = _HASHES[checksum[0]](usedforsecurity=False) if checksum else None
        with self._data(upload_id).open("r+b", buffering=0) as file:
            file.seek(offset)
            for piece in body.pieces():
                file.write(piece)
                if digest is not None:
                    digest.update(piece)
            if digest is not None and checksum is not None and digest.digest() != checksum[1]:
                file.truncate(offset)
                raise Problem(460, "the bytes are not those of Upload-Checksum")
            reached = file.tell()
        return Answer(204, headers={**_TUS, "Upload-Offset": str(reached), "Upload-Expires": _date(upload)})

    def find(self, upload_id: str) -> Upload:
        """Return what was announced. Raises Problem: 404 for an unknown upload, 410 for one that has expired."""
        if re.fullmatch(r"[0-9a-f]{32}", upload_id) is None or not self._announced(upload_id).exists():
            raise Problem(404, "no such upload")
        upload = msgspec.json.decode(self._announced(upload_id).read_bytes(), type=Upload)
        if upload.expires < time.time():
            self._data(upload_id).unlink(missing_ok=True)
            raise Problem(410, "the upload has expired")
        return upload

    def complete(self, upload_id: str, upload: Upload) -> bytes | None:
        """Return the bytes of a complete upload, None for one that is not complete."""
        data = self._data(upload_id).read_bytes()
        return data if len(data) == upload.size else None

    def forget(self, upload_id: str) -> None:
        """Drop an upload that has been filed."""
        self._announced(upload_id).unlink(missing_ok=True)
        self._data(upload_id).unlink(missing_ok=True)

    def expire_all(self) -> None:
        """Let every upload expire now."""
        for path in self._folder.glob("*.json"):
            upload = msgspec.json.decode(path.read_bytes(), type=Upload)
            path.write_bytes(msgspec.json.encode(msgspec.structs.replace(upload, expires=0.0)))

    def _lock_of(self, upload_id: str) -> threading.Lock:
        with self._lock:
            return self._locks.setdefault(upload_id, threading.Lock())

    def _offset(self, upload_id: str) -> int:
        return self._data(upload_id).stat().st_size

    def _announced(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.json"

    def _data(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.bin"


def _check_version(headers: Mapping[str, str]) -> None:
    if headers.get("Tus-Resumable") != "1.0.0":
        raise Problem(412, "Tus-Resumable must be 1.0.0", {"Tus-Version": "1.0.0"})


def _number(headers: Mapping[str, str], name: str) -> int:
    value = headers.get(name) or ""
    if re.fullmatch(r"\d{1,15}", value, re.ASCII) is None:
        raise Problem(400, f"{name} must be a number")
    return int(value)


def _date(upload: Upload) -> str:
    return formatdate(upload.expires, usegmt=True)


def _announced(metadata: str, size: int, expires: float) -> Upload:
    """Read Upload-Metadata: four names, each with a value in base64."""
    told: dict[str, str] = {}
    for pair in metadata.split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            told[name] = base64.b64decode(value, validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError) as error:
            raise Problem(400, f"Upload-Metadata: {name or 'a value'} is not base64") from error
    try:
        if re.fullmatch(r"[0-9a-f]{64}", told["sha256"]) is None or not told["filetype"]:
            raise Problem(400, "Upload-Metadata: sha256 must be 64 hex digits, filetype must be told")
        return Upload(UUID(told["submission_id"]), UUID(told["attachment_id"]), told["sha256"], size, expires)
    except KeyError as error:
        raise Problem(400, f"Upload-Metadata: {error.args[0]} is missing") from error
    except ValueError as error:
        raise Problem(400, "Upload-Metadata: submission_id and attachment_id must be UUIDs") from error


def _checksum(header: str | None) -> tuple[str, bytes] | None:
    if header is None:
        return None
    name, _, value = header.partition(" ")
    if name not in _HASHES:
        raise Problem(400, f"Upload-Checksum: only {', '.join(_HASHES)}")
    try:
        return name, base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise Problem(400, "Upload-Checksum is not base64") from error
