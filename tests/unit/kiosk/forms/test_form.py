"""Evaluating a form: visibility, requirement, errors and the data as it would be submitted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kiosk.domain.text import Text
from kiosk.forms import rounds
from kiosk.forms.expressions import evaluate
from kiosk.forms.form import Form, parse_form
from kiosk.forms.model import Choice
from kiosk.forms.problems import FormError
from kiosk.forms.references import ReferenceList, References


def form(*elements: dict[str, Any], **page: Any) -> Form:
    document = {"pages": [{"name": "one", "elements": list(elements), **page}]}
    return parse_form(document, "form.json", lambda: date(2026, 10, 12))


def text(name: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "name": name, **more}


def members(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paneldynamic", "name": "a", "templateElements": [element]}


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
    assert it.read_typed("n", " 7 ") == 7
    assert it.evaluate({"n": 7}).complete
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


def test_an_answer_that_is_not_offered_is_taken_back() -> None:
    it = form({"type": "radiogroup", "name": "r", "isRequired": True, "choices": ["a", {"value": "b", "text": "B"}]})
    assert it.evaluate({"r": "b"}).complete
    assert set(it.evaluate({"r": "c"}).errors) == {"r"}
    assert it.evaluate({"r": "c"}).values == {}


def test_communes_are_those_of_the_province() -> None:
    def place(value: str) -> Choice:
        return Choice(value, Text(value, value))

    lists = {
        "provinces": ReferenceList((place("86"), place("92"))),
        "communes": ReferenceList((place("29905"), place("31261")), {"29905": "86", "31261": "92"}),
    }
    province = {"type": "dropdown", "name": "p", "choicesByUrl": {"url": "reference:provinces"}}
    commune = {"type": "dropdown", "name": "c", "choicesByUrl": {"url": "reference:communes"}, "aps": {"within": "p"}}
    document = {"elements": [province, commune]}
    it = parse_form(document, "form.json", references=References(lists))
    offered = it.evaluate({"p": "92"}).pages[0].questions[1].choices
    assert [choice.value for choice in offered] == ["31261"]
    assert it.evaluate({"p": "92", "c": "31261"}).values == {"p": "92", "c": "31261"}
    assert it.evaluate({"p": "92", "c": "29905"}).values == {"p": "92"}


def test_what_the_kiosk_knows_is_a_default() -> None:
    filling = form(text("n", defaultValueExpression="{applicant.full_name}"))
    at_work = filling.start()
    at_work.provide("applicant", {"full_name": "VÕ THỊ SANH"})
    assert filling.report(at_work).values == {"n": "VÕ THỊ SANH"}


def test_items_are_added_and_removed_one_by_one() -> None:
    people = {
        "type": "paneldynamic",
        "name": "l",
        "maxPanelCount": 2,
        "templateElements": [text("n", isRequired=True), text("r", defaultValue="con")],
    }
    it = form(people)
    at_work = it.start()
    at_work.add_item("l")
    at_work.set("l[0].n", "AN")
    at_work.add_item("l")
    at_work.add_item("l")
    assert it.report(at_work).values == {"l": [{"r": "con", "n": "AN"}, {"r": "con"}]}
    assert set(it.report(at_work).errors) == {"l[1].n"}
    at_work.remove_item("l", 0)
    assert it.report(at_work).values == {"l": [{"r": "con"}]}


def test_a_titled_panel_on_a_page_is_a_step_of_its_own() -> None:
    it = form(text("a"), {"type": "panel", "name": "mother", "title": "Mẹ", "elements": [text("b")]}, text("c"))
    assert [(page.name, [one.name for one in page.questions]) for page in it.evaluate({}).pages] == [
        ("one", ["a"]),
        ("mother", ["b"]),
        ("one", ["c"]),
    ]


def test_only_what_depends_on_a_change_is_evaluated_again(monkeypatch: pytest.MonkeyPatch) -> None:
    elements = [text("a"), *(text(f"x{number}", visibleIf=f"{{y{number}}} = 1") for number in range(200))]
    elements += [text(f"y{number}") for number in range(200)]
    at_work = form(*elements).start()
    evaluated: list[Any] = []
    monkeypatch.setattr(rounds, "evaluate", lambda one, scope: evaluated.append(one) or evaluate(one, scope))
    at_work.set("y7", 1)
    assert len(evaluated) == 1


def test_the_digest_is_that_of_the_document_not_of_its_spelling() -> None:
    one = parse_form({"pages": [{"name": "p", "elements": [text("a")]}], "title": "x"}, "f")
    other = parse_form({"title": "x", "pages": [{"elements": [text("a")], "name": "p"}]}, "f")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize(
    ("element", "path", "word"),
    [
        ({"type": "signaturepad", "name": "a"}, "elements[0].type", "signaturepad"),
        ({"type": "imagepicker", "name": "a"}, "elements[0].type", "imagepicker"),
        ({"type": "paneldynamic", "name": "a"}, "elements[0].templateElements", "missing"),
        (
            {"type": "matrixdynamic", "name": "a", "columns": [{"name": "c", "cellType": "rating"}]},
            "cellType",
            "rating",
        ),
        (text("a", inputType="color"), "elements[0].inputType", "color"),
        (text("a", maskType="pattern"), "elements[0].maskType", "maskType"),
        ({"type": "dropdown", "name": "a", "choicesByUrl": {"url": "https://x"}}, "choicesByUrl.url", "no known list"),
        (text("a", visibleIf="{a} ="), "elements[0].visibleIf", "not an expression"),
        (text("a", visibleIf="shout({a})"), "elements[0].visibleIf", "shout"),
        (text("a", validators=[{"type": "captcha"}]), "validators[0].type", "captcha"),
        (text("a", validators=[{"type": "regex", "regex": "(?=a)"}]), "validators[0].regex", "(?="),
        (text("a", min=1), "elements[0].min", "limits"),
        (text("a", aps={"shout": True}), "elements[0].aps.shout", "shout"),
        (text("a", isRequired="yes"), "elements[0].isRequired", "true or false"),
        ({"type": "radiogroup", "name": "a", "choices": ["x", "x"]}, "choices[1]", "twice"),
        (members({"type": "file", "name": "b"}), "elements[0]", "asks for a paper in a list"),
        (members({"type": "radiogroup", "name": "b", "choices": ["x"], "showOtherItem": True}), "elements[0]", "other"),
    ],
)
def test_what_is_not_supported_is_refused_by_name_and_place(element: dict[str, Any], path: str, word: str) -> None:
    with pytest.raises(FormError) as caught:
        form(element)
    assert path in str(caught.value)
    assert word in str(caught.value)


@pytest.mark.parametrize("key", ["navigateToUrl", "maxTimeToFinish", "surveyId"])
def test_an_unsupported_property_of_the_survey_is_refused(key: str) -> None:
    with pytest.raises(FormError, match=key):
        parse_form({"pages": [{"name": "p", "elements": []}], key: []}, "form.json")


def test_twins_circles_and_strangers_are_found() -> None:
    with pytest.raises(FormError, match="stands 2 times"):
        form(text("a"), text("a"))
    with pytest.raises(FormError, match="depends on itself"):
        form(text("a", visibleIf="{b} = 1"), text("b", visibleIf="{a} = 1"))
    with pytest.raises(FormError, match="which is not there"):
        form(text("a", visibleIf="{gone} = 1"))


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(FormError) as caught:
        form({"type": "rating", "name": "a"}, text("b", shout=1))
    assert len(caught.value.problems) == 2
