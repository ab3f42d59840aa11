"""Reads the questions of a SurveyJS document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms import shapes
from kiosk.forms.expressions import Expression
from kiosk.forms.model import Choice, Question, QuestionKind, Skip
from kiosk.forms.nodes import (
    ChoiceConditions,
    ClearHidden,
    Conditions,
    DateRule,
    Element,
    Limits,
    Panel,
    Repetition,
    Scalar,
    Setting,
    walk,
)
from kiosk.forms.notes import Json, Notes, nfc
from kiosk.forms.references import References
from kiosk.forms.rule_reader import read_rules

ReadElements = Callable[[Json, str, str], tuple[Element | Panel, ...]]

_BY_INPUT = {
    "text": QuestionKind.TEXT,
    "number": QuestionKind.NUMBER,
    "date": QuestionKind.DATE,
    "month": QuestionKind.MONTH,
    "time": QuestionKind.TIME,
    "tel": QuestionKind.TEL,
    "email": QuestionKind.EMAIL,
}
_BY_TYPE = {
    "comment": QuestionKind.COMMENT,
    "radiogroup": QuestionKind.CHOICE,
    "dropdown": QuestionKind.DROPDOWN,
    "checkbox": QuestionKind.CHECKBOX,
    "boolean": QuestionKind.BOOLEAN,
    "expression": QuestionKind.EXPRESSION,
    "html": QuestionKind.HTML,
    "file": QuestionKind.FILE,
    "paneldynamic": QuestionKind.LIST,
    "matrixdynamic": QuestionKind.TABLE,
}
_CHOOSING = (QuestionKind.CHOICE, QuestionKind.DROPDOWN, QuestionKind.CHECKBOX)
_WITH_LIMITS = (QuestionKind.NUMBER, QuestionKind.DATE, QuestionKind.MONTH, QuestionKind.TIME)
_CLEAR = frozenset(mode.value for mode in ClearHidden)
_OTHER = Text("Khác", "Other")
_NONE = Text("Không có", "None")
_YES, _NO = Text("Có", "Yes"), Text("Không", "No")
_MOST_ITEMS = 100
_GREATEST_COUNT = 1000  # survey-core's own limit for rows
_ROWS_AT_FIRST = 2


class QuestionReader:
    """Reads one question at a time."""

    def __init__(self, notes: Notes, references: References, read_elements: ReadElements) -> None:
        self._notes = notes
        self._references = references
        self._read_elements = read_elements

    def read(self, raw: Json, path: str) -> Element:
        """Read a question whose properties have been checked against its type."""
        notes = self._notes
        aps = notes.aps(raw, path, shapes.APS_QUESTION)
        kind = self._kind(raw, aps, path)
        other = kind in _CHOOSING and (self._either(raw, path, "showOtherItem", "hasOther"))
        element = Element(
            question=self._question(raw, aps, kind, path),
            conditions=self._conditions(raw, kind, path),
            required_text=notes.text(raw, "requiredErrorText", path),
            setting=self._setting(raw, path),
            rules=read_rules(notes, raw, path),
            date_rule=DateRule(
                notes.flag(aps, "notAfterToday", f"{path}.aps"), notes.word(aps, "notBefore", f"{path}.aps")
            ),
            clear_hidden=ClearHidden(notes.one_of(raw, "clearIfInvisible", path, _CLEAR, "default")),
            choice_conditions=self._choice_conditions(raw, path) if kind in _CHOOSING else None,
            within=notes.word(aps, "within", f"{path}.aps"),
            membership=self._membership(raw) if "within" in aps else {},
            other=other,
            other_text=notes.text(raw, "otherErrorText", path),
            limits=self._limits(raw, kind, path),
            step=notes.number(raw, "step", path),
            repetition=self._repetition(raw, kind, path),
        )
        self._check_items(element, path)
        if kind is QuestionKind.BOOLEAN:
            yes, no = raw.get("valueTrue", True), raw.get("valueFalse", False)
            choices = (
                Choice(yes, notes.text(raw, "labelTrue", path) or _YES),
                Choice(no, notes.text(raw, "labelFalse", path) or _NO),
            )
            return replace(element, truth=(yes, no), question=replace(element.question, choices=choices))
        if kind is QuestionKind.EXPRESSION:
            precision = notes.whole(raw, "precision", path)
            return replace(
                element,
                calculation=notes.expression(raw, "expression", path),
                precision=None if precision is None or precision < 0 else precision,
            )
        return element

    # the question itself

    def _question(self, raw: Json, aps: Json, kind: QuestionKind, path: str) -> Question:
        notes, own = self._notes, f"{path}.aps"
        choices, reference = self._choices(raw, kind, path)
        name = notes.name(raw, path)
        unknown = notes.flag(aps, "unknown", own)
        if unknown and raw.get("isRequired") is True:
            notes.refuse(f"{own}.unknown", "a required question cannot be left blank", "leave isRequired or this out")
        return Question(
            name=name,
            kind=kind,
            title=notes.text(raw, "title", path) or Text(name, name),
            ask=notes.text(aps, "ask", own),
            hint=notes.text(raw, "description", path),
            spoken=notes.text(aps, "spoken", own),
            choices=choices,
            max_length=notes.whole(raw, "maxLength", path),
            names=notes.flag(aps, "names", own),
            sensitive=notes.flag(aps, "sensitive", own),
            unknown_allowed=unknown,
            skip=self._skip(raw, aps, path),
            read_back=notes.text(aps, "readBack", own),
            address=self._part(aps, "address", own, shapes.ADDRESS_PARTS),
            person_field=self._part(aps, "field", own, shapes.PERSON_FIELDS),
            reference=reference,
            html=notes.text(raw, "html", path),
            add_text=self._first_text(raw, path, "addPanelText", "panelAddText", "addRowText"),
            item_title=notes.text(raw, "templateTitle", path),
        )

    def _skip(self, raw: Json, aps: Json, path: str) -> Skip | None:
        if "skip" not in aps:
            return None
        notes, own = self._notes, f"{path}.aps.skip"
        skip = notes.object(aps["skip"], own, shapes.APS_SKIP)
        words, through = notes.text(skip, "words", own), notes.word(skip, "through", own)
        if words is None or through is None:
            notes.refuse(own, "lacks words or through", 'write {"words": {"vi": "…", "en": "…"}, "through": "name"}')
            return None
        if raw.get("isRequired") is True:
            notes.refuse(own, "a required question cannot be passed over", "leave isRequired or this out")
        if "unknown" in aps:
            notes.refuse(own, "the question offers Tôi không biết already", "leave unknown or this out")
        return Skip(words, nfc(through))

    def _kind(self, raw: Json, aps: Json, path: str) -> QuestionKind:
        if "input" in aps:
            if aps["input"] == "partial-date" and raw["type"] == "text":
                return QuestionKind.PARTIAL_DATE
            self._notes.refuse(
                f"{path}.aps.input", f"{aps['input']!r} is not supported", 'use "partial-date" on a text'
            )
        if raw["type"] != "text":
            return _BY_TYPE[raw["type"]]
        return _BY_INPUT[self._notes.one_of(raw, "inputType", path, shapes.INPUT_TYPES, "text")]

    def _conditions(self, raw: Json, kind: QuestionKind, path: str) -> Conditions:
        notes = self._notes
        return Conditions(
            visible=notes.flag(raw, "visible", path, default=True),
            visible_if=notes.expression(raw, "visibleIf", path),
            read_only=notes.flag(raw, "readOnly", path),
            enable_if=notes.expression(raw, "enableIf", path),
            required=notes.flag(raw, "isRequired", path) and kind is not QuestionKind.HTML,
            required_if=notes.expression(raw, "requiredIf", path),
        )

    def _setting(self, raw: Json, path: str) -> Setting:
        written: JsonValue = raw.get("defaultValue")
        default: JsonValue = written
        expression = self._notes.expression(raw, "defaultValueExpression", path)
        if isinstance(written, str) and written.startswith("="):
            default, expression = None, self._notes.parse(written[1:], f"{path}.defaultValue")
        return Setting(
            default=default,
            default_expression=expression,
            set_if=self._notes.expression(raw, "setValueIf", path),
            set_to=self._notes.expression(raw, "setValueExpression", path),
            reset_if=self._notes.expression(raw, "resetValueIf", path),
        )

    # choices

    def _choices(self, raw: Json, kind: QuestionKind, path: str) -> tuple[tuple[Choice, ...], str | None]:
        if kind not in _CHOOSING:
            return (), None
        notes = self._notes
        reference: str | None = None
        if "choicesByUrl" in raw:
            reference, found = self._reference(raw["choicesByUrl"], f"{path}.choicesByUrl")
        else:
            found = [
                self.choice(one, f"{path}.choices[{at}]") for at, one in enumerate(notes.list(raw, "choices", path))
            ]
            if not found:
                notes.refuse(f"{path}.choices", "a list of choices is missing", 'write "choices": […]')
        self._check_twins(found, path)
        if self._either(raw, path, "showNoneItem", "hasNone"):
            found = [*found, Choice("none", notes.text(raw, "noneText", path) or _NONE)]
        if self._either(raw, path, "showOtherItem", "hasOther"):
            found = [*found, Choice("other", notes.text(raw, "otherText", path) or _OTHER)]
        return tuple(found), reference

    def _reference(self, raw: object, path: str) -> tuple[str | None, list[Choice]]:
        url = self._notes.object(raw, path, shapes.CHOICES_BY_URL).get("url")
        found = self._references.find(url) if isinstance(url, str) else None
        if found is None:
            self._notes.refuse(f"{path}.url", f"{url!r} is no known list", "see config/reference for the lists")
            return None, []
        return found[0], list(found[1].choices)

    def _membership(self, raw: Json) -> Mapping[Scalar, str]:
        by_url = raw.get("choicesByUrl")
        found = self._references.find(str(by_url.get("url"))) if isinstance(by_url, dict) else None
        return {} if found is None else found[1].within

    def _part(self, aps: Json, key: str, path: str, allowed: frozenset[str]) -> str | None:
        return self._notes.one_of(aps, key, path, allowed, "") if key in aps else None

    def _check_twins(self, choices: list[Choice], path: str) -> None:
        seen: set[tuple[type, Scalar]] = set()
        for number, choice in enumerate(choices):
            key = (type(choice.value), choice.value)
            if key in seen:
                self._notes.refuse(
                    f"{path}.choices[{number}]", f"value {choice.value!r} is there twice", "give it another"
                )
            seen.add(key)

    def choice(self, raw: object, path: str) -> Choice:
        """Read one choice: a value, or an object with value and text."""
        if isinstance(raw, str | int | float):
            return Choice(raw, Text(str(raw), str(raw)))
        notes = self._notes
        choice = notes.object(raw, path, shapes.CHOICE)
        value = choice.get("value")
        if not isinstance(value, str | int | float):
            notes.refuse(f"{path}.value", "a choice needs a text or a number as its value", 'write "value": "…"')
            value = ""
        aps = notes.aps(choice, path, shapes.APS_CHOICE)
        text = notes.text(choice, "text", path) or Text(str(value), str(value))
        return Choice(value, text, notes.text(aps, "gloss", f"{path}.aps"))

    def _choice_conditions(self, raw: Json, path: str) -> ChoiceConditions | None:
        notes = self._notes
        each: dict[str, dict[Scalar, Expression]] = {"visibleIf": {}, "enableIf": {}}
        choices = raw.get("choices", [])
        for number, one in enumerate(choices if isinstance(choices, list) else []):
            if isinstance(one, dict):
                for key, found in each.items():
                    expression = notes.expression(one, key, f"{path}.choices[{number}]")
                    if expression is not None and isinstance(one.get("value"), str | int | float):
                        found[one["value"]] = expression
        conditions = ChoiceConditions(
            notes.expression(raw, "choicesVisibleIf", path),
            notes.expression(raw, "choicesEnableIf", path),
            each["visibleIf"],
            each["enableIf"],
        )
        return None if conditions == ChoiceConditions() else conditions

    # limits and repetition

    def _limits(self, raw: Json, kind: QuestionKind, path: str) -> Limits | None:
        keys = ("min", "max", "minValueExpression", "maxValueExpression")
        if not any(raw.get(key) not in (None, "") for key in keys):
            return None
        notes = self._notes
        if kind not in _WITH_LIMITS:
            notes.refuse(f"{path}.min", "limits are for numbers, dates, months and times", "use a validator")
            return None
        return Limits(
            least=notes.expression(raw, "minValueExpression", path) or self._limit(raw, "min", path),
            greatest=notes.expression(raw, "maxValueExpression", path) or self._limit(raw, "max", path),
            least_text=notes.text(raw, "minErrorText", path),
            greatest_text=notes.text(raw, "maxErrorText", path),
        )

    def _limit(self, raw: Json, key: str, path: str) -> JsonValue | Expression:
        value: JsonValue = raw.get(key)
        if isinstance(value, str) and value.startswith("="):
            return self._notes.parse(value[1:], f"{path}.{key}")
        return value

    def _repetition(self, raw: Json, kind: QuestionKind, path: str) -> Repetition | None:
        notes = self._notes
        if kind is QuestionKind.LIST:
            return Repetition(
                elements=self._read_elements(raw, "templateElements", path),
                prefix="panel",
                at_first=self._count(raw, "panelCount", path) or 0,
                fewest=self._count(raw, "minPanelCount", path) or 0,
                most=self._count(raw, "maxPanelCount", path) or _MOST_ITEMS,
                visible_if=notes.expression(raw, "templateVisibleIf", path),
                key=raw.get("keyName"),
                key_text=notes.text(raw, "keyDuplicationError", path),
                default_item=raw.get("defaultPanelValue"),
            )
        if kind is QuestionKind.TABLE:
            at_first = self._count(raw, "rowCount", path)
            return Repetition(
                elements=self._columns(raw, path),
                prefix="row",
                at_first=_ROWS_AT_FIRST if at_first is None else at_first,
                fewest=self._count(raw, "minRowCount", path) or 0,
                most=self._count(raw, "maxRowCount", path) or _MOST_ITEMS,
                key=raw.get("keyName"),
                key_text=notes.text(raw, "keyDuplicationError", path),
                default_item=raw.get("defaultRowValue"),
            )
        return None

    def _count(self, raw: Json, key: str, path: str) -> int | None:
        count = self._notes.whole(raw, key, path)
        if count is not None and not 0 <= count <= _GREATEST_COUNT:
            self._notes.refuse(f"{path}.{key}", f"{count} is no number of items", f"write 0 to {_GREATEST_COUNT}")
            return None
        return count

    def _check_items(self, element: Element, path: str) -> None:
        """Refuse in a list what can only be asked outside of one."""
        for inner in walk(() if element.repetition is None else element.repetition.elements):
            name = inner.question.name
            if inner.other:
                self._notes.refuse(path, f"{name!r} offers *other* in a list", "ask for it in a question of its own")
            if inner.question.kind is QuestionKind.FILE:
                self._notes.refuse(path, f"{name!r} asks for a paper in a list", "ask for it outside of the list")

    def _columns(self, raw: Json, path: str) -> tuple[Element | Panel, ...]:
        columns = self._notes.list(raw, "columns", path)
        if not columns:
            self._notes.refuse(f"{path}.columns", "a list of columns is missing", 'write "columns": […]')
        return tuple(self._column(one, raw, f"{path}.columns[{number}]") for number, one in enumerate(columns))

    def _column(self, raw: object, table: Json, path: str) -> Element:
        column = self._notes.object(raw, path, shapes.COLUMN)
        kind = column.get("cellType", "default")
        if kind == "default":
            kind = table.get("cellType", "dropdown")
        if kind not in shapes.CELL_TYPES:
            self._notes.refuse(f"{path}.cellType", f"{kind!r} is not supported", shapes.MEND)
            kind = "text"
        question = {**column, "type": kind}
        if kind in ("dropdown", "radiogroup", "checkbox") and not column.get("choices"):
            question["choices"] = table.get("choices", [])
        return self.read(question, path)

    # small pieces

    def _either(self, raw: Json, path: str, key: str, old_key: str) -> bool:
        return self._notes.flag(raw, key, path) or self._notes.flag(raw, old_key, path)

    def _first_text(self, raw: Json, path: str, *keys: str) -> Text | None:
        return next((text for key in keys if (text := self._notes.text(raw, key, path)) is not None), None)
