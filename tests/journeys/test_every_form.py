"""Every e-form that ships is filed by touch, and the portal has exactly the answers that were given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from doubles.robot import Errand, file_by_touch

import config
from kiosk.bootstrap.clock import local_day
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.catalogue.examples import Example, shortest_examples
from kiosk.demo.journeys import SOMEBODY
from kiosk.domain.submission import JsonValue
from kiosk.forms.model import QuestionKind
from kiosk.forms.nodes import Element, walk
from kiosk.session.draft import FormDraft

SHIPPED = Path(config.__file__).parent
HOME = {"province": "82", "commune": "29905"}
"""Where the simulated world's kiosk stands."""

WRITTEN = {QuestionKind.TEXT, QuestionKind.COMMENT}


def expected(catalogue: Catalogue, example: Example) -> dict[str, JsonValue]:
    """Return what the form itself makes of the answers: hidden ones dropped, those that it works out there."""
    draft = FormDraft(catalogue.form(example.code))
    draft.provide("kiosk", HOME)
    draft.provide("applicant", {name: SOMEBODY[name] for name in ("full_name", "id_number")})
    elements = [element for page in draft.form.document.pages for element in walk(page.elements)]
    for name, value in typed(elements, example.answers).items():
        draft.put(name, value)
    return dict(draft.evaluate().values)


def typed(elements: Iterable[Element], answers: Mapping[str, JsonValue]) -> dict[str, Any]:
    """Return answers as the screen's keys write them: texts in capitals."""
    found = {element.question.name: element for element in elements}

    def one(element: Element, value: Any) -> Any:
        if element.repetition is not None:
            return [typed(walk(element.repetition.elements), item) for item in value]
        return value.upper() if element.question.kind in WRITTEN else value

    return {name: one(found[name], value) for name, value in answers.items()}


@pytest.mark.timeout(500)
def test_the_portal_has_the_answers_to_every_form(tmp_path: Path) -> None:
    catalogue = load_catalogue(SHIPPED, local_day)
    examples = shortest_examples(SHIPPED, local_day)
    assert examples.keys() == catalogue.forms.keys()
    filed = file_by_touch(
        tmp_path, [Errand(code, {**SOMEBODY, **example.answers}) for code, example in examples.items()]
    )
    assert {code: one.payload["answers"] for code, one in zip(examples, filed, strict=True)} == {
        code: expected(catalogue, example) for code, example in examples.items()
    }
