"""Tones stand where Vietnamese papers put them, and the keys never change anything but the tone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.vietnamese.tones import MARKS, PLAIN, forms, with_tone, without_tone

ONSETS = ["", "B", "CH", "Đ", "G", "GI", "H", "KH", "NGH", "NG", "QU", "T", "TH", "TR", "X"]
RHYMES = [
    "A",
    "ĂN",
    "ÂU",
    "E",
    "ÊNH",
    "I",
    "IÊN",
    "O",
    "ÔNG",
    "Ơ",
    "U",
    "ƯƠC",
    "UYÊN",
    "Y",
    "OA",
    "OAN",
    "UY",
    "AI",
    "ƯA",
    "OAI",
]
SYLLABLES = st.builds("{}{}".format, st.sampled_from(ONSETS), st.sampled_from(RHYMES))


@pytest.mark.parametrize(
    ("plain", "tone", "written"),
    [
        ("THI", "nặng", "THỊ"),
        ("NGUYÊN", "ngã", "NGUYỄN"),
        ("PHƯƠC", "sắc", "PHƯỚC"),
        ("HOA", "sắc", "HÓA"),
        ("THUY", "sắc", "THÚY"),
        ("KHOE", "hỏi", "KHỎE"),
        ("TOAN", "huyền", "TOÀN"),
        ("QUA", "sắc", "QUÁ"),
        ("QUY", "sắc", "QUÝ"),
        ("GIA", "huyền", "GIÀ"),
        ("GI", "huyền", "GÌ"),
        ("NGOAI", "huyền", "NGOÀI"),
        ("NGHIÊNG", "huyền", "NGHIỀNG"),
        ("ƯA", "sắc", "ỨA"),
        ("MƯƠI", "huyền", "MƯỜI"),
        ("KHUYU", "nặng", "KHUỴU"),
        ("Đ", "sắc", "Đ"),
        ("hoa", "huyền", "hòa"),
    ],
)
def test_a_tone_stands_where_papers_put_it(plain: str, tone: str, written: str) -> None:
    assert with_tone(plain, tone) == written


@given(SYLLABLES, st.sampled_from([*MARKS, PLAIN]), st.sampled_from([*MARKS, PLAIN]))
def test_a_tone_replaces_the_one_before_it(syllable: str, first: str, second: str) -> None:
    assert with_tone(with_tone(syllable, first), second) == with_tone(syllable, second)


@given(SYLLABLES, st.sampled_from(list(MARKS)))
def test_nothing_but_one_mark_is_added(syllable: str, tone: str) -> None:
    written = with_tone(syllable, tone)
    assert without_tone(written) == syllable
    assert unicodedata.is_normalized("NFC", written)
    marks = [mark for mark in unicodedata.normalize("NFD", written) if mark in MARKS.values()]
    assert marks == [MARKS[tone]]


@given(SYLLABLES)
def test_the_six_keys_show_six_different_syllables(syllable: str) -> None:
    shown = [form.syllable for form in forms(syllable)]
    assert len(set(shown)) == 6
    assert shown[0] == syllable


@given(st.text(max_size=12))
def test_any_text_can_be_given_any_tone(text: str) -> None:
    for tone in MARKS:
        assert without_tone(with_tone(text, tone)) == without_tone(text)


def test_a_word_without_a_vowel_has_no_tone_keys() -> None:
    assert forms("NGH") == ()
    assert forms("") == ()
