"""The reference code: written, read back, and misread characters noticed."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.reference_code import ReferenceCode, check_character

CHARACTERS = string.digits + string.ascii_uppercase
CODES = st.builds(
    ReferenceCode,
    kiosk=st.text(CHARACTERS, min_size=1, max_size=12),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    number=st.integers(1, 999_999),
)
PAIRS = {frozenset(pair) for pair in ("0V", "1W", "2X", "3Y", "4Z")}
"""What base 36 modulo 31 cannot tell apart; the module's docstring says so."""


@given(CODES)
def test_what_is_written_reads_back(code: ReferenceCode) -> None:
    assert ReferenceCode.parse(str(code)) == code
    assert ReferenceCode.parse(f" {str(code).lower()}\n") == code


@given(CODES)
def test_it_is_read_without_its_dashes_too(code: ReferenceCode) -> None:
    assert ReferenceCode.typed(str(code)) == code
    assert ReferenceCode.typed(str(code).lower().replace("-", " ")) == code
    read = ReferenceCode.typed(str(code).replace("-", ""))
    assert str(read).replace("-", "") == str(code).replace("-", "")


@pytest.mark.parametrize("text", ["", "APS", "APSAH012610120007", "H01.23-261126-0001", "APS-AH01-261012-0007-2-2"])
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match="reference code"):
        ReferenceCode.typed(text)


def test_a_code_looks_as_on_the_slip() -> None:
    written = str(ReferenceCode("AH01", date(2026, 10, 12), 7))
    assert written[:-1] == "APS-AH01-261012-0007-"
    assert str(ReferenceCode("AH01", date(2026, 10, 12), 12345))[:-1] == "APS-AH01-261012-12345-"


@given(CODES)
def test_the_check_character_cannot_be_misread(code: ReferenceCode) -> None:
    assert str(code)[-1] in "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@given(CODES, st.data())
def test_one_wrong_character_is_noticed(code: ReferenceCode, data: st.DataObject) -> None:
    body = code.body
    place = data.draw(st.sampled_from([index for index, character in enumerate(body) if character != "-"]))
    wrong = data.draw(st.sampled_from(CHARACTERS))
    assume(wrong != body[place])
    assume(frozenset({wrong, body[place]}) not in PAIRS)
    assert check_character(body[:place] + wrong + body[place + 1 :]) != check_character(body)


@given(CODES, st.data())
def test_two_neighbours_changing_places_are_noticed(code: ReferenceCode, data: st.DataObject) -> None:
    body = code.body.replace("-", "")
    place = data.draw(st.integers(0, len(body) - 2))
    first, second = body[place], body[place + 1]
    assume(first != second)
    assume(frozenset({first, second}) not in PAIRS)
    assert check_character(body[:place] + second + first + body[place + 2 :]) != check_character(body)


@given(CODES, st.sampled_from("23456789ABCDEFGHJKMNPQRSTUVWXYZ"))
def test_a_wrong_check_character_is_refused(code: ReferenceCode, wrong: str) -> None:
    assume(wrong != str(code)[-1])
    with pytest.raises(ValueError, match="wrong"):
        ReferenceCode.parse(str(code)[:-1] + wrong)


@pytest.mark.parametrize(
    "written",
    ["", "APS", "APS-AH01-261012-007-K", "APS-AH01-261332-0007-K", "APS-AH-01-261012-0007-K", "APS-AH01-261012-0007-O"],
)
def test_what_is_no_code_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ReferenceCode.parse(written)
