"""Sealing with age (age-encryption.org/v1) to public keys only: this machine can never open it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import pyrage

from kiosk.domain.seal import Seal, seal_of
from kiosk.domain.submission import Submission
from offline_queue.chunks import digest_of, pieces_of
from offline_queue.errors import SealingError
from offline_queue.payload import payload_bytes
from offline_queue.schema import CHUNK


@dataclass(frozen=True, slots=True)
class SealedFile:
    """One sealed file as it is stored and sent. ``attachment_id`` is None for the payload."""

    attachment_id: UUID | None
    seal: Seal

    @property
    def data(self) -> bytes:
        """The sealed bytes."""
        return self.seal.data

    @property
    def sha256(self) -> str:
        """Their digest (hex)."""
        return self.seal.sha256


@dataclass(frozen=True, slots=True)
class SealedSubmission:
    """All of a submission, sealed: the payload first, then the attachments in their order."""

    payload: SealedFile
    attachments: tuple[SealedFile, ...]


class Sealer:
    """Seals to every one of these age public keys. Raises SealingError when there is none, or one cannot be used."""

    def __init__(self, recipients: tuple[str, ...]) -> None:
        if not recipients:
            raise SealingError("no key to seal to: neither the catalogue nor [portal] recipients has a valid one")
        self.recipients = recipients
        self._keys = [_key(place, recipient) for place, recipient in enumerate(recipients, 1)]

    def seal(self, content: bytes) -> Seal:
        """Seal some bytes, in memory. Raises SealingError."""
        try:
            data = bytes(pyrage.encrypt(content, self._keys))
        except pyrage.EncryptError as error:
            raise SealingError(f"age cannot seal to these keys ({error})") from error
        pieces = tuple(digest_of(piece) for piece in pieces_of(data, CHUNK))
        return Seal(content, digest_of(content), self.recipients, data, digest_of(data), pieces)


def _key(place: int, recipient: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise SealingError(f"recipient number {place}: no age public key ({error})") from error


def seal_submission(submission: Submission, sealer: Sealer, ready: Iterable[Seal] = ()) -> SealedSubmission:
    """Seal the payload and each PDF apart, in memory; of what is ``ready`` only what stands for these is taken."""
    ready = tuple(ready)

    def sealed(content: bytes) -> Seal:
        return seal_of(content, sealer.recipients, ready) or sealer.seal(content)

    papers = tuple(SealedFile(file.attachment_id, sealed(file.pdf)) for file in submission.attachments)
    inside = payload_bytes(submission, [paper.seal.of_sha256 for paper in papers])
    return SealedSubmission(SealedFile(None, sealed(inside)), papers)
