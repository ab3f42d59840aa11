"""What stands on the form: sections with numbered lines, lists as tables. No drawing here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.forms.form import Form
from kiosk.forms.model import Question, QuestionKind
from kiosk.forms.nodes import Element, Page, Panel, walk

_LONGEST_CHOICE_LIST = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A choice to tick."""

    text: Text
    ticked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One official label with its answer: written, or ticked among ``boxes``; with neither, a line to fill in."""

    label: Text
    answer: Text | None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A list: one column a question, one row an item; a blank form has empty rows."""

    label: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the form under its heading."""

    heading: Text
    parts: tuple[Line | Grid, ...]


_BLANK_ROWS = 4
_BLANK = Text("", "")


def blocks(form: Form, answers: Mapping[str, JsonValue] | None) -> tuple[Block, ...]:
    """Return the sections: without answers everything that the form can ask, empty; with answers what they show."""
    filled = None if answers is None else form.evaluate(answers)
    shown = None if filled is None else frozenset(filled.visible)
    values: Mapping[str, JsonValue] = {} if filled is None else filled.values
    found = []
    for page in form.document.pages:
        for heading, elements in _sections(page):
            parts = tuple(_parts(form, elements, shown, values))
            if parts:
                found.append(Block(heading, parts))
    return tuple(found)


def _sections(page: Page) -> Iterator[tuple[Text, list[Element]]]:
    """Split a page as its steps are split: a titled panel is a section of its own."""
    loose: list[Element] = []
    for child in page.elements:
        if isinstance(child, Panel) and child.title is not None:
            if loose:
                yield page.title, loose
                loose = []
            yield child.title, list(walk(child.elements))
        else:
            loose += walk(child.elements) if isinstance(child, Panel) else [child]
    if loose:
        yield page.title, loose


def _parts(
    form: Form, elements: list[Element], shown: frozenset[str] | None, values: Mapping[str, JsonValue]
) -> Iterator[Line | Grid]:
    for element in elements:
        question = element.question
        if question.kind in (QuestionKind.HTML, QuestionKind.FILE) or (
            shown is not None and question.name not in shown
        ):
            continue
        if element.repetition is not None:
            yield _grid(form, element, values.get(question.name), blank=shown is None)
        else:
            yield _line(form, question, values.get(question.name))


def _line(form: Form, question: Question, value: JsonValue) -> Line:
    if question.choices and len(question.choices) <= _LONGEST_CHOICE_LIST:
        chosen = value if isinstance(value, list) else [value]
        boxes = tuple(Box(choice.text, choice.value in chosen) for choice in question.choices)
        return Line(question.title, None, boxes)
    return Line(question.title, None if value in (None, "") else form.describe(question, value))


def _grid(form: Form, element: Element, value: JsonValue, *, blank: bool) -> Grid:
    inner = list(walk(element.repetition.elements)) if element.repetition else []
    items = value if isinstance(value, list) else []
    rows = tuple(
        tuple(_cell(form, one.question, item.get(one.question.name)) for one in inner)
        for item in items
        if isinstance(item, dict)
    )
    if blank:
        rows = ((_BLANK,) * len(inner),) * _BLANK_ROWS
    return Grid(element.question.title, tuple(one.question.title for one in inner), rows)


def _cell(form: Form, question: Question, value: JsonValue) -> Text:
    return _BLANK if value in (None, "") else form.describe(question, value)
