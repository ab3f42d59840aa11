"""A dossier on its way to the portal: in the clear in memory, sealed everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.identity import Applicant
from kiosk.domain.procedure import DeliveryMethod

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


class SubmissionKind(StrEnum):
    """What is filed (portal contract, Submission.kind)."""

    DOSSIER = "dossier"
    SUPPLEMENT = "supplement"
    RATING = "rating"
    COMPLAINT = "complaint"
    HELP_REQUEST = "help_request"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One PDF for one attachment row. ``file_name`` follows the contract: ``<component>_<n>_<name>.pdf``, ≤ 100."""

    attachment_id: UUID
    component: str
    file_name: str
    pages: int
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the result is to reach the citizen; address and phone only where the method needs them."""

    method: DeliveryMethod
    address: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What the citizen agreed to, when, and the digest of the very text that was shown."""

    purpose: str
    given_at: datetime
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything of one dossier, in the clear. Lives in memory only, until the outbox has sealed it.

    ``submission_id`` is a UUIDv7 made before the first attempt to store, so that a retry is the same submission.
    ``answers`` is the e-form's data under the form's own names. Times are aware (UTC). ``dossier_code`` is the portal's
    code of the dossier that is supplemented or rated. Raises ValueError for a supplement without it, or without papers.
    """

    submission_id: UUID
    kind: SubmissionKind
    created_at: datetime
    procedure_code: str | None
    procedure_version: str | None
    form_sha256: str
    agency_code: str
    lookup_secret: str
    answers: Mapping[str, JsonValue]
    applicant: Applicant | None
    delivery: Delivery | None
    consents: tuple[Consent, ...]
    attachments: tuple[Attachment, ...]
    assisted_by: str | None = None
    dossier_code: str | None = None

    def __post_init__(self) -> None:
        """See that a supplement can be one."""
        if self.kind is SubmissionKind.SUPPLEMENT and not (self.dossier_code and self.attachments):
            raise ValueError("a supplement names its dossier and brings papers")
