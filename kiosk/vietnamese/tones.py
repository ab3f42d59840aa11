"""Vietnamese tones: where the mark of a syllable stands, and the six forms of a syllable.

The mark stands on the vowel that has a sign of its own already (Â Ă Ê Ô Ơ Ư), else on the second vowel before a final
consonant, else on the first of two or the middle of three. There are two habits for OA, OE and UY at the end of a
syllable. Ours is the older one (HÒA, KHỎE, THÚY): official names have it since the resolutions of 2025 (tỉnh Khánh
Hòa), and so do the papers of most citizens.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

MARKS = {"sắc": "\u0301", "huyền": "\u0300", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
"""The tones by name, with their combining marks."""

PLAIN = "bỏ dấu"
"""The name of the key that takes the tone away."""


class Placing(StrEnum):
    """Where the tone stands in OA, OE and UY at the end of a syllable."""

    OLD = "old"
    """HÒA, KHỎE, THÚY."""
    NEW = "new"
    """HOÀ, KHOẺ, THUÝ."""


_VOWELS = frozenset("aăâeêioôơuưy")
_SIGNED = frozenset("ăâêôơư")
_NAMES = {mark: name for name, mark in MARKS.items()}
_GLIDING = frozenset({"oa", "oe", "uy"})


@dataclass(frozen=True, slots=True)
class ToneForm:
    """A syllable with one tone, and the tone's name."""

    syllable: str
    name: str


def without_tone(text: str) -> str:
    """Take the tones away; the signs of Â Ă Ê Ô Ơ Ư Đ stay."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _NAMES))


def tone_of(syllable: str) -> str:
    """Return the name of the tone that a syllable has."""
    return next((_NAMES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in _NAMES), PLAIN)


def with_tone(syllable: str, tone: str, placing: Placing = Placing.OLD) -> str:
    """Give a syllable a tone, in place of the one it has; a word without a vowel stays as it is."""
    plain = without_tone(syllable)
    if tone not in MARKS:
        return plain
    place = _place(plain.lower(), placing)
    if place is None:
        return plain
    marked = unicodedata.normalize("NFC", plain[place] + MARKS[tone])
    return plain[:place] + marked + plain[place + 1 :]


def forms(syllable: str) -> tuple[ToneForm, ...]:
    """Return the six forms of a syllable, the plain one first; none for a word without a vowel."""
    if _place(without_tone(syllable).lower(), Placing.OLD) is None:
        return ()
    names = (PLAIN, *MARKS)
    return tuple(ToneForm(with_tone(syllable, name), name) for name in names)


def _place(plain: str, placing: Placing) -> int | None:
    """Return the index of the vowel that carries the tone, in a lower-case syllable without tones."""
    start = _first_vowel(plain)
    end = start
    while end < len(plain) and plain[end] in _VOWELS:
        end += 1
    if start == end:
        return None
    signed = [index for index in range(start, end) if plain[index] in _SIGNED]
    if signed:
        return signed[-1]
    count, closed = end - start, end < len(plain)
    if placing is Placing.NEW and plain[start:] in _GLIDING:
        return start + 1
    if count == 1:
        return start
    return start + 1 if closed or count > 2 else start  # noqa: PLR2004 - three vowels: the middle one


def _first_vowel(plain: str) -> int:
    """Return where the vowels begin: the U of QU and the I of GI before another vowel belong to the consonant."""
    index = next((index for index, letter in enumerate(plain) if letter in _VOWELS), len(plain))
    glide = plain[max(0, index - 1) : index + 1]
    if glide in {"qu", "gi"} and index + 1 < len(plain) and plain[index + 1] in _VOWELS:
        return index + 1
    return index
