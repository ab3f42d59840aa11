"""An administrative procedure (thủ tục hành chính) as the catalogue publishes it for a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.money import Fee
from kiosk.domain.text import Text


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
