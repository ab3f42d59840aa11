"""Texts that others wrote: nothing of a message is lost, no word is too long for a line, names are cut at a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.viewmodels.foreign import breakable, parts_of, shortened

MESSAGE = "Ông/Bà bổ sung bản chụp hai mặt. Giấy cũ bị mờ; chụp lại cho rõ.\nHạn: 7 ngày làm việc."


def plain(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@given(st.text(max_size=400), st.integers(1, 200))
def test_nothing_of_a_message_is_lost_and_no_part_is_too_long(text: str, longest: int) -> None:
    parts = parts_of(text, longest)
    assert plain("".join(parts)) == plain(text)
    assert all(len(part.replace("\u200b", "")) <= longest for part in parts)


def test_a_message_is_parted_at_lines_and_sentences() -> None:
    assert parts_of(MESSAGE, 200) == (
        "Ông/Bà bổ sung bản chụp hai mặt. Giấy cũ bị mờ; chụp lại cho rõ.",
        "Hạn: 7 ngày làm việc.",
    )
    assert parts_of(MESSAGE, 40)[:2] == ("Ông/Bà bổ sung bản chụp hai mặt.", "Giấy cũ bị mờ; chụp lại cho rõ.")
    assert parts_of(" \n\n", 40) == ()


@pytest.mark.parametrize(
    ("text", "cut"), [("một hai ba", "một hai ba"), ("một hai ba bốn", "một hai…"), ("  một\nhai ", "một hai")]
)
def test_a_name_is_cut_at_a_word(text: str, cut: str) -> None:
    assert shortened(text, 10) == cut


def test_a_word_that_no_line_holds_can_be_broken() -> None:
    assert max(map(len, breakable("x" * 200).split("\u200b"))) == 24
    assert breakable("Trung tâm") == "Trung tâm"
