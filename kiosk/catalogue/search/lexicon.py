"""The words of a catalogue, and which of them somebody may mean by what they typed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from kiosk.catalogue.search.everyday import official
from kiosk.catalogue.search.keys import without_keys
from kiosk.catalogue.search.sounds import sound
from kiosk.domain.folding import fold

_SAME_KEYS = 0.98
_VARIANT = 0.9
_SAME_SOUND = 0.85
_SOUND_OF_A_KNOWN_WORD = 0.5
_TYPO = 0.75
_TYPO_OF_A_KNOWN_WORD = 0.4
_BEGINNING = 0.6
_LONGER_THAN_A_KNOWN_WORD = 0.75
_SHORTEST_WITH_A_TYPO = 3
_LONGEST_WORD = 12


class Lexicon:
    """The folded words of all texts. ``pairs`` are the words that stand side by side in one of them."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        texts = list(texts)
        self._words = sorted({word for text in texts for word in text})
        self._known = frozenset(self._words)
        self.pairs = frozenset(pair for text in texts for pair in pairwise(text))
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._by_gap: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_sound[sound(word)].append(word)
            for gapped in _gapped(word):
                self._by_gap[gapped].append(word)

    def __contains__(self, word: str) -> bool:
        """Whether a text has the folded word."""
        return word in self._known

    def begins(self, letters: str) -> Iterator[str]:
        """Yield the words that begin with the letters, itself left out, in the order of the alphabet."""
        for word in self._words[bisect_left(self._words, letters) :]:
            if not word.startswith(letters):
                return
            if word != letters:
                yield word

    def meanings(self, typed: str, *, unfinished: bool) -> dict[str, float]:
        """Return the words that may be meant by one as typed, each with its likeness (above 0 up to 1).

        ``unfinished`` allows for letters that are still to come.
        """
        found: dict[str, float] = {}
        folded = fold(typed)
        plain = without_keys(folded)
        for word, factor in ((folded, 1.0), (plain, _SAME_KEYS))[: 1 if plain == folded else 2]:
            for meant, likeness in self._meanings(word, unfinished=unfinished):
                found[meant] = max(found.get(meant, 0.0), likeness * factor)
        if typed != folded or folded not in self._known:
            for meant in filter(self._known.__contains__, official(typed)):
                found[meant] = max(found.get(meant, 0.0), _VARIANT)
        return found

    def _meanings(self, folded: str, *, unfinished: bool) -> Iterator[tuple[str, float]]:
        known = folded in self._known
        if known:
            yield folded, 1.0
        for word in self._by_sound.get(sound(folded), ()):
            yield word, _SOUND_OF_A_KNOWN_WORD if known else _SAME_SOUND
        for word in self.near(folded):
            yield word, _TYPO_OF_A_KNOWN_WORD if known else _TYPO
        if unfinished:
            for word in self.begins(folded):
                likeness = _BEGINNING + (1 - _BEGINNING) * len(folded) / len(word)
                yield word, likeness * (_LONGER_THAN_A_KNOWN_WORD if known else 1.0)

    def near(self, typed: str) -> Iterator[str]:
        """Yield the words that are one letter away: one too many, one missing, another one, or two swapped."""
        if not _SHORTEST_WITH_A_TYPO <= len(typed) <= _LONGEST_WORD:
            return
        seen: set[str] = set()
        for gapped in (typed, *_gapped(typed)):
            for word in self._by_gap.get(gapped, ()):
                if word not in seen and len(word) >= _SHORTEST_WITH_A_TYPO and OSA.distance(typed, word) == 1:
                    seen.add(word)
                    yield word


def _gapped(word: str) -> Iterator[str]:
    """Yield the word and the word without each of its letters: words that are one typo apart share one of these."""
    if len(word) > _LONGEST_WORD:
        return
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
