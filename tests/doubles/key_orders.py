"""All usual orders of keys for a syllable: signs and tone beside their letter, after the vowels, or at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.tones import MARKS, PLAIN

_VOWELS = frozenset("aeiouyw")
_TONES = {Method.TELEX: "sfrxj", Method.VNI: "12345"}
_SIGNS = {
    Method.TELEX: dict(zip("ăâđêôơư", ("aw", "aa", "dd", "ee", "oo", "ow", "uw"), strict=True)),
    Method.VNI: dict(zip("ăâđêôơư", ("a8", "a6", "d9", "e6", "o6", "o7", "u7"), strict=True)),
}


def key_orders(word: str, tone: str, method: Method) -> Iterator[str]:
    """Yield the keys for a word (signs, no tone) and a tone."""
    key = "" if tone == PLAIN else dict(zip(MARKS, _TONES[method], strict=True))[tone]
    for way in _signed_ways(word, method):
        after = max(at for at, piece in enumerate(way) if piece[0] in _VOWELS) + 1
        yield "".join(way) + key
        yield "".join((*way[:after], key, *way[after:]))
    yield from _late(word, key, method)


def _signed_ways(word: str, method: Method) -> Iterator[tuple[str, ...]]:
    """Yield the pieces of a word with each sign beside its letter; ƯƠ and lone Ư have short ways."""
    signs = _SIGNS[method]
    pieces = [(signs.get(letter, letter),) for letter in word]
    if "oo" in word:  # a long O, which Telex would take for Ô
        at = word.index("oo")
        pieces[at : at + 2] = [("ooo" if method is Method.TELEX else "oo",)]
    if "ươ" in word:
        at = word.index("ươ")
        short = (signs["ư"] + "o", "u" + signs["ơ"], signs["ư"] + signs["ơ"])
        pieces[at : at + 2] = [short]
    elif "ư" in word and method is Method.TELEX:
        pieces[word.index("ư")] = ("uw", "w")
    yield from product(*pieces)


def _late(word: str, tone: str, method: Method) -> Iterator[str]:
    """Yield orders with all signs and the tone at the end; one key is enough for ƯƠ."""
    if "oo" in word or word.endswith("ăk"):
        return
    signs = _SIGNS[method]
    bare = "".join(signs[letter][0] if letter in signs else letter for letter in word)
    keys = list(dict.fromkeys(signs[letter][1] for letter in word if letter in signs))
    for order in permutations([*keys, *([tone] if tone else [])]):
        yield bare + "".join(order)
