"""A portal in memory that keeps to the contract, and can be told to fail, or to outlive its caller, at one call."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kiosk.domain.portal import (
    Filed,
    NewUpload,
    NotKnown,
    OutOfStep,
    PortalFailure,
    Reached,
    Receipt,
    Refused,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue


class Killed(BaseException):
    """The process that asked was killed at this moment; nothing of it may run on."""


@dataclass(frozen=True, slots=True)
class Mishap:
    """What happens at the next ``call``: reach, start, offset, append, file or receipt.

    ``answer`` takes the place of the portal's own; None: the caller is killed. ``done``: the portal has done by then
    what it was asked for, and only its answer was lost.
    """

    call: str
    answer: Any
    done: bool = False


@dataclass(slots=True)
class _Upload:
    announced: NewUpload
    data: bytes = b""


class MemoryPortal:
    """Files each submission once. ``now`` is the portal's own clock; ``late_codes`` keeps the dossier codes back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._uploads: dict[str, _Upload] = {}
        self._begun = 0
        self.receipts: dict[UUID, Receipt] = {}
        self.mishap: Mishap | None = None
        self.late_codes = False

    def reach(self) -> Reached | PortalFailure:
        return self._meet("reach", Reached)

    def start_upload(self, upload: NewUpload) -> UploadStarted | PortalFailure:
        return self._meet("start", lambda: self._start(upload))

    def _start(self, upload: NewUpload) -> UploadStarted:
        self._begun += 1
        self._uploads[f"u{self._begun}"] = _Upload(upload)
        return UploadStarted(f"u{self._begun}")

    def upload_offset(self, upload_id: str) -> UploadOffset | UploadGone | PortalFailure:
        return self._meet("offset", lambda: self._offset(upload_id))

    def _offset(self, upload_id: str) -> UploadOffset | UploadGone:
        upload = self._uploads.get(upload_id)
        return UploadGone() if upload is None else UploadOffset(len(upload.data), upload.announced.size)

    def append(
        self, upload_id: str, offset: int, piece: bytes
    ) -> UploadOffset | OutOfStep | UploadGone | PortalFailure:
        return self._meet("append", lambda: self._append(upload_id, offset, piece))

    def _append(self, upload_id: str, offset: int, piece: bytes) -> UploadOffset | OutOfStep | UploadGone:
        upload = self._uploads.get(upload_id)
        if upload is None:
            return UploadGone()
        if offset != len(upload.data):
            return OutOfStep()
        upload.data += piece
        return UploadOffset(len(upload.data))

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        return self._meet("file", lambda: self._file(submission_id, document))

    def _file(self, submission_id: UUID, document: Mapping[str, Any]) -> Filed | UploadsMissing | Refused:
        manifest = str(document["manifest_sha256"])
        first = self.receipts.get(submission_id)
        if first is not None:
            return Filed(first) if first.manifest_sha256 == manifest else Refused(409, "another manifest")
        missing = tuple(str(one["upload_id"]) for one in document["attachments"] if not self._is_whole(one))
        if missing:
            return UploadsMissing(missing)
        code = None if self.late_codes else self._code(submission_id)
        self.receipts[submission_id] = Receipt(submission_id, manifest, self._now(), code)
        return Filed(self.receipts[submission_id])

    def _is_whole(self, attachment: Mapping[str, Any]) -> bool:
        upload = self._uploads.get(str(attachment["upload_id"]))
        return upload is not None and hashlib.sha256(upload.data).hexdigest() == attachment["sha256"]

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed | NotKnown | PortalFailure:
        return self._meet("receipt", lambda: self._receipt(submission_id))

    def _receipt(self, submission_id: UUID) -> Filed | NotKnown:
        first = self.receipts.get(submission_id)
        if first is None:
            return NotKnown()
        code = first.dossier_code or (None if self.late_codes else self._code(submission_id))
        return Filed(Receipt(submission_id, first.manifest_sha256, first.received_at, code))

    def lookup(self, code: str, secret: str | None) -> NotKnown:
        return NotKnown()

    def forget_uploads(self) -> None:
        """Let every upload that was not filed expire."""
        self._uploads.clear()

    def _code(self, submission_id: UUID) -> str:
        return f"H00.00-261012-{submission_id.hex[-6:]}"

    def _meet(self, call: str, do: Callable[[], Any]) -> Any:
        mishap = self.mishap
        if mishap is None or mishap.call != call:
            return do()
        self.mishap = None
        if mishap.done:
            do()
        if mishap.answer is None:
            raise Killed
        return mishap.answer
