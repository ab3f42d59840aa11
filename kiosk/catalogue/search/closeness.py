"""A second look at few candidates: the order of the words, their marks, and whether a text begins with what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from kiosk.catalogue.search.folding import fold, typed_words

_LOOKED_AT = 50
_ORDER, _MARKS, _BEGINS = 0.15, 0.1, 0.1
_BEGINNING = 0.95

Weighted = Sequence[tuple[str, float]]


class Closeness:
    """The texts as they are written; ``owners`` says, in ascending order, whose each is."""

    def __init__(self, texts: Sequence[str], owners: Sequence[int]) -> None:
        typed = [typed_words(text) for text in texts]
        self._owners = owners
        self._folded = [" ".join(map(fold, words)) for words in typed]
        self._alphabet = sorted(range(len(texts)), key=self._folded.__getitem__)
        self._words: list[set[str]] = [set() for _ in range(owners[-1] + 1 if owners else 0)]
        for owner, words in zip(owners, typed, strict=True):
            self._words[owner].update(words)

    def beginning_with(self, folded: str) -> set[int]:
        """Return the owners of the first texts, by the alphabet, that begin with a folded query."""
        first = bisect_left(self._alphabet, folded, key=self._folded.__getitem__)
        near = self._alphabet[first : first + _LOOKED_AT]
        return {self._owners[text] for text in near if self._folded[text].startswith(folded)}

    def look(self, query: Weighted, owner: int, texts: Iterable[int]) -> float:
        """Return how close an owner is by its closest texts (0 to 0.35); the query's words come with their weights."""
        folded = " ".join(fold(word) for word, _ in query)
        order = max(self._order(folded, self._folded[text]) for text in texts)
        begins = any(self._folded[text].startswith(folded) for text in texts)
        same = sum(weight for word, weight in query if word in self._words[owner])
        marks = same / (sum(weight for _, weight in query) or 1.0)
        return _ORDER * order + _MARKS * marks + _BEGINS * begins

    @staticmethod
    def _order(folded: str, whole: str) -> float:
        """Return how like a query is to a text or, nearly as much, to the beginning of it (0 to 1)."""
        beginning = fuzz.ratio(folded, whole[: len(folded)]) * _BEGINNING
        return max(fuzz.ratio(folded, whole), beginning) / 100
