"""How long an answer takes in the largest form that ships, beside evaluating the form anew; how long loading takes."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import config
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.forms.form import Form

SHIPPED = Path(config.__file__).parent
DAY = date(2026, 11, 25)
ROUNDS = 3
STRIDE = 6
"""The whole form is evaluated after every so many answers: it takes long, and the median needs no more."""


def today() -> date:
    return DAY


def milliseconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def largest(catalogue: Catalogue) -> str:
    """Return the code of the form with the most questions."""
    return max(catalogue.forms, key=lambda code: len(catalogue.form(code).names))


def most_answered(code: str) -> Mapping[str, Any]:
    """Return the answers of the accepted example that answers the most questions."""
    files = sorted((SHIPPED / "procedures" / code / "examples").glob("ok-*.json"))
    return max((json.loads(file.read_text(encoding="utf-8"))["answers"] for file in files), key=len)


def change_one_by_one(form: Form, answers: Mapping[str, Any]) -> list[float]:
    """Give the answers one after another, as a citizen does; return what each took, its report included."""
    filling = form.start()

    def give(name: str, value: object) -> None:
        filling.set(name, value)  # type: ignore[arg-type]  # is JSON
        form.report(filling)

    return [milliseconds(lambda n=name, v=value: give(n, v)) for name, value in answers.items()]  # type: ignore[misc]


def evaluate_anew(form: Form, answers: Mapping[str, Any]) -> list[float]:
    """Evaluate the form with all answers that were given so far, on the way to the last; return what each took."""
    given: dict[str, Any] = {}
    taken = []
    for number, (name, value) in enumerate(answers.items()):
        given[name] = value
        if number % STRIDE == 0:
            taken.append(milliseconds(lambda: form.evaluate(given)))
    return taken


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_an_answer_beside_the_whole_form(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = load_catalogue(SHIPPED, today)
    code = largest(catalogue)
    form, answers = catalogue.form(code), most_answered(code)
    changes, wholes = [], []
    for _ in range(ROUNDS):
        changes += change_one_by_one(form, answers)
        wholes += evaluate_anew(form, answers)
    change, whole = statistics.median(changes), statistics.median(wholes)
    with capsys.disabled():
        print(
            f"\n{code}: {len(form.names)} questions, {len(answers)} answers, {ROUNDS} rounds\n"
            f"one answer and the report: {change:.2f} ms (median), {max(changes):.1f} ms (longest)\n"
            f"the whole form anew: {whole:.2f} ms (median), {max(wholes):.1f} ms (longest); {whole / change:.1f} times"
        )


@pytest.mark.bench
def test_loading_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    files = [path for path in SHIPPED.rglob("*") if path.suffix in {".json", ".toml"} and "examples" not in path.parts]
    floor = min(milliseconds(lambda: [path.read_bytes() for path in files]) for _ in range(ROUNDS))
    taken = [milliseconds(lambda: load_catalogue(SHIPPED, today)) for _ in range(ROUNDS)]
    catalogue = load_catalogue(SHIPPED, today)
    with capsys.disabled():
        print(
            f"\n{len(catalogue.procedures)} procedures, {len(catalogue.forms)} forms: loaded in "
            f"{statistics.median(taken):.0f} ms (median), {max(taken):.0f} ms (longest); "
            f"reading the files alone: {floor:.1f} ms"
        )
