"""The contract's Submission and Payload as types; what does not fit is refused by name (422)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

Hex = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Moment = Annotated[datetime, Meta(tz=True)]


class _Object(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class ProcedureVersion(_Object, frozen=True):
    """Which procedure, in which version."""

    code: Name
    version: str


class SealedFile(_Object, frozen=True):
    """A sealed attachment as the outside names it."""

    attachment_id: UUID
    upload_id: Name
    bytes: Annotated[int, Meta(ge=1)]
    sha256: Hex


class Submission(_Object, frozen=True):
    """The outside. A name that the contract does not have is refused: nothing about a person may stand here."""

    kind: Literal["dossier", "supplement", "rating", "complaint", "help_request"]
    created_at: Moment
    kiosk_id: Name
    reference_code: Name
    payload: str
    attachments: list[SealedFile]
    manifest_sha256: Hex
    procedure: ProcedureVersion | None = None


class Applicant(_Object, frozen=True):
    """Who files."""

    full_name: str | UnsetType = UNSET
    id_number: str | UnsetType = UNSET
    identity: Literal["vneid", "chip", "card_qr", "typed"] | UnsetType = UNSET
    identity_token: str | None = None


class Delivery(_Object, frozen=True):
    """How the result is to come."""

    method: Literal["counter", "post", "electronic"] | UnsetType = UNSET
    address: str | UnsetType = UNSET
    phone: str | UnsetType = UNSET


class Consent(_Object, frozen=True):
    """What was agreed to."""

    purpose: str | UnsetType = UNSET
    given_at: Moment | UnsetType = UNSET
    text_sha256: str | UnsetType = UNSET


class Paper(_Object, frozen=True):
    """One PDF, as it was before sealing."""

    attachment_id: UUID
    component: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    file_name: Annotated[str, Meta(max_length=100)]
    pages: Annotated[int, Meta(ge=1)]
    sha256: Hex


class Payload(_Object, frozen=True):
    """The inside."""

    form_sha256: str | UnsetType = UNSET
    agency_code: str | UnsetType = UNSET
    dossier_code: str | None = None
    lookup_secret: str | UnsetType = UNSET
    answers: dict[str, Any] | UnsetType = UNSET
    applicant: Applicant | UnsetType = UNSET
    delivery: Delivery | UnsetType = UNSET
    consents: list[Consent] | UnsetType = UNSET
    assisted_by: str | None = None
    attachments: list[Paper] = []
