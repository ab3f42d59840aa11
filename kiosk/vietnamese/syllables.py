"""Which syllables Vietnamese has, as onset, rhyme and tone, and what can still become one when more keys are pressed.

Words here are in small letters with their signs (ă â đ ê ô ơ ư) and without their tone, which is given beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kiosk.vietnamese.tones import MARKS, PLAIN

ONSETS = ("ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "ch", "th", "tr", *"bcdđghklmnprstvx", "")
"""The consonants that a syllable can begin with, the longest first; none is the last."""

_NUCLEI = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c k m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- c ch m n ng nh p t u",
    "i": "- ch m n nh p t u",
    "ia": "-",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oo": "c ng",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": "- c m n ng o p t",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n ng p t",
    "u": "- c i m n ng p t",
    "ua": "-",
    "uâ": "c n ng t y",
    "uê": "- ch n nh t u",
    "uô": "c i m n ng p t",
    "uơ": "-",
    "uy": "- ch n nh p t u",
    "uya": "-",
    "uyê": "n t",
    "ư": "- c i m n ng t u",
    "ưa": "-",
    "ươ": "c i m n ng p t u",
    "y": "- ch m n nh p t",
    "yê": "m n ng t u",
}
"""What can follow each vowel or group of vowels; ``-`` is nothing. Rare southern ones are in it (*chưn*, *Lynh*)."""

_NUCLEI_AFTER_QU = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t y",
    "e": "- c m n ng o p t",
    "ê": "- ch n nh t u",
    "i": "- n t",
    "ô": "- c",
    "ơ": "- i n t",
    "y": "- ch n nh t u",
    "yê": "n t",
}
"""The U belongs to the onset: *quốc*, *quới*, *quyên*."""


def _rhymes(nuclei: dict[str, str]) -> frozenset[str]:
    return frozenset(nucleus + coda.strip("-") for nucleus, codas in nuclei.items() for coda in codas.split())


RHYMES = _rhymes(_NUCLEI)
RHYMES_AFTER_QU = _rhymes(_NUCLEI_AFTER_QU)

_BORROWED = frozenset({"krông", "plông", "prông", "păh", "pưh", "brâu", "hrê", "mnông", "xtiêng", "stiêng"})
"""Syllables of other languages of the country, as official names of places and peoples write them; without a tone."""

_BARE = str.maketrans("ăâđêôơưĂÂĐÊÔƠƯ", "aadeoouAADEOOU")

_FRONT = frozenset("eiy")
_WITH_G = frozenset({"i", "in"})
"""Before E and I the sound of G is written GH, but for *gì* and *gìn*."""

_STOPS = ("c", "ch", "p", "t")
_TONES_OF_STOPS = frozenset({"sắc", "nặng"})


def unsigned(text: str) -> str:
    """Take the signs of ă â đ ê ô ơ ư away, in small letters and capitals."""
    return text.translate(_BARE)


def _openings(words: Iterable[str]) -> frozenset[str]:
    """Return everything that stands while these are typed: their beginnings, each sign there already or not yet."""
    beginnings = {word[:end] for word in words for end in range(1, len(word) + 1)}
    ways = (product(*({letter, unsigned(letter)} for letter in beginning)) for beginning in beginnings)
    return frozenset("".join(letters) for way in ways for letters in way)


_OPEN_RHYMES = _openings(RHYMES - {"ăk"}) | {"ăk"}  # *ak* is no Vietnamese rhyme, and *task* is English
_OPEN_AFTER_QU = _openings(RHYMES_AFTER_QU)
_OPEN_BORROWED = _openings(_BORROWED)
_OPEN_ONSETS = _openings(ONSETS)


def is_syllable(word: str, tone: str) -> bool:
    """Say whether there can be such a syllable: *việt* can, *viêt* and *vièt* cannot."""
    if word in _BORROWED:
        return tone == PLAIN
    rhyme = next((rhyme for onset, rhyme in _splits(word) if rhyme in _after(onset) and _fits(onset, rhyme)), None)
    return rhyme is not None and (not rhyme.endswith(_STOPS) or tone in _TONES_OF_STOPS)


def can_become_syllable(word: str, tone: str) -> bool:
    """Say whether more letters, signs or a tone can make a syllable of it; a syllable is one already."""
    if tone == PLAIN and (word in _OPEN_ONSETS or word in _OPEN_BORROWED):
        return True
    rhyme = rhyme_of(word)
    return rhyme != "" and (tone == PLAIN or not rhyme.endswith(_STOPS) or tone in _TONES_OF_STOPS)


def rhyme_of(word: str) -> str:
    """Return the rhyme of what can become a syllable, empty while there is none: *gi* has one, *qu* has none yet."""
    for onset, rhyme in _splits(word):
        known = _OPEN_AFTER_QU if onset == "qu" else _OPEN_RHYMES
        if rhyme in known and _fits(onset, rhyme):
            return rhyme
    return ""


def syllables() -> Iterator[tuple[str, str]]:
    """Yield every syllable there can be with each of its tones."""
    for onset in ONSETS:
        for rhyme in sorted(_after(onset)):
            if _fits(onset, rhyme):
                yield from ((onset + rhyme, tone) for tone in (PLAIN, *MARKS) if is_syllable(onset + rhyme, tone))


def _after(onset: str) -> frozenset[str]:
    return RHYMES_AFTER_QU if onset == "qu" else RHYMES


def _splits(word: str) -> Iterator[tuple[str, str]]:
    return ((onset, word[len(onset) :]) for onset in ONSETS if word.startswith(onset))


def _fits(onset: str, rhyme: str) -> bool:
    """Keep the rules of spelling: K GH NGH before E and I, else C G NG; no I after GI; YÊ begins a word."""
    front = unsigned(rhyme[:1]) in _FRONT
    match onset:
        case "k" | "gh" | "ngh":
            return front
        case "g":
            return not front or rhyme in _WITH_G
        case "c" | "ng":
            return not front
        case "gi":
            return rhyme[:1] not in {"i", "y"}
        case "" | "qu":
            return True
        case _:
            return unsigned(rhyme[:2]) != "ye"
