"""Scores: how much of the query an owner of texts answers, and how much of its best text the query covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from kiosk.catalogue.search.closeness import Closeness, Query
from kiosk.catalogue.search.everyday import is_filler
from kiosk.catalogue.search.postings import FILLER_WEIGHT, Floats, Postings
from kiosk.catalogue.search.readings import Words
from kiosk.domain.folding import fold

_LOOKED_AT_AGAIN = 50
_CLOSEST_TEXTS = 2
_ANSWERED, _COVERED, _ANSWERED_ANYWHERE = 0.325, 0.195, 0.13
_LEAST = 0.26
_NOTHING = 1e-9


class Ranking:
    """Ranks owners by their texts; ``owners`` says whose each text is: 0, 1, 2 … in ascending order, none left out."""

    def __init__(self, texts: Sequence[str], owners: Sequence[int]) -> None:
        self.postings = Postings(texts, owners)
        self._closeness = Closeness(texts, owners)
        self._starts = np.flatnonzero(np.diff(self.postings.owners, prepend=-1))
        self._texts = [range(start, end) for start, end in pairwise([*self._starts.tolist(), len(texts)])]

    def rank(self, words: Words) -> Iterator[tuple[int, float]]:
        """Yield the owners that are like the words, each with a score up to 1; none when nothing is like them."""
        if not self._texts:
            return
        weights = {word: self._weight(word, last=place == len(words) - 1) for place, word in enumerate(words)}
        query = Query(weights, " ".join(map(fold, words)))
        by_text, anywhere = self._score(words)
        owners = np.maximum.reduceat(by_text, self._starts) + anywhere
        count = min(_LOOKED_AT_AGAIN, len(owners))
        candidates = set(np.argpartition(owners, -count)[-count:].tolist())
        for owner in candidates | self._closeness.beginning_with(query.folded):
            if owners[owner] >= _LEAST:
                texts = sorted(self._texts[owner], key=by_text.__getitem__)[-_CLOSEST_TEXTS:]
                yield owner, float(owners[owner]) + self._closeness.look(query, owner, texts)

    def _weight(self, word: str, *, last: bool) -> float:
        return self.postings.match(word, last).weight * (FILLER_WEIGHT if is_filler(word) else 1.0)

    def _score(self, words: Words) -> tuple[Floats, Floats]:
        """Return what each text scores by itself, and what each owner scores for answering with all its texts."""
        answered, covered = np.zeros((2, len(self.postings.owners)))
        anywhere = np.zeros(len(self._texts))
        total = _NOTHING
        for place, word in enumerate(words):
            match = self.postings.match(word, place == len(words) - 1)
            factor = FILLER_WEIGHT if is_filler(word) else 1.0
            weight = factor * match.weight
            total += weight
            answered[match.texts] += weight * match.likeness
            covered[match.texts] += factor * match.covered
            anywhere[match.entries] += weight * match.entry_likeness
        covered = np.minimum(covered / np.maximum(self.postings.weights, _NOTHING), 1.0)
        return _ANSWERED * answered / total + _COVERED * covered, _ANSWERED_ANYWHERE * anywhere / total
