"""Where this kiosk stands and who can help there."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.hours import OFFICE_HOURS, OpeningHours
from kiosk.domain.text import Language, Text


@dataclass(frozen=True, slots=True)
class Place:
    """The centre that the kiosk belongs to. ``helper`` says in one sentence who helps and where they stand.

    ``province_code`` and ``commune_code`` are those of the reference lists, or empty: addresses begin with them.
    ``vietnamese`` is the Vietnamese that is spoken here: in southern words, or ``Language.NORTHERN``.
    ``hours`` say when somebody is at the desk. ``rating_url`` is where people tell the centre how it went.
    """

    kiosk_id: str
    centre: Text
    commune: Text
    hotline: str
    zalo_url: str | None
    helper: Text
    province_code: str = ""
    commune_code: str = ""
    vietnamese: Language = Language.VIETNAMESE
    hours: OpeningHours = OFFICE_HOURS
    rating_url: str | None = None

    def home(self, reference: str | None) -> str:
        """Return this place in a reference list: its province or its commune, empty in any other list."""
        return {"provinces": self.province_code, "communes": self.commune_code}.get(reference or "", "")
