"""The index keeps its promises for any text and any catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import config
from kiosk.catalogue import load_catalogue
from kiosk.catalogue.search import SearchEntry, SearchIndex, index_procedures
from kiosk.catalogue.search.everyday import is_filler
from kiosk.domain.folding import fold

ENTRIES = (
    SearchEntry("1.001193", "Đăng ký khai sinh", "Làm giấy cho trẻ mới sinh", ("làm giấy khai sinh",)),
    SearchEntry("1.000656", "Đăng ký khai tử", "Báo có người mất", ("báo tử", "giấy chứng tử")),
    SearchEntry("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "", ("giấy độc thân",)),
    SearchEntry("1.200000", "Chuyển hồ sơ đăng ký xe máy", "", ("giấy xe",)),
    SearchEntry("1.200001", "Sao hồ sơ xe ô tô"),
)
INDEX = SearchIndex(ENTRIES)
WORDS = "đăng ký khai sinh tử cấp lại giấy xác nhận má mã mà hôn nhân thường tạm trú xe đất nước cho con 6 A1"
SYLLABLES = WORDS.split()


def codes(text: str, limit: int = 10) -> list[str]:
    return [hit.code for hit in INDEX.search(text, limit)]


@given(st.text())
def test_no_text_ever_raises(text: str) -> None:
    hits = INDEX.search(text)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \t\n",
        "\0",
        "🙂",
        "🙂👩‍👧",
        "?!…",
        "\ud800",
        "\u0301\u0301",
        "q" * 10_000,
        "🙂" * 10_000,
        " " * 10_000,
        "-1",
    ],
)
def test_what_says_nothing_finds_nothing(text: str) -> None:
    assert INDEX.search(text) == ()


@pytest.mark.parametrize("text", ["khai sinh " * 1000, "khaisinh" * 1250, "1" * 10_000, "khai\0sinh"])
def test_long_and_odd_texts_are_answered(text: str) -> None:
    assert isinstance(INDEX.search(text), tuple)


@given(st.lists(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=8).map(" ".join), min_size=1, unique=True))
def test_a_name_finds_itself_first(names: list[str]) -> None:
    index = SearchIndex(SearchEntry(f"9.{number:06}", name) for number, name in enumerate(names))
    for name in names:
        assert fold(index.search(name, 1)[0].name) == fold(name)


@given(st.lists(st.text(), max_size=5), st.text())
def test_any_catalogue_can_be_searched(names: list[str], text: str) -> None:
    index = SearchIndex(SearchEntry(str(number), name, name, (name, "")) for number, name in enumerate(names))
    assert len(index.search(text, 2)) <= 2


def test_an_empty_catalogue_finds_nothing() -> None:
    assert SearchIndex([]).search("khai sinh") == ()


def test_hits_bear_the_name_as_published() -> None:
    hit = INDEX.search("KHAI TUWR")[0]
    assert (hit.code, hit.name) == ("1.000656", "Đăng ký khai tử")


@pytest.mark.parametrize(
    "text", ["1.001193", "1001193", " 1.001193 ", "001193", "0011", "thủ tục 1.001193", "mã số 1.001193 ở đâu"]
)
def test_a_code_finds_its_procedure(text: str) -> None:
    assert codes(text)[0] == "1.001193"


def test_a_few_digits_are_no_code() -> None:
    assert codes("11") == []


def test_a_passport_is_not_found_in_vehicle_papers() -> None:
    assert codes("hồ chiếu") == []


@pytest.mark.parametrize(
    ("word", "filler"), [("cho", True), ("chợ", False), ("từ", True), ("tử", False), ("tu", False)]
)
def test_a_filler_with_its_marks_is_told_from_another_word(word: str, filler: bool) -> None:
    assert is_filler(word) is filler


@pytest.mark.parametrize("limit", [0, -3])
def test_no_room_means_no_hits(limit: int) -> None:
    assert codes("khai sinh", limit) == []


def test_the_shipped_procedures_can_be_indexed() -> None:
    index = index_procedures(load_catalogue(Path(config.__file__).parent).procedures)
    assert index.search("bao tu")[0].code == "1.000656"
