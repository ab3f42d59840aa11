"""Reads a SurveyJS document into a Document, and collects everything that is wrong with it."""

from __future__ import annotations

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import NO_TEXT
from kiosk.forms import shapes
from kiosk.forms.expressions import Expression
from kiosk.forms.nodes import (
    Calculated,
    ClearHidden,
    Conditions,
    CopyValue,
    Document,
    Element,
    Page,
    Panel,
    Paper,
    RunExpression,
    SetValue,
    Trigger,
)
from kiosk.forms.notes import Json, Notes
from kiosk.forms.question_reader import QuestionReader
from kiosk.forms.references import NO_REFERENCES, References

_CLEAR = frozenset(mode.value for mode in ClearHidden if mode is not ClearHidden.DEFAULT)


class Reader:
    """Reads one document; ``notes.problems`` grows as it goes, and nothing is raised."""

    def __init__(self, references: References = NO_REFERENCES) -> None:
        self.notes = Notes()
        self._questions = QuestionReader(self.notes, references, self._elements)

    def read(self, document: object) -> Document:
        """Read the whole document."""
        notes = self.notes
        survey = notes.object(document, "$", shapes.SURVEY)
        aps = notes.aps(survey, "$", shapes.APS_SURVEY)
        clear = notes.one_of(survey, "clearInvisibleValues", "$", _CLEAR, ClearHidden.ON_COMPLETE.value)
        return Document(
            pages=self._pages(survey),
            calculated=tuple(self._calculated(survey)),
            triggers=tuple(self._triggers(survey)),
            clear_hidden=ClearHidden(clear),
            title=notes.text(survey, "title", "$") or NO_TEXT,
            paper=self._paper(aps),
        )

    def _paper(self, aps: Json) -> Paper:
        if "paper" not in aps:
            return Paper()
        path = "$.aps.paper"
        paper = self.notes.object(aps["paper"], path, shapes.APS_PAPER)
        signatures = (
            self.notes.text({"text": raw}, "text", f"{path}.signatures[{number}]")
            for number, raw in enumerate(self.notes.list(paper, "signatures", path))
        )
        return Paper(
            number=self.notes.text(paper, "number", path),
            recipient=self.notes.text(paper, "recipient", path),
            closing=self.notes.text(paper, "closing", path),
            signatures=tuple(text for text in signatures if text is not None),
        )

    def _pages(self, survey: Json) -> tuple[Page, ...]:
        if "elements" in survey and "pages" not in survey:
            return (self._page({"name": "page1", "elements": survey["elements"]}, "$", 0),)
        pages = survey.get("pages")
        if not isinstance(pages, list) or not pages:
            self.notes.refuse("$.pages", "a form needs a list of pages", "add at least one page with elements")
            return ()
        return tuple(self._page(page, f"$.pages[{number}]", number) for number, page in enumerate(pages))

    def _page(self, raw: object, path: str, number: int) -> Page:
        page = self.notes.object(raw, path, shapes.PAGE)
        self.notes.aps(page, path, shapes.APS_PAGE)
        return Page(
            name=str(page.get("name", f"page{number + 1}")),
            title=self.notes.text(page, "title", path) or NO_TEXT,
            elements=self._elements(page, "elements", path),
            conditions=self._conditions(page, path),
        )

    def _elements(self, container: Json, key: str, path: str) -> tuple[Element | Panel, ...]:
        raw = container.get(key)
        if not isinstance(raw, list):
            self.notes.refuse(f"{path}.{key}", "a list of elements is missing", f'write "{key}": […]')
            return ()
        found = (self._element(element, f"{path}.{key}[{number}]") for number, element in enumerate(raw))
        return tuple(element for element in found if element is not None)

    def _element(self, raw: object, path: str) -> Element | Panel | None:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(kind, str) or kind not in shapes.ELEMENTS:
            self.notes.refuse(f"{path}.type", f"element type {kind!r} is not supported", shapes.MEND)
            return None
        element = self.notes.object(raw, path, shapes.ELEMENTS[kind])
        if not self.notes.name(element, path):
            return None
        if kind == "panel":
            return self._panel(element, path)
        return self._questions.read(element, path)

    def _panel(self, raw: Json, path: str) -> Panel:
        aps = self.notes.aps(raw, path, shapes.APS_PANEL)
        return Panel(
            name=self.notes.name(raw, path),
            elements=self._elements(raw, "elements", path),
            conditions=self._conditions(raw, path),
            title=self.notes.text(raw, "title", path),
            person=self.notes.word(aps, "person", f"{path}.aps"),
        )

    def _conditions(self, raw: Json, path: str) -> Conditions:
        return Conditions(
            visible=self.notes.flag(raw, "visible", path, default=True),
            visible_if=self.notes.expression(raw, "visibleIf", path),
            read_only=self.notes.flag(raw, "readOnly", path),
            enable_if=self.notes.expression(raw, "enableIf", path),
        )

    # what runs behind the questions

    def _calculated(self, survey: Json) -> list[Calculated]:
        found = []
        for number, raw in enumerate(self.notes.list(survey, "calculatedValues", "$")):
            path = f"$.calculatedValues[{number}]"
            one = self.notes.object(raw, path, shapes.CALCULATED)
            name, expression = self.notes.name(one, path), self._needed(one, "expression", path)
            if name and expression is not None:
                found.append(Calculated(name, expression, self.notes.flag(one, "includeIntoResult", path)))
        return found

    def _triggers(self, survey: Json) -> list[Trigger]:
        found = (
            self._trigger(raw, f"$.triggers[{number}]")
            for number, raw in enumerate(self.notes.list(survey, "triggers", "$"))
        )
        return [trigger for trigger in found if trigger is not None]

    def _trigger(self, raw: object, path: str) -> Trigger | None:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(kind, str) or kind not in shapes.TRIGGERS:
            self.notes.refuse(f"{path}.type", f"trigger {kind!r} is not supported", shapes.MEND)
            return None
        trigger = self.notes.object(raw, path, shapes.TRIGGERS[kind])
        target = trigger.get("setToName")
        if not isinstance(target, str) and kind != "runexpression":
            self.notes.refuse(f"{path}.setToName", "the name of a question is missing", 'write "setToName": "…"')
            return None
        if kind == "copyvalue":
            source = trigger.get("fromName")
            if not isinstance(source, str):
                self.notes.refuse(f"{path}.fromName", "the name of a question is missing", 'write "fromName": "…"')
                return None
            return CopyValue(self.notes.expression(trigger, "expression", path), source, str(target))
        condition = self._needed(trigger, "expression", path)
        if condition is None:
            return None
        if kind == "setvalue":
            value: JsonValue = trigger.get("setValue")
            return SetValue(condition, str(target), value, self.notes.flag(trigger, "isVariable", path))
        run = self._needed(trigger, "runExpression", path)
        return None if run is None else RunExpression(condition, run, target if isinstance(target, str) else None)

    def _needed(self, raw: Json, key: str, path: str) -> Expression | None:
        if not raw.get(key):
            self.notes.refuse(f"{path}.{key}", "an expression is missing", f'write "{key}": "…"')
            return None
        return self.notes.expression(raw, key, path)
