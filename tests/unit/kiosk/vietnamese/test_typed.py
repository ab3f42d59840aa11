"""Key by key: what stands in the field is composed, deleting takes one letter, codes and addresses are left alone."""

from __future__ import annotations

import unicodedata

import pytest
from doubles.key_orders import key_orders
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.syllables import syllables
from kiosk.vietnamese.tones import with_tone
from kiosk.vietnamese.typed import begin, type_keys

KEYS = st.text(st.sampled_from("aăâdđeêioôơuưyghnmctpsfrxjzw0123456789@.- ÁàỄỗAEODW") | st.characters(), max_size=20)


@given(KEYS, st.sampled_from(Method))
def test_the_text_is_always_composed(keys: str, method: Method) -> None:
    typed = begin("", method)
    for key in keys:
        typed = typed.press(key)
        assert unicodedata.is_normalized("NFC", typed.text)
    assert unicodedata.is_normalized("NFC", type_keys(keys, method))


@given(KEYS, st.sampled_from(Method))
def test_deleting_takes_the_last_letter_and_nothing_else(keys: str, method: Method) -> None:
    typed = begin("", method)
    for key in keys:
        typed = typed.press(key)
    while typed.text:
        before = typed.text
        typed = typed.delete()
        assert typed.text == unicodedata.normalize("NFC", before[:-1])
    assert typed.delete().text == ""


@given(st.text(max_size=20), st.sampled_from(Method))
def test_a_text_that_is_there_keeps_its_spelling(text: str, method: Method) -> None:
    assert begin(text, method).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", ["HUỲNH THỊ SANH", "VÕ VĂN NHỰT", "NGUYỄN PHƯỚC", "THANH HOÁ", "HUỜN", "AS", "HOÀ"])
@pytest.mark.parametrize("method", Method)
def test_no_spelling_of_a_name_is_corrected(name: str, method: Method) -> None:
    typed = begin(name, method)
    assert typed.text == name
    assert typed.press(" ").press("Y").text == name + " Y"


def test_what_is_there_can_be_gone_on_with() -> None:
    typed = begin("NGUYỄN THI", Method.TELEX).press("J")
    assert typed.text == "NGUYỄN THỊ"
    assert typed.delete().press("I").press("S").text == "NGUYỄN THÍ"


def test_after_a_deletion_typing_goes_on_as_if_it_had_been_right_at_once() -> None:
    typed = begin("", Method.TELEX)
    for key in "tieengs":
        typed = typed.press(key)
    assert typed.delete().delete().press("c").text == "tiếc"


def test_a_letter_that_was_left_standing_by_a_double_key_stays_when_the_next_is_deleted() -> None:
    typed = begin("", Method.TELEX)
    for key in "aaab":
        typed = typed.press(key)
    assert typed.delete().text == "aa"
    assert typed.delete().press("s").text == "aas"


WORDS = st.sampled_from(list(syllables()))


@given(
    st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(Method), st.sampled_from([" ", "-", ", ", "/"]), st.data()
)
def test_words_are_written_one_by_one_whatever_parts_them(
    words: list[tuple[str, str]], method: Method, between: str, data: st.DataObject
) -> None:
    keys = [data.draw(st.sampled_from(list(key_orders(word, tone, method)))) for word, tone in words]
    expected = between.join(with_tone(word, tone) for word, tone in words)
    assert type_keys(between.join(keys), method) == expected


LOCAL = st.text("abcdefghijklmnopqrstuvwxyz0123456789._-", min_size=1, max_size=16)
HOST = st.sampled_from(["gmail.com", "dongthap.gov.vn", "yahoo.com.vn", "aws.amazon.com"])


@given(LOCAL, HOST, st.sampled_from(Method))
def test_an_email_address_stands_as_typed(local: str, host: str, method: Method) -> None:
    assert type_keys(f"{local}@{host}", method) == f"{local}@{host}"
    assert type_keys(f"gửi {local}@{host} nha", method) == f"gửi {local}@{host} nha"


@pytest.mark.parametrize("address", ["https://dichvucong.gov.vn/tra-cuu", "www.google.com", "hoas.com.vn", "aaa.org"])
@pytest.mark.parametrize("method", Method)
def test_an_address_of_the_net_stands_as_typed(address: str, method: Method) -> None:
    assert type_keys(address, method) == address


CODES = [
    "AH-01",
    "APS-AH01-261012-0007-K",
    "H20.12-20261012-0000421",
    "087155004821",
    "12/5A",
    "K7M2QX",
    "30/4",
    "QL91B",
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("method", Method)
def test_a_code_stands_as_typed(code: str, method: Method) -> None:
    assert type_keys(code, method) == code


@given(st.text("ABDEOWSFRXJ", min_size=1, max_size=5), st.integers(0, 9999), st.sampled_from(["", "-", "/", "."]))
def test_letters_with_digits_are_a_code_in_telex(letters: str, number: int, between: str) -> None:
    assume(all(letters.count(key) <= (2 if key in "ADEO" else 1) for key in letters))  # once more writes the key itself
    code = f"{letters}{between}{number}"
    assert type_keys(code, Method.TELEX) == code


def test_what_was_escaped_stays_when_a_digit_follows() -> None:
    assert type_keys("AAA0", Method.TELEX) == "AA0"
