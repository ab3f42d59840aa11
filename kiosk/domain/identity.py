"""Who stands at the machine: the ID card as its QR tells it, and the applicant of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.dates import PartialDate


class Sex(StrEnum):
    """Sex as the card and the forms have it."""

    MALE = "male"
    FEMALE = "female"


class IdentitySource(StrEnum):
    """How the identity was learnt; only VNEID and CHIP are proof (portal contract, Applicant.identity)."""

    VNEID = "vneid"
    CHIP = "chip"
    CARD_QR = "card_qr"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class IdCard:
    """The fields of a Căn cước QR (DOMAIN 4.4), self-declared: nothing in it is signed.

    ``extra`` holds the fields after the seventh as they stand; ``problems`` names the fields that were unreadable or
    impossible (their value is then None).
    """

    id_number: str | None
    old_number: str | None
    full_name: str | None
    birth_date: PartialDate | None
    sex: Sex | None
    residence: str | None
    issue_date: PartialDate | None
    extra: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applicant:
    """The person who files (người yêu cầu)."""

    full_name: str
    id_number: str
    identity: IdentitySource
