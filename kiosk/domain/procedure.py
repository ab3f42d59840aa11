"""An administrative procedure (thủ tục hành chính) as the catalogue publishes it for a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.money import Fee
from kiosk.domain.text import NO_TEXT, Text


class Requirement(StrEnum):
    """Whether an attachment row must be filled."""

    REQUIRED = "required"
    IF_ANY = "if_any"
    SHOW_ONLY = "show_only"


class DeliveryMethod(StrEnum):
    """How the result reaches the citizen (portal contract, Payload.delivery.method)."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One row of *thành phần hồ sơ*. The conditions are e-form expressions over the answers, or None."""

    component: str
    name: Text
    plain: Text
    requirement: Requirement
    visible_if: str | None = None
    required_if: str | None = None
    originals: int = 0
    copies: int = 1
    max_bytes: int = 2_000_000


class ProcedureKind(StrEnum):
    """What this kiosk can do for a procedure."""

    FORM = "form"
    """The whole dossier is prepared and sent here."""
    GUIDE = "guide"
    """The kiosk explains it and says where it is done."""


class Online(StrEnum):
    """How much of a procedure runs online: *toàn trình*, *một phần*, or only the information."""

    FULL = "full"
    PARTIAL = "partial"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Handoff:
    """Where a procedure is done when it is not done here; ``url`` goes into a QR code, empty for none."""

    text: Text
    url: str


@dataclass(frozen=True, slots=True)
class Unverified:
    """A fact that an officer must confirm before release: the field's path and why it is doubtful."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of one procedure. Texts named ``plain`` explain official words and never replace them."""

    code: str
    version: str
    effective_from: date
    effective_until: date | None
    name: Text
    plain: Text
    agency: Text
    agency_code: str
    time_limit: Text
    fee: Fee
    rows: tuple[AttachmentRow, ...]
    delivery_methods: tuple[DeliveryMethod, ...]
    in_person: tuple[Text, ...]
    declaration: Text
    legal_basis: tuple[str, ...]
    synonyms: tuple[str, ...]
    unverified: tuple[Unverified, ...]
    kind: ProcedureKind = ProcedureKind.FORM
    online: Online = Online.FULL
    area: Text = NO_TEXT
    notes: tuple[Text, ...] = ()
    handoff: Handoff | None = None
