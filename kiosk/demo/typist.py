"""Which keys write a text on the ABC keyboard: letters first, then the tone of each word; and which digits a date."""

from __future__ import annotations

import re
import unicodedata

TONES = {"\u0301": "sắc", "\u0300": "huyền", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
"""The five tone marks of Vietnamese as combining characters, and the names on their keys."""


_LETTERS = frozenset("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def keys_for(text: str) -> list[str]:
    """Return the object names of the keys to touch, in order; words are parted by one space. Keys write capitals."""
    keys: list[str] = []
    for number, word in enumerate(text.upper().split()):
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


def keys_for_address(text: str) -> list[str]:
    """Return the keys for an e-mail address, which all are on one page; letters have the names of capitals."""
    return [f"key:{sign}" for sign in text.upper()]


def digits_for(text: str) -> list[str]:
    """Return the digits to touch for a number, an hour or a date, which is written day first; ISO dates as well."""
    written = _ISO.fullmatch(text)
    if written is not None:
        text = "".join(part for part in reversed(written.groups()) if part)
    return [f"key:{digit}" for digit in text if digit.isdigit()]


def _without_tone(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
