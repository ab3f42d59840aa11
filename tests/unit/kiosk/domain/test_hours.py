"""Opening hours: open at the first minute, closed at the last, and the next time is always in the future."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hours import OFFICE_HOURS, OpeningHours, Span

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 10, 12, tzinfo=VIETNAM)


def at(hour: int, minute: int = 0, day: int = 0) -> datetime:
    return (MONDAY + timedelta(days=day)).replace(hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("moment", "is_open", "opens"),
    [
        (at(6, 59), False, at(7)),
        (at(7), True, at(13)),
        (at(11, 29), True, at(13)),
        (at(11, 30), False, at(13)),
        (at(16, 59), True, at(7, day=1)),
        (at(17), False, at(7, day=1)),
        (at(9, day=4), True, at(13, day=4)),
        (at(20, day=4), False, at(7, day=7)),
        (at(9, day=5), False, at(7, day=7)),
        (at(9, day=6), False, at(7, day=7)),
    ],
)
def test_office_hours(moment: datetime, is_open: bool, opens: datetime) -> None:
    assert OFFICE_HOURS.is_open(moment) is is_open
    assert OFFICE_HOURS.opens_next(moment) == opens


def test_a_place_without_a_desk_never_opens() -> None:
    assert not OpeningHours().is_open(MONDAY)
    assert OpeningHours().opens_next(MONDAY) is None


def test_one_span_a_week_comes_again_in_a_week() -> None:
    hours = OpeningHours(((Span(time(8), time(9)),), *((),) * 6))
    assert hours.opens_next(at(8)) == at(8, day=7)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(VIETNAM)))  # noqa: DTZ001 - bounds
def test_the_next_opening_is_ahead_and_open(moment: datetime) -> None:
    opens = OFFICE_HOURS.opens_next(moment)
    assert opens is not None
    assert opens > moment
    assert OFFICE_HOURS.is_open(opens)
    assert not OFFICE_HOURS.is_open(opens - timedelta(minutes=1))
