"""The inverted index: in which texts of which procedures a word stands, and how much the word says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.catalogue.search.everyday import is_filler
from kiosk.catalogue.search.lexicon import Lexicon
from kiosk.domain.folding import fold, typed_words

Numbers: TypeAlias = NDArray[np.intp]
Floats: TypeAlias = NDArray[np.float64]

FILLER_WEIGHT = 0.15
_INITIALS = 0.85
_SHORTEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Where a word is found: texts (ascending) with its likeness and the weight that it covers of each."""

    texts: Numbers
    likeness: Floats
    covered: Floats
    entries: Numbers
    entry_likeness: Floats
    weight: float


class Postings:
    """The texts of all entries in a row: ``owners`` has the entry of each, ``weights`` what its words weigh."""

    def __init__(self, texts: Sequence[str], owners: Sequence[int]) -> None:
        words = [typed_words(text) for text in texts]
        folded = [tuple(map(fold, text)) for text in words]
        self.lexicon = Lexicon(folded)
        self.owners = np.array(owners, dtype=np.intp)
        self._entries = owners[-1] + 1 if owners else 0
        standing: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(folded):
            for word in set(text):
                standing[word].append(number)
        self._texts = {word: np.array(numbers, dtype=np.intp) for word, numbers in standing.items()}
        self._weights = {word: self._weight(numbers) for word, numbers in self._texts.items()}
        self.weights = np.array(
            [
                sum(self._weights[fold(word)] * (FILLER_WEIGHT if is_filler(word) else 1.0) for word in set(text))
                for text in words
            ],
            dtype=np.float64,
        )
        self._initials = ["".join(word[0] for word in text if word) for text in folded]
        self.match = lru_cache(maxsize=2048)(self._match)

    def _weight(self, texts: Numbers) -> float:
        """Return what a word in these texts says: the logarithm of how rare it is among the entries."""
        return log(1 + self._entries / max(0.5, len(np.unique(self.owners[texts]))))

    def _match(self, typed: str, unfinished: bool) -> Match:  # noqa: FBT001 - positional for the cache
        likeness = np.zeros(len(self.owners))
        covered = np.zeros(len(self.owners))
        meanings = self.lexicon.meanings(typed, unfinished=unfinished)
        for word, alike in meanings.items():
            texts = self._texts[word]
            likeness[texts] = np.maximum(likeness[texts], alike)
            covered[texts] = np.maximum(covered[texts], alike * self._weights[word])
        if not meanings:
            self._match_initials(fold(typed), likeness, covered)
        return self._found(likeness, covered, meanings)

    def _match_initials(self, letters: str, likeness: Floats, covered: Floats) -> None:
        """Take them for the first letters of words in a row: ``xntthn`` in *Giấy xác nhận tình trạng hôn nhân*."""
        if len(letters) < _SHORTEST_INITIALS:
            return
        for number, initials in enumerate(self._initials):
            if letters in initials:
                likeness[number] = _INITIALS
                covered[number] = _INITIALS * self.weights[number] * len(letters) / len(initials)

    def _found(self, likeness: Floats, covered: Floats, meanings: Mapping[str, float]) -> Match:
        texts = np.flatnonzero(likeness)
        owners = self.owners[texts]
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        best = max(meanings, key=meanings.__getitem__, default="")
        weight = self._weights[best] if meanings and meanings[best] == 1.0 else self._weight(texts)
        return Match(
            texts=texts,
            likeness=likeness[texts],
            covered=covered[texts],
            entries=owners[starts],
            entry_likeness=np.maximum.reduceat(likeness[texts], starts) if len(starts) else likeness[:0],
            weight=weight,
        )
