"""Dates as old papers have them: a year, a month and a year, or a full day. A day is never invented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_WRITTEN = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date with its precision: ``day`` needs ``month``; what is not known is None.

    Raises ValueError for a date that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if self.day is not None and self.month is None:
            msg = "a day without a month"
            raise ValueError(msg)
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``, the three forms that the portal takes (DOMAIN 0.8)."""
        match = _WRITTEN.fullmatch(written.strip())
        if match is None:
            msg = f"not a date: {written!r}"
            raise ValueError(msg)
        day, month, year = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        """Write the date as Vietnamese papers do: ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.insert(0, f"{self.month:02d}")
        if self.day is not None:
            parts.insert(0, f"{self.day:02d}")
        return "/".join(parts)

    @property
    def iso(self) -> str:
        """The ISO 8601 form at the same precision: ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy``."""
        return "-".join(reversed(str(self).split("/")))

    @property
    def earliest(self) -> date:
        """The first day that this date can mean; for comparisons only, never for a form."""
        return date(self.year, self.month or 1, self.day or 1)
