"""The examples that robots file: one a procedure, the shortest of the version in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from doubles.small_catalogue import CODE, SmallCatalogue

from kiosk.catalogue.examples import shortest_examples

IN_FORCE = date(2026, 10, 12)


def test_the_shortest_accepted_example_is_taken(tmp_path: Path) -> None:
    catalogue = SmallCatalogue(tmp_path)
    catalogue.examples.joinpath("refused-nothing.json").write_text('{"answers": {}}', encoding="utf-8")
    example = shortest_examples(catalogue.folder, lambda: IN_FORCE)[CODE]
    assert (example.code, example.name) == (CODE, "ok-for-oneself")
    assert example.answers["citizenQuanhe"] == "Bản thân"


def test_a_version_that_is_not_in_force_gives_none(tmp_path: Path) -> None:
    assert shortest_examples(SmallCatalogue(tmp_path).folder, lambda: date(2025, 1, 1)) == {}
