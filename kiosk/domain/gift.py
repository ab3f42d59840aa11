"""Vouchers for those who file at the machine: which were given and which were redeemed, and nothing about to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Gift:
    """A voucher as it stands on a slip: whoever brings the slip may have the gift; it names nobody."""

    code: str
    words: Text


class Redemption(StrEnum):
    """What became of a voucher that somebody brought."""

    REDEEMED = "redeemed"
    REDEEMED_BEFORE = "redeemed_before"
    NEVER_GIVEN = "never_given"


@dataclass(frozen=True, slots=True)
class Redeemed:
    """The answer to who brings a voucher; ``on`` is the day on which it was redeemed first."""

    outcome: Redemption
    on: date | None = None


@dataclass(frozen=True, slots=True)
class GiftStock:
    """How many vouchers lie ready, were given, and were redeemed."""

    left: int
    given: int
    redeemed: int
