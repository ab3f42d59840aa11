"""The table of syllables has what Vietnamese has, and says early what can never become a syllable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.vietnamese.syllables import can_become_syllable, is_syllable, rhyme_of, syllables, unsigned
from kiosk.vietnamese.tones import MARKS, PLAIN, tone_of, without_tone

ALL = list(syllables())

NAMES = """
    nguyễn trần lê phạm huỳnh hoàng võ vũ đặng bùi đỗ hồ ngô dương lý quách giáp từ châu khưu lương thái thị văn hữu
    phước nhựt sanh thạnh nhơn quới nghĩa kiều oanh khuê thoại luyến nguyệt tuyết uyên yến ý út tỵ mỹ sỹ bạch đẹt lượm
    mười rớt quỳnh quyền quốc huệ thuở khuya chưn giêng gì gìn xoong moóc ngoằn ngoèo khuỷu huơ đắk lắk ỉa ươm yêu
    việt nam thành phố đồng tháp hậu giang rạch giá cờ đỏ thốt nốt ô môn
"""


@pytest.mark.parametrize("syllable", NAMES.split())
def test_names_of_people_and_places_are_syllables(syllable: str) -> None:
    assert is_syllable(without_tone(syllable), tone_of(syllable))


def test_a_syllable_that_ends_with_a_stop_has_one_of_two_tones() -> None:
    assert [is_syllable("viêt", tone) for tone in (PLAIN, *MARKS)] == [False, True, False, False, False, True]


@pytest.mark.parametrize("word", ["ka", "ce", "gê", "ngi", "ghu", "qu", "tyên", "giin", "bănh", "w", "str", "viet", ""])
def test_what_breaks_the_rules_of_spelling_is_none(word: str) -> None:
    assert not is_syllable(word, PLAIN)


@pytest.mark.parametrize("word", ["krông", "plông", "brâu", "hrê", "mnông", "xtiêng"])
def test_official_names_from_other_languages_are_taken_too(word: str) -> None:
    assert is_syllable(word, PLAIN)


@given(st.sampled_from(ALL), st.data())
def test_every_beginning_of_a_syllable_can_become_one_with_its_signs_or_without(
    syllable: tuple[str, str], data: st.DataObject
) -> None:
    word, tone = syllable
    assert can_become_syllable(word, tone)
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert can_become_syllable(beginning, PLAIN)
    if not word.endswith("ăk"):
        assert can_become_syllable(unsigned(beginning), PLAIN)


def test_a_rhyme_begins_after_its_onset() -> None:
    assert [rhyme_of(word) for word in ("gi", "giê", "qu", "quô", "ngh", "nghiê", "thuy")] == [
        "i", "ê", "", "ô", "", "iê", "uy",
    ]  # fmt: skip


def test_each_is_there_once() -> None:
    assert len(ALL) == len(set(ALL)) > 15_000
    assert {tone for _, tone in ALL} == {PLAIN, *MARKS}
