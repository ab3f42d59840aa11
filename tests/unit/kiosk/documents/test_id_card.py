"""The card's payload: what is impossible is named, what is no card is no card."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents import parse_id_card
from kiosk.domain.dates import PartialDate
from kiosk.domain.identity import Sex

SEVEN = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, xã Bình An, tỉnh Đồng Tháp|12042021"


def test_the_seven_fields_are_read() -> None:
    card = parse_id_card(SEVEN.encode())
    assert card is not None
    assert (card.id_number, card.old_number, card.full_name) == ("087153004821", "331234567", "NGUYỄN THỊ HOA")
    assert (card.birth_date, card.sex) == (PartialDate(1953, 2, 5), Sex.FEMALE)
    assert card.residence == "Ấp 3, xã Bình An, tỉnh Đồng Tháp"
    assert card.issue_date == PartialDate(2021, 4, 12)
    assert (card.extra, card.problems) == ((), ())


def test_a_card_of_2024_keeps_its_further_fields() -> None:
    card = parse_id_card(f"{SEVEN}||NGUYỄN VĂN BA|LÊ THỊ TƯ|".encode())
    assert card is not None
    assert card.extra == ("", "NGUYỄN VĂN BA", "LÊ THỊ TƯ", "")


def test_decomposed_marks_are_composed() -> None:
    card = parse_id_card(unicodedata.normalize("NFD", SEVEN).encode())
    assert card is not None
    assert card.full_name == "NGUYỄN THỊ HOA"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("05021953", "31021953", "birth_date"),
        ("331234567", "33123", "old_number"),
        ("Nguyễn Thị Hoa", "Nguyễn 3", "full_name"),
        ("Nữ", "Khác", "sex"),
        ("05021953", "05021954", "id_number_birth_year"),
        ("Nữ", "Nam", "id_number_sex"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, problem: str) -> None:
    card = parse_id_card(SEVEN.replace(old, new).encode())
    assert card is not None
    assert problem in card.problems


def test_a_missing_old_number_is_no_problem() -> None:
    card = parse_id_card(SEVEN.replace("331234567", "").encode())
    assert card is not None
    assert (card.old_number, card.problems) == (None, ())


@pytest.mark.parametrize("payload", [b"https://vneid.gov.vn/a|b|c|d|e|f|g", b"", b"\xff\xfe", b"12345|||||||"])
def test_what_is_no_card_is_no_card(payload: bytes) -> None:
    assert parse_id_card(payload) is None


@given(st.binary(max_size=200))
def test_no_payload_breaks_the_parser(payload: bytes) -> None:
    parse_id_card(payload)


@given(st.lists(st.text(alphabet="0123456789Nữam|/ĐỗÂ ", max_size=14), min_size=6, max_size=12))
def test_a_number_and_any_fields_never_break_the_parser(fields: list[str]) -> None:
    parse_id_card("|".join(["087153004821", *fields]).encode())
