"""Whom dossiers are sealed to: public keys with the days on which they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Recipient:
    """A public key (age) that is sealed to from ``valid_from`` to ``valid_until``, both days included.

    Without ``communes`` it is the portal's; with them it is an escrow key of these communes, whose kiosks seal to it as
    well.
    """

    key: str
    name: str
    valid_from: date
    valid_until: date
    communes: tuple[str, ...] = ()

    def is_valid(self, day: date) -> bool:
        """Say whether it holds on this day."""
        return self.valid_from <= day <= self.valid_until


def valid_on(day: date, recipients: Iterable[Recipient], commune: str) -> tuple[Recipient, ...]:
    """Return whom a kiosk of ``commune`` seals to on this day: nobody where the portal itself could not open it."""
    valid = tuple(one for one in recipients if one.is_valid(day) and (not one.communes or commune in one.communes))
    return valid if any(not one.communes for one in valid) else ()
