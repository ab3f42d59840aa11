"""The robot types as a person does: letters, then the tone."""

from __future__ import annotations

import pytest

from kiosk.demo.typist import digits_for, keys_for


def test_a_word_is_its_letters_and_then_its_tone() -> None:
    assert keys_for("NGUYỄN") == [*(f"key:{letter}" for letter in "NGUYÊN"), "tone:ngã"]


def test_words_are_parted_and_only_marked_words_get_a_tone() -> None:
    assert keys_for("ĐỖ AN") == ["key:Đ", "key:Ô", "tone:ngã", "key:space", "key:A", "key:N"]


def test_digits_are_on_the_other_layout() -> None:
    assert keys_for("ẤP 3") == ["key:Â", "key:P", "tone:sắc", "key:space", "key:signs", "key:3", "key:letters"]


def test_keys_write_capitals() -> None:
    assert keys_for("Ấp") == keys_for("ẤP")


@pytest.mark.parametrize("date", ["12/05/1941", "1941-05-12"])
def test_a_date_is_typed_day_first(date: str) -> None:
    assert "".join(key.removeprefix("key:") for key in digits_for(date)) == "12051941"


def test_what_is_no_iso_date_is_typed_as_it_stands() -> None:
    assert digits_for("1985-1") == ["key:1", "key:9", "key:8", "key:5", "key:1"]
