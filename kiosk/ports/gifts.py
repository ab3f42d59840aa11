"""Vouchers for those who file at the machine."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.gift import Gift, GiftStock, Redeemed


class Gifts(Protocol):
    """The vouchers in stock."""

    def take(self) -> Gift | None:
        """Take the next voucher, for good; None when there is none, or it could not be written down. May block."""
        ...


class GiftBook(Protocol):
    """What those need who hand the gifts out."""

    def redeem(self, code: str) -> Redeemed:
        """Write down that a voucher was brought. Raises OSError."""
        ...

    def stock(self) -> GiftStock:
        """Count. Raises OSError, and ValueError for a file of codes that cannot be used."""
        ...
