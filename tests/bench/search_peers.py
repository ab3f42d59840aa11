"""What the search is measured against: plain FTS5, plain rapidfuzz, and FTS5 with trigrams re-ranked by rapidfuzz."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Protocol

from rapidfuzz import fuzz, process

from kiosk.catalogue.search import SearchEntry, SearchIndex
from kiosk.domain.folding import fold, folded_words

CANDIDATES = 200
ENOUGH = 10


class Peer(Protocol):
    """Anything that finds codes, best first."""

    def codes(self, text: str, limit: int) -> list[str]: ...


class Ours:
    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._index = SearchIndex(entries)

    def codes(self, text: str, limit: int) -> list[str]:
        return [hit.code for hit in self._index.search(text, limit)]


class PlainFts5:
    """Folded words in FTS5, any of them, the last one as a prefix, ranked by bm25."""

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE words USING fts5(code UNINDEXED, name, synonyms)")
        rows = [(entry.code, fold(entry.name), fold(" | ".join(entry.synonyms))) for entry in entries]
        self._database.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)

    def codes(self, text: str, limit: int) -> list[str]:
        words = folded_words(text)
        if not words:
            return []
        query = " OR ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}" *'])
        statement = "SELECT code FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        with closing(self._database.execute(statement, (query, limit))) as rows:
            return [code for (code,) in rows]


class PlainRapidfuzz:
    """WRatio over all folded texts."""

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._texts = [fold(text) for entry in entries for text in entry.texts]
        self._codes = [entry.code for entry in entries for _ in entry.texts]

    def codes(self, text: str, limit: int) -> list[str]:
        found = process.extract(fold(text), self._texts, scorer=fuzz.WRatio, limit=limit * 2)
        return list(dict.fromkeys(self._codes[number] for _, _, number in found))[:limit]


class Fts5WithTrigrams:
    """All folded words in FTS5; below ten hits the best candidates by trigrams as well, re-ranked by rapidfuzz."""

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._texts = {entry.code: [fold(text) for text in entry.texts] for entry in entries}
        self._database = sqlite3.connect(":memory:")
        for table, options in (("words", ""), ("grams", ", tokenize='trigram'")):
            self._database.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(code UNINDEXED, folded{options})")
            rows = [(entry.code, " | ".join(self._texts[entry.code])) for entry in entries]
            self._database.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - our own names

    def codes(self, text: str, limit: int) -> list[str]:
        words = folded_words(text)
        if not words:
            return []
        found = self._match("words", " AND ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}" *']))
        if len(found) < ENOUGH:
            folded = " ".join(words)
            grams = dict.fromkeys(folded[at : at + 3] for at in range(len(folded) - 2))
            if grams:
                found += self._match("grams", " OR ".join(f'"{gram}"' for gram in grams))
            found = self._ranked(folded, list(dict.fromkeys(found)))
        return found[:limit]

    def _match(self, table: str, query: str) -> list[str]:
        statement = f"SELECT code FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT ?"  # noqa: S608 - our own names
        with closing(self._database.execute(statement, (query, CANDIDATES))) as rows:
            return [code for (code,) in rows]

    def _ranked(self, folded: str, codes: list[str]) -> list[str]:
        likeness = {code: max(fuzz.WRatio(folded, text) for text in self._texts[code]) for code in codes}
        return sorted(codes, key=lambda code: -likeness[code])


Build = Callable[[Sequence[SearchEntry]], Peer]

PEERS: dict[str, Build] = {
    "ours": Ours,
    "FTS5": PlainFts5,
    "FTS5 + trigrams": Fts5WithTrigrams,
    "rapidfuzz": PlainRapidfuzz,
}
