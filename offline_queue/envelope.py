"""The outside of a sealed submission (portal-api.yaml, Submission) and the digest that a receipt must name."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import rfc8785

from kiosk.domain.submission import JsonValue


@dataclass(frozen=True, slots=True)
class SealedAttachment:
    """A sealed file as the outside names it; ``upload_id`` is the portal's, None before the upload has begun."""

    attachment_id: UUID
    size: int
    sha256: str
    upload_id: str | None = None

    def document(self) -> dict[str, JsonValue]:
        """Return the attachment as JSON."""
        described: dict[str, JsonValue] = {
            "attachment_id": str(self.attachment_id),
            "bytes": self.size,
            "sha256": self.sha256,
        }
        return described if self.upload_id is None else described | {"upload_id": self.upload_id}


@dataclass(frozen=True, slots=True)
class Envelope:
    """What routing and bookkeeping need, and nothing about a person. ``created_at`` is RFC 3339 text."""

    submission_id: UUID
    kind: str
    created_at: str
    kiosk_id: str
    reference_code: str
    procedure: tuple[str, str] | None
    payload: bytes
    attachments: tuple[SealedAttachment, ...]

    def document(self) -> dict[str, JsonValue]:
        """Return the contract's Submission with its manifest digest."""
        outside = self._outside()
        return outside | {"manifest_sha256": manifest_sha256(outside)}

    def manifest_sha256(self) -> str:
        """Return the digest (hex) that the portal's receipt must name."""
        return manifest_sha256(self._outside())

    def _outside(self) -> dict[str, JsonValue]:
        code_version = self.procedure
        return {
            "kind": self.kind,
            "created_at": self.created_at,
            "kiosk_id": self.kiosk_id,
            "reference_code": self.reference_code,
            "procedure": None if code_version is None else {"code": code_version[0], "version": code_version[1]},
            "payload": base64.b64encode(self.payload).decode("ascii"),
            "attachments": [attachment.document() for attachment in self.attachments],
        }


def manifest_sha256(document: Mapping[str, JsonValue]) -> str:
    """Digest (hex) of the RFC 8785 form without ``manifest_sha256`` and without every ``upload_id``."""
    outside = {name: value for name, value in document.items() if name != "manifest_sha256"}
    attachments = outside.get("attachments")
    if isinstance(attachments, list):
        outside["attachments"] = [_without_upload_id(attachment) for attachment in attachments]
    return hashlib.sha256(rfc8785.dumps(outside)).hexdigest()


def _without_upload_id(attachment: JsonValue) -> JsonValue:
    if not isinstance(attachment, dict):
        return attachment
    return {name: value for name, value in attachment.items() if name != "upload_id"}
