"""The card's payload: what is impossible is named, what is no card is no card."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents import CardsFound, find_card, parse_id_card, parse_typed_card
from kiosk.domain.dates import PartialDate
from kiosk.domain.id_number import PROVINCES_OF_BIRTH
from kiosk.domain.identity import Sex

SEVEN = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, xã Bình An, tỉnh Đồng Tháp|12042021"


def test_the_seven_fields_are_read() -> None:
    card = parse_id_card(SEVEN.encode())
    assert card is not None
    assert (card.id_number, card.old_number, card.full_name) == ("087153004821", "331234567", "Nguyễn Thị Hoa")
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
    assert card.full_name == "Nguyễn Thị Hoa"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("05021953", "31021953", "birth_date"),
        ("05021953", "00021953", "birth_date"),
        ("05021953", "5/2/1953", "birth_date"),
        ("05021953", "05021053", "birth_date"),
        ("12042021", "12042", "issue_date"),
        ("12042021", "12041950", "issue_date_before_birth"),
        ("Ấp 3", "Ấp\x003", "residence"),
        ("Thị", "T<b>hị", "full_name"),
        ("Nguyễn Thị Hoa", "", "full_name"),
        ("087153", "088153", "id_number_birth_place"),
        ("087153", "087353", "id_number_birth_year"),
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


@pytest.mark.parametrize("name", ["H'Hen Niê", "Y-Bhiăk Ayŭn", "Đỗ  Ý", "Sùng A Páo", "K’Dư"])
def test_names_of_all_our_peoples_are_names(name: str) -> None:
    card = parse_id_card(SEVEN.replace("Nguyễn Thị Hoa", name).encode())
    assert card is not None
    assert (card.full_name, card.problems) == (" ".join(name.split()), ())


@pytest.mark.parametrize(("number", "born"), [("087153", "05021953"), ("079303", "05022003"), ("001203", "05022003")])
def test_century_sex_and_year_agree_with_the_birth(number: str, born: str) -> None:
    sex = "Nữ" if int(number[3]) % 2 else "Nam"
    text = SEVEN.replace("087153", number).replace("05021953", born).replace("Nữ", sex)
    card = parse_id_card(text.encode())
    assert card is not None
    assert card.problems == ()


def test_who_knows_only_the_year_of_birth_keeps_the_year() -> None:
    card = parse_id_card(SEVEN.replace("05021953", "1953").encode())
    assert card is not None
    assert (card.birth_date, card.problems) == (PartialDate(1953), ())


def test_a_mark_of_byte_order_is_no_part_of_the_number() -> None:
    assert parse_id_card(b"\xef\xbb\xbf" + SEVEN.encode()) is not None


def test_there_are_63_provinces_of_birth() -> None:
    assert len(PROVINCES_OF_BIRTH) == 63


def test_the_card_is_picked_among_other_codes() -> None:
    found = find_card([b"https://vneid.gov.vn", SEVEN.encode(), SEVEN.encode()])
    assert found.card is not None
    assert not found.several


def test_between_two_cards_nothing_is_chosen() -> None:
    other = SEVEN.replace("087153004821", "087153004822")
    assert find_card([SEVEN.encode(), other.encode()]) == CardsFound(None, several=True)


def test_no_code_is_no_card() -> None:
    assert find_card([]) == CardsFound(None, several=False)


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


@pytest.mark.parametrize("sign", ["|", "~", "\\", "¦", "*"])
def test_a_typed_card_gives_number_and_dates_alone(sign: str) -> None:
    typed = "087153004821|331234567|Nguyeexn Thij Hoa?|05021953|N?|?p 3|12042021".replace("|", sign)
    card = parse_typed_card(typed + "\n")
    assert card is not None
    assert (card.id_number, card.birth_date, card.issue_date) == (
        "087153004821",
        PartialDate(1953, 2, 5),
        PartialDate(2021, 4, 12),
    )
    assert (card.full_name, card.sex, card.residence, card.old_number) == (None, None, None, None)
    assert card.problems == ()


@pytest.mark.parametrize(
    "typed", ["", "087153004821", "087153004821 1 2 3 4 5 6 7", "https://vneid.gov.vn", "08715300482|||||||"]
)
def test_what_is_typed_and_no_card_is_no_card(typed: str) -> None:
    assert parse_typed_card(typed) is None


@given(st.text(max_size=120))
def test_no_typing_breaks_the_parser(typed: str) -> None:
    parse_typed_card(typed)
    parse_typed_card("087153004821|" + typed)
