"""Names are offered to complete what is typed; no spelling is ever changed into another."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.keyboard.names import FAMILY, MIDDLE, OFFERED, complete, suggest


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("", ("NGUYỄN", "TRẦN", "LÊ", "HUỲNH")),
        ("N", ("NGUYỄN", "NGÔ")),
        ("HUY", ("HUỲNH",)),
        ("HUỲ", ("HUỲNH",)),
        ("VO", ("VÕ",)),
        ("V", ("VÕ", "VŨ", "VƯƠNG")),
        ("VŨ", ("VƯƠNG",)[:0]),
        ("HÓ", ()),
        ("NGUYỄN ", ("VĂN", "THỊ", "HỮU", "NGỌC")),
        ("VÕ NHƯ", ("NHỰT",)),
        ("VÕ VĂN ", ()),
        ("VÕ VĂN P", ("PHƯỚC", "PHƯƠNG", "PHÚC")),
    ],
)
def test_names_that_what_is_typed_can_become_are_offered(text: str, offered: tuple[str, ...]) -> None:
    assert suggest(text) == offered


def test_the_word_under_way_is_completed_and_the_rest_stays() -> None:
    assert complete("", "NGUYỄN") == "NGUYỄN "
    assert complete("HUY", "HUỲNH") == "HUỲNH "
    assert complete("VÕ TH", "THỊ") == "VÕ THỊ "


@given(st.sampled_from(["", "VÕ ", "VÕ VĂN "]), st.text("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÁÀỲỄ", max_size=4))
def test_no_letter_and_no_mark_that_was_typed_is_given_up(before: str, typed: str) -> None:
    offered = suggest(before + typed)
    assert len(offered) <= OFFERED
    for name in offered:
        assert complete(before + typed, name) == f"{before}{name} "
        for letter, became in zip(typed, name, strict=False):
            marks, after = (set(unicodedata.normalize("NFD", one.replace("Đ", "D\u0336"))) for one in (letter, became))
            assert marks <= after


@pytest.mark.parametrize("names", [FAMILY, MIDDLE])
def test_the_lists_are_composed_capitals_each_once(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)
    assert all(name.isupper() and unicodedata.is_normalized("NFC", name) for name in names)
    assert {"HUỲNH", "VÕ"} <= set(FAMILY)
    assert {"PHƯỚC", "NHỰT"} <= set(MIDDLE)
