"""Reads a SurveyJS document into pages, panels and questions, and collects everything that is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from kiosk.domain.text import Text
from kiosk.forms import shapes
from kiosk.forms.expressions import Expression, ExpressionError, parse_expression
from kiosk.forms.model import Choice, Question, QuestionKind
from kiosk.forms.nodes import DateRule, Element, LengthRule, Page, Panel, RangeRule, RegexRule, Rule
from kiosk.forms.pattern import PatternError, compile_pattern
from kiosk.forms.problems import Problem

Json = Mapping[str, Any]

_KINDS = {"number": QuestionKind.NUMBER, "date": QuestionKind.DATE, "tel": QuestionKind.TEL}
_BY_TYPE = {"comment": QuestionKind.COMMENT, "radiogroup": QuestionKind.CHOICE, "dropdown": QuestionKind.DROPDOWN}
_EMPTY = Text("", "")


class Reader:
    """Reads one document; ``problems`` grows as it goes, and nothing is raised."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, document: object) -> tuple[Page, ...]:
        """Read the whole document."""
        survey = self._object(document, "$", shapes.SURVEY)
        self._fixed(survey, "clearInvisibleValues", ("onComplete",), "$")
        pages = survey.get("pages")
        if not isinstance(pages, list) or not pages:
            self._refuse("$.pages", "a form needs a list of pages", "add at least one page with elements")
            return ()
        return tuple(self._page(page, f"$.pages[{number}]", number) for number, page in enumerate(pages))

    # containers

    def _page(self, raw: object, path: str, number: int) -> Page:
        page = self._object(raw, path, shapes.PAGE)
        self._aps(page, path, shapes.APS_PAGE)
        return Page(
            name=str(page.get("name", f"page{number + 1}")),
            title=self._text(page, "title", path) or _EMPTY,
            elements=self._elements(page, path),
            visible_if=self._condition(page, "visibleIf", path),
        )

    def _elements(self, container: Json, path: str) -> tuple[Element | Panel, ...]:
        raw = container.get("elements")
        if not isinstance(raw, list):
            self._refuse(f"{path}.elements", "a list of elements is missing", 'write "elements": […]')
            return ()
        found = (self._element(element, f"{path}.elements[{number}]") for number, element in enumerate(raw))
        return tuple(element for element in found if element is not None)

    def _element(self, raw: object, path: str) -> Element | Panel | None:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(kind, str) or kind not in shapes.ELEMENTS:
            self._refuse(f"{path}.type", f"element type {kind!r} is not supported", shapes.MEND)
            return None
        element = self._object(raw, path, shapes.ELEMENTS[kind])
        name = element.get("name")
        if not isinstance(name, str) or not name:
            self._refuse(f"{path}.name", "an element needs a name", 'write "name": "…"')
            return None
        visible_if = self._condition(element, "visibleIf", path)
        if kind == "panel":
            return Panel(name, self._elements(element, path), visible_if)
        return self._question_element(element, path, visible_if)

    # questions

    def _question_element(self, raw: Json, path: str, visible_if: Expression | None) -> Element:
        aps = self._aps(raw, path, shapes.APS_QUESTION)
        kind = self._kind(raw, aps, path)
        not_before = aps.get("notBefore")
        return Element(
            question=self._question(raw, aps, kind, path),
            visible_if=visible_if,
            required=self._flag(raw, "isRequired", path),
            required_if=self._condition(raw, "requiredIf", path),
            required_text=self._text(raw, "requiredErrorText", path),
            read_only=self._flag(raw, "readOnly", path),
            default=raw.get("defaultValue"),
            rules=(*self._limits(raw, kind, path), *self._rules(raw, path)),
            date_rule=DateRule(self._flag(aps, "notAfterToday", f"{path}.aps"), not_before),
        )

    def _question(self, raw: Json, aps: Json, kind: QuestionKind, path: str) -> Question:
        return Question(
            name=raw["name"],
            kind=kind,
            title=self._text(raw, "title", path) or Text(raw["name"], raw["name"]),
            ask=self._text(aps, "ask", f"{path}.aps"),
            hint=self._text(raw, "description", path),
            choices=self._choices(raw, path) if "choices" in raw else (),
            max_length=self._whole(raw, "maxLength", path),
            names=self._flag(aps, "names", f"{path}.aps"),
            sensitive=self._flag(aps, "sensitive", f"{path}.aps"),
            read_back=self._text(aps, "readBack", f"{path}.aps"),
        )

    def _kind(self, raw: Json, aps: Json, path: str) -> QuestionKind:
        if "input" in aps:
            if aps["input"] == "partial-date" and raw["type"] == "text":
                return QuestionKind.PARTIAL_DATE
            self._refuse(f"{path}.aps.input", f"{aps['input']!r} is not supported", 'use "partial-date" on a text')
        if raw["type"] != "text":
            return _BY_TYPE[raw["type"]]
        input_type = raw.get("inputType", "text")
        if input_type not in shapes.INPUT_TYPES:
            self._refuse(f"{path}.inputType", f"input type {input_type!r} is not supported", shapes.MEND)
        return _KINDS.get(input_type, QuestionKind.TEXT)

    def _choices(self, raw: Json, path: str) -> tuple[Choice, ...]:
        choices = raw["choices"]
        if not isinstance(choices, list) or not choices:
            self._refuse(f"{path}.choices", "a list of choices is missing", 'write "choices": […]')
            return ()
        found = [self._choice(choice, f"{path}.choices[{number}]") for number, choice in enumerate(choices)]
        seen: set[str | int] = set()
        for number, choice in enumerate(found):
            if choice.value in seen:
                self._refuse(f"{path}.choices[{number}]", f"value {choice.value!r} is there twice", "give it another")
            seen.add(choice.value)
        return tuple(found)

    def _choice(self, raw: object, path: str) -> Choice:
        if isinstance(raw, str | int) and not isinstance(raw, bool):
            return Choice(raw, Text(str(raw), str(raw)))
        choice = self._object(raw, path, shapes.CHOICE)
        value = choice.get("value")
        if not isinstance(value, str | int) or isinstance(value, bool):
            self._refuse(f"{path}.value", "a choice needs a text or whole number as its value", 'write "value": "…"')
            value = ""
        aps = self._aps(choice, path, shapes.APS_CHOICE)
        text = self._text(choice, "text", path) or Text(str(value), str(value))
        return Choice(value, text, self._text(aps, "gloss", f"{path}.aps"))

    # rules

    def _limits(self, raw: Json, kind: QuestionKind, path: str) -> tuple[Rule, ...]:
        if "min" not in raw and "max" not in raw:
            return ()
        if kind is not QuestionKind.NUMBER:
            self._refuse(f"{path}.min", "min and max are for numbers only", "use aps.notAfterToday, aps.notBefore")
            return ()
        return (RangeRule(self._number(raw, "min", path), self._number(raw, "max", path), None),)

    def _rules(self, raw: Json, path: str) -> tuple[Rule, ...]:
        validators = raw.get("validators", [])
        if not isinstance(validators, list):
            self._refuse(f"{path}.validators", "must be a list", 'write "validators": […]')
            return ()
        found = (self._rule(rule, f"{path}.validators[{number}]") for number, rule in enumerate(validators))
        return tuple(rule for rule in found if rule is not None)

    def _rule(self, raw: object, path: str) -> Rule | None:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if kind not in shapes.VALIDATORS:
            self._refuse(f"{path}.type", f"validator {kind!r} is not supported", shapes.MEND)
            return None
        rule = self._object(raw, path, shapes.VALIDATORS[kind])
        text = self._text(rule, "text", path)
        match kind:
            case "regex":
                return self._regex(rule, text, path)
            case "numeric":
                return RangeRule(self._number(rule, "minValue", path), self._number(rule, "maxValue", path), text)
            case _:
                return LengthRule(self._whole(rule, "minLength", path), self._whole(rule, "maxLength", path), text)

    def _regex(self, rule: Json, text: Text | None, path: str) -> Rule | None:
        ignore_case = self._flag(rule, "caseInsensitive", path)
        try:
            return RegexRule(compile_pattern(str(rule.get("regex", "")), ignore_case=ignore_case), text)
        except PatternError as error:
            self._refuse(f"{path}.regex", f"cannot be used: {error}", "write it without look-around and references")
            return None

    # small pieces

    def _refuse(self, path: str, message: str, mend: str) -> None:
        self.problems.append(Problem(path, message, mend))

    def _object(self, raw: object, path: str, allowed: frozenset[str]) -> Json:
        if not isinstance(raw, dict):
            self._refuse(path, f"must be an object, not {type(raw).__name__}", "write {…}")
            return {}
        for key in raw:
            if key not in allowed:
                self._refuse(f"{path}.{key}", f"property {key!r} is not supported here", shapes.MEND)
        return raw

    def _aps(self, raw: Json, path: str, allowed: frozenset[str]) -> Json:
        return self._object(raw["aps"], f"{path}.aps", allowed) if "aps" in raw else {}

    def _fixed(self, raw: Json, key: str, values: tuple[str, ...], path: str) -> None:
        if key in raw and raw[key] not in values:
            self._refuse(f"{path}.{key}", f"{raw[key]!r} is not supported", f"write {' or '.join(values)}")

    def _condition(self, raw: Json, key: str, path: str) -> Expression | None:
        if key not in raw:
            return None
        try:
            return parse_expression(str(raw[key]))
        except ExpressionError as error:
            self._refuse(f"{path}.{key}", str(error), "see the expressions in docs/forms.md")
            return None

    def _text(self, raw: Json, key: str, path: str) -> Text | None:
        """Read a text: one for both languages, or ``{default | vi, en}``; a missing English is the Vietnamese."""
        value = raw.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return Text(_nfc(value), _nfc(value))
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self._refuse(f"{path}.{key}", "must be a text or texts by language", 'write {"vi": "…", "en": "…"}')
            return _EMPTY
        self._object(value, f"{path}.{key}", shapes.LANGUAGES)
        vietnamese = str(value.get("vi", value.get("default", "")))
        return Text(_nfc(vietnamese), _nfc(str(value.get("en", vietnamese))))

    def _flag(self, raw: Json, key: str, path: str) -> bool:
        value = raw.get(key, False)
        if not isinstance(value, bool):
            self._refuse(f"{path}.{key}", f"must be true or false, not {value!r}", "write true or false")
        return value is True

    def _number(self, raw: Json, key: str, path: str) -> float | None:
        value = raw.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            self._refuse(f"{path}.{key}", f"must be a number, not {value!r}", "write a number without quotes")
            return None
        return value

    def _whole(self, raw: Json, key: str, path: str) -> int | None:
        value = self._number(raw, key, path)
        return None if value is None else int(value)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
