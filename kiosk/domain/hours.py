"""When somebody is at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a day, from ``begins`` up to but not including ``ends``."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The spans of each day of the week, Monday first. All moments are local time."""

    days: tuple[tuple[Span, ...], ...] = ((),) * 7

    def is_open(self, moment: datetime) -> bool:
        """Say whether somebody is there now."""
        return any(span.begins <= moment.time() < span.ends for span in self.days[moment.weekday()])

    def opens_next(self, moment: datetime) -> datetime | None:
        """Return when somebody comes next after this moment, None when nobody ever does."""
        for ahead in range(8):
            day = moment + timedelta(days=ahead)
            for span in sorted(self.days[day.weekday()], key=lambda span: span.begins):
                begins = day.replace(hour=span.begins.hour, minute=span.begins.minute, second=0, microsecond=0)
                if begins > moment:
                    return begins
        return None


_OFFICE = (Span(time(7), time(11, 30)), Span(time(13), time(17)))

OFFICE_HOURS = OpeningHours((_OFFICE,) * 5 + ((), ()))
"""What most offices keep. Each place has to set its own."""
