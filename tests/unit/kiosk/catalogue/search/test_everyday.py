"""Everyday queries, written by hand, find the right procedure among the first three."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.catalogue.search import SearchEntry, SearchIndex

HERE = Path(__file__).parent
PROCEDURES = tomllib.loads((HERE / "procedures.toml").read_text(encoding="utf-8"))["procedure"]
QUERIES = tomllib.loads((HERE / "queries.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex(SearchEntry(**{**item, "synonyms": tuple(item["synonyms"])}) for item in PROCEDURES)


@pytest.mark.parametrize("part", ["seen", "unseen", "last"])
def test_everyday_queries_find_the_right_procedure(index: SearchIndex, part: str) -> None:
    pairs = [(query, code) for code, queries in QUERIES[part].items() for query in queries]
    missed = [pair for pair in pairs if pair[1] not in {hit.code for hit in index.search(pair[0], 3)}]
    assert len(pairs) > 70
    assert len(missed) <= 0.02 * len(pairs), missed


@pytest.mark.parametrize("item", PROCEDURES, ids=lambda item: item["code"])
def test_a_procedure_is_found_by_its_name_and_each_synonym(index: SearchIndex, item: dict[str, object]) -> None:
    names = [text for text in (item["name"], *item["synonyms"]) if text != "CT01"]  # type: ignore[misc]
    missed = [name for name in names if item["code"] not in {hit.code for hit in index.search(str(name), 3)}]
    assert missed == []


def test_the_form_ct01_finds_the_residence_procedures(index: SearchIndex) -> None:
    found = {hit.code for hit in index.search("CT01", 10)}
    assert found >= {"1.004222", "1.004194", "1.002755", "1.003197", "1.010028", "1.010038"}
