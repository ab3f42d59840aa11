"""How many touches and screens the simplest real case of each form takes, by card, from the attract screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from doubles.robot import Errand, file_by_touch

import config
from kiosk.bootstrap.clock import local_day
from kiosk.catalogue import load_catalogue
from kiosk.catalogue.examples import shortest_examples
from kiosk.demo.journeys import SOMEBODY

SHIPPED = Path(config.__file__).parent


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_touches_to_file_each_form(tmp_path: Path) -> None:
    catalogue = load_catalogue(SHIPPED, local_day)
    examples = shortest_examples(SHIPPED, local_day)
    errands = [Errand(code, {**SOMEBODY, **one.answers}, by_card=True) for code, one in examples.items()]
    filed = file_by_touch(tmp_path / "world", errands)
    print("\n| Procedure | example | touches until sent | to the end | keys | screens |\n|---|---|---|---|---|---|")
    for (code, example), one in zip(examples.items(), filed, strict=True):
        procedure = catalogue.get(code)
        name = procedure.name.vi if procedure else ""
        print(f"| {code} {name} | {example.name} | {one.until_sent} | {one.touches} | {one.keys} | {one.screens} |")
