"""Which keys of the ABC keyboard write a text: letters first, then the tone of each word."""

from __future__ import annotations

import unicodedata

TONES = {"\u0301": "sắc", "\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
"""The five tone marks of Vietnamese as combining characters, and the names on their keys."""


_LETTERS = frozenset("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY")


def keys_for(text: str) -> list[str]:
    """Return the object names of the keys to touch, in order. The text is in capitals, words parted by one space."""
    keys: list[str] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            keys.append("key:space")
        tone = ""
        for mark in unicodedata.normalize("NFD", word):
            tone = TONES.get(mark, tone)
        for sign in _without_tone(word):
            keys += [f"key:{sign}"] if sign in _LETTERS else ["key:signs", f"key:{sign}", "key:letters"]
        if tone:
            keys.append(f"tone:{tone}")
    return keys


def _without_tone(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
