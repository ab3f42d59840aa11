"""Sealing with age (age-encryption.org/v1) to public keys only: this machine can never open it again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pyrage

from kiosk.domain.submission import Submission
from offline_queue.errors import SealingError
from offline_queue.payload import payload_bytes

Seal = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class SealedFile:
    """One sealed file and the digest (hex) of the sealed bytes. ``attachment_id`` is None for the payload."""

    attachment_id: UUID | None
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class SealedSubmission:
    """All of a submission, sealed: the payload first, then the attachments in their order."""

    payload: SealedFile
    attachments: tuple[SealedFile, ...]


def seal_to(recipients: tuple[str, ...]) -> Seal:
    """Return what seals to every one of these age public keys. Raises SealingError when one cannot be used."""
    if not recipients:
        raise SealingError("no recipients: set [portal] recipients to the portal's and the commune's age public keys")
    keys = []
    for place, recipient in enumerate(recipients, 1):
        try:
            keys.append(pyrage.x25519.Recipient.from_str(recipient))
        except pyrage.RecipientError as error:
            raise SealingError(f"[portal] recipients, number {place}: no age public key ({error})") from error
    return lambda data: bytes(pyrage.encrypt(data, keys))


def seal_submission(submission: Submission, seal: Seal) -> SealedSubmission:
    """Seal the payload and each PDF apart, in memory."""
    return SealedSubmission(
        payload=_sealed(None, payload_bytes(submission), seal),
        attachments=tuple(_sealed(file.attachment_id, file.pdf, seal) for file in submission.attachments),
    )


def _sealed(attachment_id: UUID | None, data: bytes, seal: Seal) -> SealedFile:
    sealed = seal(data)
    return SealedFile(attachment_id, sealed, hashlib.sha256(sealed).hexdigest())
