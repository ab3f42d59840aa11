"""What a slip leads to, and what people bring back of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lookup import SlipCode, lookup_address, slip_at, slip_of_bars, typed_code
from kiosk.domain.reference_code import ReferenceCode

URL = "https://portal.example/look"
OURS = str(ReferenceCode("AH01", date(2026, 10, 12), 7))


@pytest.mark.parametrize("secret", ["K7M2QX", ""])
def test_the_address_on_a_slip_leads_back_to_code_and_secret(secret: str) -> None:
    address = lookup_address(URL, OURS, secret)
    assert address.isascii()
    assert slip_at(URL, address) == SlipCode(OURS, secret)


@pytest.mark.parametrize("text", ["", OURS, "https://elsewhere.example/look?ma=1", URL, f"x{URL}?ma=1"])
def test_any_other_text_is_no_slip(text: str) -> None:
    assert slip_at(URL, text) is None


@pytest.mark.parametrize("tail", ["", "%3Cb%3E", "H1-2\u202e", "H1-2345&bm=<b>", "H1-2345&bm=" + "K" * 13])
def test_what_cannot_stand_on_a_slip_is_none(tail: str) -> None:
    assert slip_at(URL, f"{URL}?ma={tail}") is None


def test_only_bars_with_dashes_are_a_slips() -> None:
    assert slip_of_bars(OURS) == SlipCode(OURS)
    assert [slip_of_bars(text) for text in ("8934588012345", "WWW.ABC.VN/2024", "")] == [None, None, None]


def test_what_else_an_address_says_is_left_out() -> None:
    assert slip_at(URL, f"{URL}?ma=H1-2345&bm=K7M2QX&x=1") == SlipCode("H1-2345", "K7M2QX")
    assert slip_at(URL, f"{URL}?ma=H1-2345&x=1") == SlipCode("H1-2345")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (OURS.lower(), OURS),
        (OURS.replace("-", ""), OURS),
        (f" {OURS.replace('-', ' ')} ", OURS),
        ("h00.00-261012-0001", "H00.00-261012-0001"),
        ("000.00.12.H20-261012-0001", "000.00.12.H20-261012-0001"),
        (OURS[:-1] + ("2" if OURS[-1] != "2" else "3"), None),
        ("APS", None),
        ("ONE TWO", None),
        ("H1", None),
        ("Ă123456", None),
        ("H00.00-261012-0001?x", None),
        ("", None),
    ],
)
def test_a_code_that_is_typed(text: str, code: str | None) -> None:
    assert typed_code(text) == code


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    code = typed_code(text)
    assert code is None or code.isascii()
