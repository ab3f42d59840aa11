"""A date that is being put in: read back in words, and what no calendar has is said at once."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from kiosk.domain.text import Text

_LEAP_YEAR = 2000
_MONTHS = 12
_DAYS = 31
_DIGITS, _YEAR_DIGITS = 2, 4


@dataclass(frozen=True, slots=True)
class Parts:
    """Day, month and year as digits, as far as they are there; what is not asked for is empty."""

    day: str = ""
    month: str = ""
    year: str = ""


def read_back(parts: Parts) -> Text | None:
    """Say a date in words once it is whole and there is such a day: *Ngày 2 tháng 9 năm 1956*."""
    if len(parts.year) < _YEAR_DIGITS or say_doubt(parts) is not None:
        return None
    year = int(parts.year)
    if not parts.month:
        return Text(f"Năm\u00a0{year}", f"The year {year}")
    month = int(parts.month)
    name = calendar.month_name[month]
    if not parts.day:
        return Text(f"Tháng\u00a0{month} năm\u00a0{year}", f"{name} {year}")
    return Text(
        f"Ngày\u00a0{int(parts.day)} tháng\u00a0{month} năm\u00a0{year}", f"{int(parts.day)}\u00a0{name} {year}"
    )


def say_doubt(parts: Parts) -> Text | None:
    """Say what is impossible as soon as it stands there; what may still become a date is left alone."""
    day, month, year = _number(parts.day, _DIGITS), _number(parts.month, _DIGITS), _number(parts.year, _YEAR_DIGITS)
    if day is not None and not 1 <= day <= _DAYS:
        return _mend(f"Không có ngày\u00a0{parts.day}.", f"There is no day\u00a0{parts.day}.")
    if month is not None and not 1 <= month <= _MONTHS:
        return _mend(f"Không có tháng\u00a0{parts.month}.", f"There is no month {parts.month}.")
    if year == 0:
        return _mend("Không có năm 0000.", "There is no year 0000.")
    if day is None or month is None:
        return None
    if day > calendar.monthrange(_LEAP_YEAR, month)[1]:
        return _mend(f"Tháng {month} không có ngày\u00a0{day}.", f"{calendar.month_name[month]} has no day\u00a0{day}.")
    if year is not None and day > calendar.monthrange(year, month)[1]:
        name = calendar.month_name[month]
        return _mend(f"Năm {year}, tháng {month} không có ngày\u00a0{day}.", f"{name} {year} has no day\u00a0{day}.")
    return None


def _number(digits: str, whole: int) -> int | None:
    return int(digits) if len(digits) == whole else None


def _mend(vi: str, en: str) -> Text:
    return Text(f"{vi} Bấm ô đó để ghi lại.", f"{en} Press the box to mend it.")
