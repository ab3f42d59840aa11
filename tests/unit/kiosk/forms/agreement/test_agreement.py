"""The engine against survey-core: its verdicts on a corpus, and its answers to forms that are made up on the spot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from doubles.form_maker import FormMaker
from doubles.form_oracle import Oracle, is_there
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forms.form import parse_form
from kiosk.forms.model import comment_on

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.json"))
TODAY = date(2026, 11, 25)
needs_node = pytest.mark.skipif(not is_there(), reason="survey-core is not installed (tests/oracle/install)")


def cases() -> Iterator[Any]:
    for file in CORPUS:
        entry = json.loads(file.read_text(encoding="utf-8"))
        for number, case in enumerate(entry["cases"]):
            yield pytest.param(entry["form"], case["answers"], case["verdict"], id=f"{file.stem}-{number}")


def judge(form: Any, answers: Any) -> dict[str, Any]:
    evaluation = parse_form(form, "form.json", lambda: TODAY).evaluate(answers)
    return {
        "visible": list(evaluation.visible),
        "required": [name for name in evaluation.visible if name in evaluation.required],
        "read_only": [name for name in evaluation.visible if name in evaluation.read_only],
        "errors": [name for name in evaluation.visible if {name, comment_on(name)} & evaluation.errors.keys()],
        "values": evaluation.values,
    }


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize(("form", "answers", "verdict"), list(cases()))
def test_we_judge_as_survey_core_did(form: Any, answers: Any, verdict: dict[str, Any]) -> None:
    assert judge(form, answers) == verdict


@needs_node
def test_survey_core_still_judges_as_it_did() -> None:
    with Oracle() as oracle:
        for file in CORPUS:
            entry = json.loads(file.read_text(encoding="utf-8"))
            for case in entry["cases"]:
                assert oracle.judge(entry["form"], case["answers"]) == case["verdict"], file.stem


@pytest.fixture(scope="module")
def oracle() -> Iterator[Oracle]:
    with Oracle() as it:
        yield it


@needs_node
@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_we_judge_made_up_forms_as_survey_core_does(oracle: Oracle, seed: int) -> None:
    maker = FormMaker(Random(seed))
    form = maker.form()
    answers = maker.answers()
    assert judge(form, answers) == oracle.judge(form, answers)
