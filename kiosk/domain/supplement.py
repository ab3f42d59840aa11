"""A supplement to a filed dossier: the rows that the portal has named, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.portal import DossierStanding


@dataclass(frozen=True, slots=True)
class NotAskedFor:
    """No supplement can be made: the portal asks for nothing more of this dossier, or not for these ``components``."""

    components: tuple[str, ...] = ()


def not_asked_for(standing: DossierStanding, components: Iterable[str]) -> NotAskedFor | None:
    """Say what hinders a supplement of these rows; None when the portal has named each of them."""
    named = {missing.component for missing in standing.missing}
    if standing.code is None or not named:
        return NotAskedFor()
    others = tuple(component for component in components if component not in named)
    return NotAskedFor(others) if others else None
