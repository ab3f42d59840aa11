"""Folding and typed keys: many ways of typing, one spelling to compare."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.search.keys import without_keys
from kiosk.catalogue.search.sounds import sound
from kiosk.domain.folding import fold, folded_words, typed_words


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text())
def test_every_word_has_a_folded_form(text: str) -> None:
    assert all(folded_words(text))
    assert len(folded_words(text)) == len(typed_words(text))


def test_marks_and_case_are_folded_away() -> None:
    assert fold("Giấy ĐỘC thân") == "giay doc than"


def test_words_keep_their_marks_and_lose_their_punctuation() -> None:
    assert typed_words("Cha, mẹ, con (Điều 20)") == ("cha", "mẹ", "con", "điều", "20")


@pytest.mark.parametrize(
    ("keys", "plain"),
    [
        ("giaays", "giay"),
        ("ddoocj", "doc"),
        ("thaan", "than"),
        ("thana", "than"),
        ("khair", "khai"),
        ("dduwowngf", "duong"),
        ("tieesng", "tieng"),
        ("uwr", "u"),
        ("dangd", "dang"),
        ("wng", "ung"),
        ("giay61", "giay"),
        ("d9oc65", "doc"),
    ],
)
def test_telex_and_vni_keys_are_taken_away(keys: str, plain: str) -> None:
    assert without_keys(keys) == plain


@pytest.mark.parametrize("word", ["giay", "khai", "xuong", "sinh", "trich", "rieng", "gplx", "ks", "2026", "nghia"])
def test_a_word_without_keys_stays_as_it_is(word: str) -> None:
    assert without_keys(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("so", "xo"),
        ("tru", "chu"),
        ("ky", "ki"),
        ("trang", "chan"),
        ("luat", "luac"),
        ("giay", "vay"),
        ("khau", "khau"),
    ],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("khai", "cai"), ("sinh", "hinh"), ("ho", "ha"), ("dat", "sat")])
def test_words_that_sound_different_have_different_keys(one: str, other: str) -> None:
    assert sound(one) != sound(other)
