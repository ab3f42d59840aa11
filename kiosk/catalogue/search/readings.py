"""The ways in which a query can be read: as typed, with abbreviations written out, with spaces put back."""

from __future__ import annotations

from itertools import chain

from kiosk.catalogue.search.everyday import ABBREVIATIONS
from kiosk.catalogue.search.keys import without_keys
from kiosk.catalogue.search.lexicon import Lexicon
from kiosk.catalogue.search.spacing import spaced
from kiosk.domain.folding import fold

_SHORTEST_RUN_TOGETHER = 4
_LONGEST_ANEW = 40

Words = tuple[str, ...]


def readings(words: Words, lexicon: Lexicon) -> tuple[Words, ...]:
    """Return the ways to read the typed words, as typed first, none of them twice and none without a word."""
    ways = dict.fromkeys([words, _written_out(words), _with_spaces(words, lexicon), _anew(words, lexicon)])
    return tuple(filter(None, ways))


def _written_out(words: Words) -> Words:
    return tuple(chain.from_iterable(_long_form(word) for word in words))


def _long_form(word: str) -> Words:
    return tuple(ABBREVIATIONS.get(fold(word), word).split())


def _with_spaces(words: Words, lexicon: Lexicon) -> Words:
    """Split what is no word: ``đăngký khai sinh``."""
    return tuple(chain.from_iterable(_parts(word, lexicon) for word in words))


def _parts(word: str, lexicon: Lexicon) -> Words:
    folded = fold(word)
    if len(folded) < _SHORTEST_RUN_TOGETHER or folded in lexicon or without_keys(folded) in lexicon:
        return (word,)
    return spaced(folded, lexicon) or (word,)


def _anew(words: Words, lexicon: Lexicon) -> Words:
    """Put all spaces of a short query anew when a word that is like no other stands in it: ``kh ai sinh``."""
    letters = "".join(map(fold, words))
    if len(words) == 1 or len(letters) > _LONGEST_ANEW or all(_is_like_a_word(word, lexicon) for word in words[:-1]):
        return ()
    return spaced(letters, lexicon)


def _is_like_a_word(word: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.meanings(word, unfinished=False))
