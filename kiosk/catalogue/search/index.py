"""Search in the names of procedures, as citizens type them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.catalogue.search.entry import Hit, SearchEntry
from kiosk.catalogue.search.folding import fold, typed_words
from kiosk.catalogue.search.ranking import Ranking
from kiosk.catalogue.search.readings import readings
from kiosk.domain.procedure import Procedure

_LONGEST_QUERY = 400
_CODE = re.compile(r"[0-9](?:[0-9.\s]*[0-9])?")
_SHORTEST_CODE = 3


class SearchIndex:
    """An index over entries, in their order; it never changes, and texts are folded only inside it."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        self._entries = tuple(entries)
        texts = [(number, text) for number, entry in enumerate(self._entries) for text in entry.texts if _says(text)]
        self._ranking = Ranking([text for _, text in texts], [number for number, _ in texts])

    def search(self, text: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most ``limit`` entries, best first; none when nothing is like the text. Never raises for a text.

        Of a text only the first 400 characters count.
        """
        text = text[:_LONGEST_QUERY].strip()
        scores = self._by_code(text) or self._by_words(text)
        best = sorted(scores, key=lambda number: (-scores[number], number))[: max(0, limit)]
        return tuple(Hit(self._entries[number].code, self._entries[number].name, scores[number]) for number in best)

    def _by_code(self, text: str) -> dict[int, float]:
        """Score the entries whose code was typed, or its digits, or a part of them (three at least)."""
        whole = {number: 1.0 for number, entry in enumerate(self._entries) if fold(entry.code) == fold(text)}
        digits = re.sub(r"\D", "", text)
        if whole or not _CODE.fullmatch(text) or len(digits) < _SHORTEST_CODE:
            return whole
        scores = {}
        for number, entry in enumerate(self._entries):
            code = re.sub(r"\D", "", entry.code)
            if digits in code:
                scores[number] = len(digits) / len(code) * (1.0 if code.startswith(digits) else 0.9)
        return scores

    def _by_words(self, text: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        for words in readings(typed_words(text), self._ranking.postings.lexicon):
            for number, score in self._ranking.rank(words):
                scores[number] = max(score, scores.get(number, 0.0))
        return scores


def index_procedures(procedures: Iterable[Procedure]) -> SearchIndex:
    """Return an index over procedures of the catalogue by their Vietnamese texts."""
    return SearchIndex(
        SearchEntry(procedure.code, procedure.name.vi, procedure.plain.vi, procedure.synonyms)
        for procedure in procedures
    )


def _says(text: str) -> bool:
    return any(map(fold, typed_words(text)))
