"""Partial dates: three precisions, nothing invented, nothing impossible."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.dates import PartialDate


@given(st.dates())
def test_a_full_date_survives_writing_and_reading(day: date) -> None:
    partial = PartialDate(day.year, day.month, day.day)
    assert PartialDate.parse(str(partial)) == partial
    assert partial.iso == day.isoformat()


@pytest.mark.parametrize(("written", "iso"), [("1953", "1953"), ("7/1953", "1953-07"), (" 01/02/1953 ", "1953-02-01")])
def test_the_portals_three_forms_are_read_with_their_precision(written: str, iso: str) -> None:
    assert PartialDate.parse(written).iso == iso


@pytest.mark.parametrize("written", ["", "53", "31/02/1953", "13/1953", "1/1/0000", "1953/7/1", "٠١/٠٢/١٩٥٣"])
def test_what_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(written)
