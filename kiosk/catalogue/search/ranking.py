"""Scores: how much of the query a procedure answers and how much of its text the query covers; then order and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz

from kiosk.catalogue.search.everyday import is_filler
from kiosk.catalogue.search.folding import fold, typed_words
from kiosk.catalogue.search.postings import FILLER_WEIGHT, Floats, Numbers, Postings
from kiosk.catalogue.search.readings import Words

_LOOKED_AT_AGAIN = 50
_ANSWERED, _COVERED, _ANSWERED_ANYWHERE = 0.5, 0.3, 0.2
_RANK, _ORDER, _MARKS = 0.8, 0.15, 0.05
_LEAST = 0.4


class Ranking:
    """Ranks the owners of texts; ``owners`` says, in ascending order, whose each text is."""

    def __init__(self, texts: Sequence[str], owners: Sequence[int]) -> None:
        self.postings = Postings(texts, owners)
        self._typed = [" ".join(typed_words(text)) for text in texts]
        self._folded = [fold(text) for text in self._typed]
        self._starts: Numbers = np.flatnonzero(np.diff(self.postings.owners, prepend=-1))
        self._ends = [*self._starts[1:].tolist(), len(texts)]

    def rank(self, words: Words) -> Iterator[tuple[int, float]]:
        """Yield the owners that are like the words, each with a score up to 1; none when nothing is like them."""
        if not self._typed:
            return
        texts, anywhere = self._score(words)
        owners = anywhere + np.maximum.reduceat(texts, self._starts)
        count = min(_LOOKED_AT_AGAIN, len(owners))
        typed = " ".join(words)
        folded = fold(typed)
        for group in np.argpartition(owners, -count)[-count:].tolist():
            if owners[group] < _LEAST:
                continue
            start, end = int(self._starts[group]), self._ends[group]
            closest = max(range(start, end), key=lambda text: (texts[text], fuzz.ratio(folded, self._folded[text])))
            order = fuzz.ratio(folded, self._folded[closest]) / 100
            marks = fuzz.ratio(typed, self._typed[closest]) / 100
            score = _RANK * float(owners[group]) + _ORDER * order + _MARKS * marks
            yield int(self.postings.owners[start]), score

    def _score(self, words: Words) -> tuple[Floats, Floats]:
        """Return what each text scores by itself, and what each owner scores for answering with all its texts."""
        texts = len(self._typed)
        asked, covered = np.zeros(texts), np.zeros(texts)
        anywhere = np.zeros(int(self.postings.owners[-1]) + 1)
        total = 0.0
        for place, word in enumerate(words):
            match = self.postings.match(word, place == len(words) - 1)
            factor = FILLER_WEIGHT if is_filler(word) else 1.0
            weight = factor * match.weight
            total += weight
            asked[match.texts] += weight * match.likeness
            covered[match.texts] += factor * match.covered
            anywhere[match.entries] += weight * match.entry_likeness
        total = max(total, 1e-9)
        covered = np.minimum(covered / self.postings.weights, 1.0)
        scores = _ANSWERED * asked / total + _COVERED * covered
        return scores, _ANSWERED_ANYWHERE * anywhere[self.postings.owners[self._starts]] / total
