"""Putting the spaces back into words that were typed without: ``khaisinh`` → ``khai sinh``."""

from __future__ import annotations

from kiosk.catalogue.search.keys import without_keys
from kiosk.catalogue.search.lexicon import Lexicon

_LONGEST_SYLLABLE = 9
_LONGEST_TEXT = 120
_WORD, _KEYED, _BEGINNING, _NEAR = 1.0, 1.4, 1.3, 2.4
_SINGLE_LETTER = 0.8
_KNOWN_PAIR = -0.4

Split = tuple[float, tuple[str, ...]]


def spaced(letters: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of the lexicon that the folded letters are made of; as few as can be, known pairs first.

    The last may be unfinished. A word with a typo is taken only where nothing else fits. Nothing fits: no words.
    """
    if len(letters) > _LONGEST_TEXT:
        return ()
    return _split(letters, lexicon, typos=False) or _split(letters, lexicon, typos=True)


def _split(letters: str, lexicon: Lexicon, *, typos: bool) -> tuple[str, ...]:
    """Find the cheapest way through the letters; ``ways`` has, for each place, the cheapest one by its last word."""
    ways: list[dict[str, Split]] = [{} for _ in range(len(letters) + 1)]
    ways[0][""] = (0.0, ())
    for start in range(len(letters)):
        if not ways[start]:
            continue
        for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(letters)) + 1):
            piece = letters[start:end]
            word, cost = _word(piece, lexicon, last=end == len(letters), typos=typos)
            if not word:
                continue
            for before, (spent, words) in ways[start].items():
                total = spent + cost + (_KNOWN_PAIR if (before, word) in lexicon.pairs else 0.0)
                if word not in ways[end] or total < ways[end][word][0]:
                    ways[end][word] = (total, (*words, word))
    return min(ways[-1].values(), default=(0.0, ()))[1]


def _word(piece: str, lexicon: Lexicon, *, last: bool, typos: bool) -> tuple[str, float]:
    """Return the word that a piece is taken for, and what that costs; no word when there is none."""
    if piece in lexicon:
        return piece, _WORD + (_SINGLE_LETTER if len(piece) == 1 else 0.0)
    if (plain := without_keys(piece)) in lexicon:
        return plain, _KEYED
    if last and next(lexicon.begins(piece), None):
        return piece, _BEGINNING
    near = next(lexicon.near(piece), "") if typos else ""
    return near, _NEAR
