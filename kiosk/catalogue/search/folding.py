"""Folding: one spelling for all the ways in which Vietnamese is typed. It is used to compare and never stored."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


def fold(text: str) -> str:
    """Return the text in lower case without marks, đ as d: ``Giấy ĐỘC thân`` → ``giay doc than``. Idempotent."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn").replace("đ", "d")


def typed_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they were typed, in lower case and composed (NFC); punctuation is left out."""
    return tuple(filter(fold, _WORD.findall(unicodedata.normalize("NFC", text.lower()))))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    return tuple(map(fold, typed_words(text)))
