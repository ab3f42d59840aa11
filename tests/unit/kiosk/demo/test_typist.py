"""The robot types as a person does: letters, then the tone."""

from __future__ import annotations

from kiosk.demo.typist import keys_for


def test_a_word_is_its_letters_and_then_its_tone() -> None:
    assert keys_for("NGUYỄN") == [*(f"key:{letter}" for letter in "NGUYÊN"), "tone:ngã"]


def test_words_are_parted_and_only_marked_words_get_a_tone() -> None:
    assert keys_for("ĐỖ AN") == ["key:Đ", "key:Ô", "tone:ngã", "key:space", "key:A", "key:N"]


def test_digits_are_on_the_other_layout() -> None:
    assert keys_for("ẤP 3") == ["key:Â", "key:P", "tone:sắc", "key:space", "key:signs", "key:3", "key:letters"]
