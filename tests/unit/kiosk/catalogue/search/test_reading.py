"""The lexicon, the spaces and the readings of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.search.lexicon import Lexicon
from kiosk.catalogue.search.readings import readings
from kiosk.catalogue.search.spacing import spaced
from kiosk.domain.folding import folded_words

TEXTS = (
    "Đăng ký khai sinh",
    "Đăng ký kết hôn",
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Đăng ký thường trú",
    "Kê khai tại thôn",
    "Giấy khám bệnh",
)
LEXICON = Lexicon([folded_words(text) for text in TEXTS])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khai", "khai"),
        ("khais", "khai"),
        ("kahi", "khai"),
        ("kha", "khai"),
        ("khaii", "khai"),
        ("khau", "khai"),
        ("sanh", "sinh"),
        ("bịnh", "benh"),
        ("chường", "thuong"),
        ("kí", "ky"),
    ],
)
def test_a_word_is_known_by_what_was_typed_for_it(typed: str, meant: str) -> None:
    assert meant in LEXICON.meanings(typed, unfinished=False)


def test_only_an_unfinished_word_stands_for_longer_ones() -> None:
    assert "thuong" in LEXICON.meanings("thu", unfinished=True)
    assert "thuong" not in LEXICON.meanings("thu", unfinished=False)


def test_the_very_word_is_always_the_likeliest() -> None:
    meanings = LEXICON.meanings("khai", unfinished=True)
    assert max(meanings, key=meanings.__getitem__) == "khai"


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("khaisinh", ("khai", "sinh")),
        ("kethon", ("ket", "hon")),
        ("dangkythuongtru", ("dang", "ky", "thuong", "tru")),
        ("keetshoon", ("ket", "hon")),
        ("dangkykhaisi", ("dang", "ky", "khai", "si")),
        ("khaisihn", ("khai", "sinh")),
        ("qqqq", ()),
        ("", ()),
    ],
)
def test_spaces_are_put_back(letters: str, words: tuple[str, ...]) -> None:
    assert spaced(letters, LEXICON) == words


@given(st.lists(st.sampled_from(["khai", "sinh", "ket", "hon", "thuong", "tru", "nhan"]), min_size=1, max_size=8))
def test_words_written_together_come_back_as_words_of_the_lexicon(words: list[str]) -> None:
    assert "".join(spaced("".join(words), LEXICON)) == "".join(words)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        (("tthn",), ("tinh", "trang", "hon", "nhan")),
        (("đk", "ks"), ("dang", "ky", "khai", "sinh")),
        (("đăngký", "kết", "hôn"), ("dang", "ky", "kết", "hôn")),
        (("kh", "ai", "sinh"), ("khai", "sinh")),
    ],
)
def test_a_query_is_also_read_in_another_way(words: tuple[str, ...], reading: tuple[str, ...]) -> None:
    ways = readings(words, LEXICON)
    assert ways[0] == words
    assert reading in ways


def test_a_query_of_known_words_is_read_in_one_way() -> None:
    assert readings(("đăng", "ký", "kết", "hôn"), LEXICON) == (("đăng", "ký", "kết", "hôn"),)


def test_no_words_have_no_reading() -> None:
    assert readings((), LEXICON) == ()
