"""Search in the names, synonyms and codes of procedures, as citizens type them."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.catalogue.search.codes import Codes
from kiosk.catalogue.search.entry import Hit, SearchEntry
from kiosk.catalogue.search.ranking import Ranking
from kiosk.catalogue.search.readings import readings
from kiosk.domain.folding import typed_words
from kiosk.domain.procedure import Procedure

_LONGEST_QUERY = 400


class SearchIndex:
    """An index over entries, in their order; it never changes, and texts are folded only inside it."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        self._entries = tuple(entries)
        texts = [(number, text) for number, entry in enumerate(self._entries) for text in entry.texts]
        self._codes = Codes(entry.code for entry in self._entries)
        self._ranking = Ranking([text for _, text in texts], [number for number, _ in texts])

    def search(self, text: str, limit: int = 10) -> tuple[Hit, ...]:
        """Return at most ``limit`` entries, best first; none when nothing is like the text. Never raises for a text.

        Of a text only the first 400 characters count.
        """
        text = text[:_LONGEST_QUERY]
        scores = self._codes.find(text) or self._by_words(text)
        best = sorted(scores, key=lambda number: (-scores[number], number))[: max(0, limit)]
        return tuple(Hit(self._entries[number].code, self._entries[number].name, scores[number]) for number in best)

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
