"""The machine's own clocks."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def local_time() -> datetime:
    """Return the present moment, aware, as clocks in Viet Nam show it."""
    return datetime.now(_VIETNAM)


def local_day() -> date:
    """Return the day on Vietnamese calendars."""
    return local_time().date()


class SystemClock:
    """Implements the Clock port."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()
