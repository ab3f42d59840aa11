"""How looking for a newer catalogue can end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Refusal(StrEnum):
    """Why something that was published is not taken."""

    BAD_SIGNATURE = "bad_signature"
    ROLLBACK = "rollback"
    WRONG_DIGEST = "wrong_digest"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    BROKEN_BUNDLE = "broken_bundle"
    CHECK_FAILED = "check_failed"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it was signed, not yet opened. ``confirmed_until``: when its signatures expire, aware."""

    data: bytes
    confirmed_until: datetime


@dataclass(frozen=True, slots=True)
class NothingNew:
    """The publisher confirms the bundle that is already here."""

    confirmed_until: datetime


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The host gave no answer, or the line broke."""

    message: str


@dataclass(frozen=True, slots=True)
class Expired:
    """The host answers, but the publisher's word is out of date."""

    message: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What the host gave cannot be trusted, or cannot be used."""

    reason: Refusal
    message: str


Found = Bundle | NothingNew | Unreachable | Expired | Refused
"""What a catalogue source answers."""


@dataclass(frozen=True, slots=True)
class Updated:
    """The new version is in service; ``version`` is the SHA-256 of its bundle in hex."""

    version: str


@dataclass(frozen=True, slots=True)
class AlreadyCurrent:
    """The newest version was in service already."""

    version: str


@dataclass(frozen=True, slots=True)
class Failed:
    """This machine could not do it: its disk, or another update is at work."""

    message: str


Outcome = Updated | AlreadyCurrent | Unreachable | Expired | Refused | Failed
"""How an update ends; after anything but ``Updated`` the catalogue in service is the one from before."""
