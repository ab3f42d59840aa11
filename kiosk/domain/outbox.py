"""What the outbox answers: whether a dossier is safe, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

DAMAGED = "damaged on disk"
"""How the reason begins where a submission was set aside for what the disk has done to it."""


class ItemState(StrEnum):
    """A queued submission's way: stored → uploading → uploaded → filed → purged, or set aside with a reason."""

    STORED = "stored"
    UPLOADING = "uploading"
    UPLOADED = "uploaded"
    FILED = "filed"
    PURGED = "purged"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Stored:
    """The commit returned: the dossier is durable on this machine and has its reference code."""

    submission_id: UUID
    reference_code: str


class NotStoredReason(StrEnum):
    """Why a dossier could not be made safe."""

    NO_SPACE = "no_space"
    NO_RECIPIENTS = "no_recipients"
    STORAGE_ERROR = "storage_error"


@dataclass(frozen=True, slots=True)
class NotStored:
    """The dossier is not safe; the answers stay in memory. ``message`` is for technicians, without personal data."""

    reason: NotStoredReason
    message: str


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """How far one submission has come. ``dossier_code`` is the portal's *mã hồ sơ*, which may come later."""

    submission_id: UUID
    reference_code: str
    state: ItemState
    dossier_code: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class QueueSummary:
    """The queue as staff and the header see it. ``online`` is None until the sender has tried once.

    ``has_room`` is False when the disk has no room for new dossiers; those that are there go on being sent.
    """

    waiting: int
    set_aside: int
    online: bool | None
    last_contact: datetime | None
    has_room: bool = True
