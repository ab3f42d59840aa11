"""A second look at few candidates: the order of the words, their marks, and whether a text begins with the query."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kiosk.domain.folding import fold, typed_words

_LOOKED_AT = 50
_ORDER, _MARKS, _BEGINS = 0.15, 0.1, 0.1
_BEGINNING = 0.95


@dataclass(frozen=True, slots=True)
class Query:
    """One reading of what was typed: its words as typed with what each weighs, and all of them folded."""

    weights: Mapping[str, float]
    folded: str


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

    def look(self, query: Query, owner: int, texts: Iterable[int]) -> float:
        """Return how close an owner is by some of its texts (0 to 0.35)."""
        order = max(self._order(query.folded, self._folded[text]) for text in texts)
        begins = any(self._folded[text].startswith(query.folded) for text in texts)
        same = sum(query.weights[word] for word in query.weights.keys() & self._words[owner])
        marks = same / (sum(query.weights.values()) or 1.0)
        return _ORDER * order + _MARKS * marks + _BEGINS * begins

    @staticmethod
    def _order(folded: str, whole: str) -> float:
        """Return how like a query is to a text or, nearly as much, to the beginning of it (0 to 1)."""
        beginning = fuzz.ratio(folded, whole[: len(folded)]) * _BEGINNING
        return max(fuzz.ratio(folded, whole), beginning) / 100
