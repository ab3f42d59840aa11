"""Evaluating a form: visibility, requirement, errors and the data as it would be submitted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kiosk.forms import Form, FormError, parse_form


def form(*elements: dict[str, Any], **page: Any) -> Form:
    document = {"pages": [{"name": "one", "elements": list(elements), **page}]}
    return parse_form(document, "form.json", lambda: date(2026, 10, 12))


def text(name: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "name": name, **more}


def test_a_hidden_answer_counts_in_conditions_but_is_not_submitted() -> None:
    it = form(text("a"), text("b", visibleIf="{a} = 'x'"), text("c", visibleIf="{b} = 'y'"))
    seen = it.evaluate({"a": "no", "b": "y", "c": "z"})
    assert seen.visible == ("a", "c")
    assert seen.values == {"a": "no", "c": "z"}


def test_a_panel_hides_all_that_is_in_it() -> None:
    panel = {"type": "panel", "name": "p", "visibleIf": "{a} notempty", "elements": [text("b", isRequired=True)]}
    it = form(text("a"), panel)
    assert it.evaluate({}).complete
    assert set(it.evaluate({"a": "1"}).errors) == {"b"}


def test_a_page_without_visible_questions_is_no_step() -> None:
    it = form(text("a"), visibleIf="1 = 2")
    assert it.evaluate({}).pages == ()


def test_required_if_makes_required() -> None:
    it = form(text("a"), text("b", requiredIf="{a} = 'x'"))
    assert it.evaluate({}).required == frozenset()
    assert it.evaluate({"a": "x"}).required == {"b"}


def test_a_default_is_an_answer_until_another_is_given() -> None:
    it = form(text("a", defaultValue="x"))
    assert it.evaluate({}).values == {"a": "x"}
    assert it.evaluate({"a": "y"}).values == {"a": "y"}


def test_names_are_kept_in_capitals_composed_and_squeezed() -> None:
    it = form(text("n", aps={"names": True}))
    assert it.evaluate({"n": "  Nguye\u0302\u0303n   thị hoa "}).values == {"n": "NGUYỄN THỊ HOA"}
    assert set(it.evaluate({"n": "Hoa 2"}).errors) == {"n"}


@pytest.mark.parametrize("given", ["12345678901", "1234567890123", "12345678901a"])
def test_a_regex_says_its_own_words(given: str) -> None:
    rule = {"type": "regex", "regex": "^[0-9]{12}$", "text": {"vi": "Đủ 12 số.", "en": "12 digits."}}
    it = form(text("id", validators=[rule]))
    assert it.evaluate({"id": given}).errors["id"][0].vi == "Đủ 12 số."
    assert it.evaluate({"id": "123456789012"}).complete


def test_numbers_are_numbers_and_have_limits() -> None:
    it = form(text("n", inputType="number", min=1, max=50))
    assert it.evaluate({"n": "7"}).values == {"n": 7}
    assert not it.evaluate({"n": 0}).complete
    assert not it.evaluate({"n": "nhiều"}).complete


@pytest.mark.parametrize(
    ("written", "good"), [("1953", True), ("02/1953", True), ("31/02/1953", False), ("2030", False)]
)
def test_a_partial_date_keeps_its_precision_and_is_not_in_the_future(written: str, good: bool) -> None:
    it = form(text("d", aps={"input": "partial-date", "notAfterToday": True}))
    assert it.evaluate({"d": written}).complete is good


@pytest.mark.parametrize(("death", "good"), [("1940", False), ("1941", True), ("03/1941", True), ("01/02/1941", True)])
def test_a_death_before_the_birth_is_noticed_at_the_coarser_precision(death: str, good: bool) -> None:
    it = form(
        text("birth", aps={"input": "partial-date"}), text("death", aps={"input": "partial-date", "notBefore": "birth"})
    )
    assert it.evaluate({"birth": "1941", "death": death}).complete is good


def test_a_choice_that_is_not_offered_is_refused() -> None:
    it = form({"type": "radiogroup", "name": "r", "choices": ["a", {"value": "b", "text": "B"}]})
    assert it.evaluate({"r": "b"}).complete
    assert not it.evaluate({"r": "c"}).complete


def test_the_digest_is_that_of_the_document_not_of_its_spelling() -> None:
    one = parse_form({"pages": [{"name": "p", "elements": [text("a")]}], "title": "x"}, "f")
    other = parse_form({"title": "x", "pages": [{"elements": [text("a")], "name": "p"}]}, "f")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize(
    ("element", "path", "word"),
    [
        ({"type": "paneldynamic", "name": "a"}, "elements[0].type", "paneldynamic"),
        ({"type": "matrixdynamic", "name": "a"}, "elements[0].type", "matrixdynamic"),
        ({"type": "file", "name": "a"}, "elements[0].type", "file"),
        ({"type": "html", "name": "a"}, "elements[0].type", "html"),
        (text("a", inputType="color"), "elements[0].inputType", "color"),
        (text("a", enableIf="{a} = 1"), "elements[0].enableIf", "enableIf"),
        (text("a", setValueIf="{a} = 1"), "elements[0].setValueIf", "setValueIf"),
        ({"type": "dropdown", "name": "a", "choicesByUrl": {}}, "elements[0].choicesByUrl", "choicesByUrl"),
        (text("a", visibleIf="{a} ="), "elements[0].visibleIf", "not an expression"),
        (text("a", validators=[{"type": "expression"}]), "validators[0].type", "expression"),
        (text("a", validators=[{"type": "regex", "regex": "(?=a)"}]), "validators[0].regex", "(?="),
        (text("a", aps={"shout": True}), "elements[0].aps.shout", "shout"),
        (text("a", isRequired="yes"), "elements[0].isRequired", "true or false"),
        ({"type": "radiogroup", "name": "a", "choices": ["x", "x"]}, "choices[1]", "twice"),
    ],
)
def test_what_is_not_supported_is_refused_by_name_and_place(element: dict[str, Any], path: str, word: str) -> None:
    with pytest.raises(FormError) as caught:
        form(element)
    assert path in str(caught.value)
    assert word in str(caught.value)


@pytest.mark.parametrize("key", ["triggers", "calculatedValues", "completedHtml", "cookieName"])
def test_an_unsupported_property_of_the_survey_is_refused(key: str) -> None:
    with pytest.raises(FormError, match=key):
        parse_form({"pages": [{"name": "p", "elements": []}], key: []}, "form.json")


def test_twins_circles_and_strangers_are_found() -> None:
    with pytest.raises(FormError, match="stands 2 times"):
        form(text("a"), text("a"))
    with pytest.raises(FormError, match="depends on itself"):
        form(text("a", visibleIf="{b} = 1"), text("b", visibleIf="{a} = 1"))
    with pytest.raises(FormError, match="which is no question"):
        form(text("a", visibleIf="{gone} = 1"))


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(FormError) as caught:
        form({"type": "html", "name": "a"}, text("b", shout=1))
    assert len(caught.value.problems) == 2
