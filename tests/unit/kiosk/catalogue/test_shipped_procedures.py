"""The procedures that ship: complete in both languages, their examples judged as they say."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import config
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.domain.procedure import DeliveryMethod, ProcedureKind

CATALOGUE = Path(config.__file__).parent
TODAY = date(2026, 10, 12)
FORMS = ["1.000656", "1.000894", "1.001193", "1.002759", "1.004194", "1.004222", "1.004859"]
FORMS += ["1.004873", "1.004884", "2.000635", "2.000986"]
GUIDES = ["1.001612", "1.012796", "2.000815", "2.000884", "3.000333", "gplx-doi-cap-lai"]
EXAMPLES = sorted((CATALOGUE / "procedures").glob("*/examples/*.json"))


@cache
def catalogue() -> Catalogue:
    return load_catalogue(CATALOGUE, lambda: TODAY)


def codes(kind: ProcedureKind) -> list[str]:
    return [procedure.code for procedure in catalogue().procedures if procedure.kind is kind]


def test_all_procedures_to_ship_are_in_force_and_nothing_was_left_out() -> None:
    assert catalogue().problems == ()
    assert codes(ProcedureKind.FORM) == FORMS
    assert codes(ProcedureKind.GUIDE) == GUIDES
    assert sorted(catalogue().forms) == FORMS


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_an_example_is_judged_as_it_says(file: Path) -> None:
    example = json.loads(file.read_text(encoding="utf-8"))
    judged = catalogue().form(file.parts[-3]).evaluate(example["answers"])
    assert list(judged.errors) == example.get("errors", [])
    assert judged.complete is file.stem.startswith("ok-")


@pytest.mark.parametrize("code", FORMS)
def test_each_procedure_has_an_accepted_example_and_three_refused_ones(code: str) -> None:
    names = [file.stem for file in EXAMPLES if file.parts[-3] == code]
    assert any(name.startswith("ok-") for name in names)
    assert sum(name.startswith("refused-") for name in names) >= 3


def texts(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict):
        if "vi" in node:
            yield path, node
        else:
            for key, value in node.items():
                yield from texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, f"{path}[{number}]")


@pytest.mark.parametrize("file", sorted(CATALOGUE.glob("**/form.json")), ids=lambda file: file.parts[-2])
def test_every_text_of_a_form_is_in_both_languages_and_composed(file: Path) -> None:
    for path, text in texts(json.loads(file.read_text(encoding="utf-8"))):
        assert set(text) - {"vi-north"} == {"vi", "en"}, path
        assert all(text.values()), path
        assert all(unicodedata.is_normalized("NFC", words) for words in text.values()), path


@pytest.mark.parametrize("file", sorted(CATALOGUE.glob("**/form.json")), ids=lambda file: file.parts[-2])
def test_a_question_asks_in_at_most_nine_words(file: Path) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    asked = [text["vi"] for path, text in texts(document) if path.endswith(".ask")]
    assert asked
    assert [ask for ask in asked if len(ask.split()) > 9] == []


def test_somebody_who_asks_for_themselves_is_spared_the_person_block() -> None:
    form = catalogue().form("2.000635")
    assert not any(name.startswith("citizenNDK") for name in form.evaluate({"citizenQuanhe": "Bản thân"}).visible)
    assert "citizenNDK_HoVaTen" in form.evaluate({"citizenQuanhe": "Ông"}).visible


def test_the_delivery_form_offers_what_the_procedure_offers() -> None:
    form = catalogue().delivery_form([DeliveryMethod.COUNTER, DeliveryMethod.POST])
    question = form.evaluate({}).pages[0].questions[0]
    assert [choice.value for choice in question.choices] == ["counter", "post"]
    assert form.evaluate({"method": "counter"}).visible == ("method",)


def test_the_desk_is_the_way_to_get_a_result_unless_the_citizen_says_otherwise_or_it_is_not_offered() -> None:
    everyway = catalogue().delivery_form(tuple(DeliveryMethod))
    assert everyway.evaluate({}).values["method"] == "counter"
    assert everyway.evaluate({"method": "post"}).values["method"] == "post"
    assert "method" not in catalogue().delivery_form([DeliveryMethod.POST]).evaluate({}).values


def test_a_procedure_is_not_offered_after_its_last_day() -> None:
    last = catalogue().get("2.000635")
    assert last is not None
    assert last.effective_until == date(2027, 2, 28)
    assert load_catalogue(CATALOGUE, lambda: date(2027, 2, 28)).get("2.000635") == last
    assert load_catalogue(CATALOGUE, lambda: date(2027, 3, 1)).get("2.000635") is None
