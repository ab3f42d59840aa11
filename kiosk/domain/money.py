"""Vietnamese dong, and the three states of a fee: an amount, a text, or not published."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True, order=True)
class Dong:
    """An amount of Vietnamese dong, in whole dong."""

    amount: int

    def __str__(self) -> str:
        """Write the amount as on Vietnamese bills: ``16.000``."""
        return f"{self.amount:,}".replace(",", ".")


NO_MONEY = Dong(0)


@dataclass(frozen=True, slots=True)
class FeeAmount:
    """A published fee. ``count_answer`` names the answer that it is multiplied by (copies), if any."""

    unit: Dong
    count_answer: str | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class FeeText:
    """A fee that is published only in words, or a service that the law makes free."""

    text: Text


@dataclass(frozen=True, slots=True)
class FeeUnpublished:
    """No fee is published. That is not the same as free (DOMAIN 0.7): the citizen is told to ask the desk."""


Fee = FeeAmount | FeeText | FeeUnpublished
