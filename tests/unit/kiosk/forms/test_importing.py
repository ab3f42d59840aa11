"""A portal document is taken over with its names as they are; what goes is told, what is left wrong is told."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from kiosk.forms.form import parse_form
from kiosk.forms.importing import import_form

NAME = "citizenNDK_HoVaTen__1761724625529"
TITLE = "Họ, chữ đệm, tên người được cấp"


def element(**more: Any) -> dict[str, Any]:
    return {"type": "text", "name": NAME, "title": TITLE, **more}


def document(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"pages": [{"name": "page1", "elements": list(elements)}], **more}


def first(imported: dict[str, Any]) -> Any:
    return imported["pages"][0]["elements"][0]


GOOD = document(element())


@pytest.mark.parametrize(
    "raw",
    [
        GOOD,
        json.dumps(GOOD),
        {"data": GOOD},
        {"formJson": GOOD},
        {"form": GOOD},
        {"json": GOOD},
        {"code": 200, "message": "OK", "data": {"id": 7, "formJson": json.dumps(GOOD)}},
        json.dumps({"data": json.dumps({"formJson": json.dumps(GOOD)})}),
    ],
)
def test_the_document_is_found_in_every_envelope(raw: object) -> None:
    imported = import_form(raw)
    assert first(imported.document)["name"] == NAME
    assert imported.removed == imported.problems == ()


def test_elements_without_pages_are_a_document() -> None:
    imported = import_form({"elements": [element()]})
    assert imported.document["elements"][0]["name"] == NAME
    assert imported.problems == ()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({}, "no SurveyJS document"),
        ([], "no SurveyJS document"),
        (None, "no SurveyJS document"),
        (7, "no SurveyJS document"),
        ({"data": None}, "no SurveyJS document"),
        ({"data": {"formJson": ""}}, "a text that is not JSON"),
        ("{", "a text that is not JSON"),
    ],
)
def test_what_holds_no_document_is_refused(raw: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        import_form(raw)


def test_names_stay_and_the_portal_can_read_what_is_answered() -> None:
    form = parse_form(import_form(GOOD).document, "form.json")
    assert form.names == {NAME}
    assert form.evaluate({NAME: "Nguyễn Văn Phước"}).values == {NAME: "NGUYỄN VĂN PHƯỚC"}


def test_what_is_not_supported_goes_and_is_told() -> None:
    raw = document(element(dataBinding="x", maxLength=40), element(name="b", theme={"dark": True}), submitUrl="/api")
    imported = import_form(raw)
    assert imported.removed == (
        "$.pages[0].elements[0].dataBinding",
        "$.pages[0].elements[1].theme",
        "$.submitUrl",
    )
    assert first(imported.document)["maxLength"] == 40
    assert "dataBinding" not in first(imported.document)
    assert "submitUrl" not in imported.document
    assert imported.problems == ()


def test_properties_deep_in_a_document_go_too() -> None:
    choices = [{"value": "1", "text": "Nam", "icon": "m"}, {"value": "2", "text": "Nữ"}]
    panel = {"type": "panel", "name": "p", "elements": [element(type="radiogroup", choices=choices)]}
    imported = import_form(document(panel))
    assert imported.removed == ("$.pages[0].elements[0].elements[0].choices[0].icon",)
    assert imported.problems == ()


@pytest.mark.parametrize("key", ["data.source", "a[0]", "a b", "", "ghi chú"])
def test_a_property_with_an_odd_name_goes_and_does_not_stop_the_import(key: str) -> None:
    imported = import_form(document(element(**{key: 1})))
    assert imported.removed == (f"$.pages[0].elements[0].{key}",)
    assert key not in first(imported.document)


def test_what_a_machine_cannot_mend_is_left_and_told() -> None:
    imported = import_form(document(element(type="signaturepad"), element(name="b"), element(name="b")))
    problems = [str(problem) for problem in imported.problems]
    assert any("'signaturepad' is not supported" in problem for problem in problems)
    assert any("'b'" in problem for problem in problems)
    assert first(imported.document)["type"] == "signaturepad"


def test_what_was_given_is_not_changed() -> None:
    raw = {"data": document(element(dataBinding="x"))}
    before = copy.deepcopy(raw)
    import_form(raw)
    assert raw == before


def test_an_import_of_what_was_imported_changes_nothing() -> None:
    once = import_form(document(element(dataBinding="x"))).document
    again = import_form(once)
    assert again.document == once
    assert again.removed == ()


@pytest.mark.parametrize(
    ("one", "names"),
    [
        (element(), True),
        (element(title={"vi": TITLE, "en": "Full name"}), True),
        (element(title="HỌ, ĐỆM, TÊN"), True),
        (element(title="Quê quán"), False),
        (element(title=None), False),
        (element(inputType="number"), False),
        (element(type="comment"), False),
        (element(aps={"names": False}), False),
    ],
)
def test_the_keyboard_spells_names_where_the_label_asks_for_one(one: dict[str, Any], names: bool) -> None:
    imported = import_form(document(one))
    assert first(imported.document).get("aps", {}).get("names", False) is names
