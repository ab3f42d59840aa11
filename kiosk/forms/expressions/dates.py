"""Reading moments as JavaScript's Date does, as far as forms write them: ISO dates and times, local unless said."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_ISO = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?"
    r"([T ](?P<hour>\d\d):(?P<minute>\d\d)(:(?P<second>\d\d)(\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)


def read_moment(value: object) -> datetime | None:
    """Return a naive local datetime for an ISO text, milliseconds since 1970, or a datetime; None for no date.

    As in JavaScript, a bare year or month is UTC, a full date and a time without a zone are local.
    """
    if isinstance(value, datetime):
        return value
    try:
        if isinstance(value, int | float):
            return _local(datetime.fromtimestamp(value / 1000, UTC))
        return _read_text(value) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _read_text(text: str) -> datetime | None:
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(found[name] or default) for name, default in _DEFAULTS.items())
    moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - forms speak of the wall's clock
    zone = found["zone"]
    if found["day"] is None and found["hour"] is None:
        return _local(moment.replace(tzinfo=UTC))
    if zone is None:
        return moment
    return _local(moment.replace(tzinfo=UTC) - _offset(zone))


_DEFAULTS = {"year": 0, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _local(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None)
