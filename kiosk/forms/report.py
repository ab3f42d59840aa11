"""What a form that is being filled in shows, demands, refuses and would submit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kiosk.domain.text import Text
from kiosk.forms.cells import Cell, Section
from kiosk.forms.expressions.values import Value
from kiosk.forms.filling import Filling
from kiosk.forms.model import Evaluation, Question, QuestionKind, VisiblePage, comment_on
from kiosk.forms.nodes import Page, Panel
from kiosk.forms.sheet import Sheet
from kiosk.forms.validation import DUPLICATE, REQUIRED, complaints, other_complaint

_SAY_WHAT = Text("Ông/Bà ghi rõ là gì.", "Please say what it is.")


def report(filling: Filling, today: date) -> Evaluation:
    """Evaluate the form as it stands; answers that are no longer offered are taken back first."""
    filling.take_back_unoffered()
    shown = [cell for cell in filling.cells() if cell.is_seen]
    errors = {cell.path: texts for cell in shown if (texts := tuple(_errors(cell, filling.sheet, today)))}
    for cell in shown:
        for path, text in _duplicates(cell):
            errors[path] = (*errors.get(path, ()), text)
        lacking = other_complaint(cell)
        if lacking is not None:
            errors[comment_on(cell.path)] = (lacking,)
    return Evaluation(
        pages=tuple(_pages(filling)),
        visible=tuple(cell.path for cell in shown),
        required=frozenset(cell.path for cell in shown if cell.needed)
        | {comment_on(cell.path) for cell in shown if cell.asks_for_other},
        read_only=frozenset(cell.path for cell in shown if cell.is_locked),
        values=filling.submitted(),
        errors=errors,
        complete=not errors,
    )


def is_ready(sheet: Sheet, name: str, index: int | None, today: date) -> bool:
    """Say whether nothing is missing or wrong in a page or panel, or in the items of a list (in one, or in all)."""
    section = _section(sheet, name)
    if section is not None:
        return all(_is_right(cell, sheet, today) for cell in section.cells())
    cell = sheet.cell(name)
    if cell is None or cell.element.repetition is None:
        return False
    if index is not None:
        items = cell.items[index : index + 1] if index >= 0 else []
        return bool(items) and all(_is_right(one, sheet, today) for item in items for one in item.cells())
    return all(_is_right(one, sheet, today) for item in cell.items for one in item.cells())


# what is seen


def _pages(filling: Filling) -> Iterator[VisiblePage]:
    for section, page in zip(filling.pages, filling.document.pages, strict=True):
        if section.is_visible:
            yield from _steps(section, page)


def _steps(section: Section, page: Page) -> Iterator[VisiblePage]:
    """Split a page into steps: a panel with a title on it is a step of its own, what stands between two is another."""
    loose: list[Question] = []
    for child in section.children:
        if not child.is_visible:
            continue
        if isinstance(child, Section) and isinstance(child.node, Panel) and child.node.title is not None:
            if loose:
                yield VisiblePage(page.name, page.title, tuple(loose))
                loose = []
            yield VisiblePage(child.node.name, child.node.title, tuple(_questions(child)), child.node.person)
        else:
            loose += _questions(child) if isinstance(child, Section) else _asked(child)
    if loose:
        yield VisiblePage(page.name, page.title, tuple(loose))


def _questions(section: Section) -> Iterator[Question]:
    for child in section.children:
        if not child.is_visible:
            continue
        yield from _questions(child) if isinstance(child, Section) else _asked(child)


def _asked(cell: Cell) -> Iterator[Question]:
    yield _as_asked(cell)
    if cell.asks_for_other:
        yield _other(cell)
    for item in cell.items:
        if item.root.shown:
            yield from _questions(item.root)


def _as_asked(cell: Cell) -> Question:
    """Return the question as it is asked now: with its path as the name, and the choices that are offered."""
    question = cell.element.question
    if cell.owner is not None:
        question = replace(question, name=cell.path)
    if not cell.hidden and not cell.disabled:
        return question
    choices = (
        replace(choice, disabled=choice.value in cell.disabled)
        for choice in question.choices
        if choice.value not in cell.hidden
    )
    return replace(question, choices=tuple(choices))


def _other(cell: Cell) -> Question:
    """Return the question after a choice of *other*: what it is, in words."""
    question = cell.element.question
    chosen = next(choice.text for choice in question.choices if choice.value == "other")
    title = Text.made(lambda language: f"{question.title.of(language)}: {chosen.of(language)}")
    return Question(comment_on(cell.path), QuestionKind.TEXT, title, ask=_SAY_WHAT)


def _section(sheet: Sheet, name: str) -> Section | None:
    waiting: list[Section | Cell] = list(sheet.pages)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, Section):
            if one.node.name == name:
                return one
            waiting += one.children
    return None


# what is wrong


def _is_right(cell: Cell, sheet: Sheet, today: date) -> bool:
    return not cell.shown or (other_complaint(cell) is None and not any(True for _ in _errors(cell, sheet, today)))


def _errors(cell: Cell, sheet: Sheet, today: date) -> Iterator[Text]:
    if cell.is_locked and cell.element.calculation is None:
        return
    if cell.is_empty and cell.needed and cell.element.calculation is None:
        yield cell.element.required_text or REQUIRED
        return
    yield from complaints(cell, sheet, today)


def _duplicates(cell: Cell) -> Iterator[tuple[str, Text]]:
    """Find items of a list whose key has been used before."""
    repetition = cell.element.repetition
    if repetition is None or repetition.key is None:
        return
    seen: list[Value] = []
    for item in cell.items:
        key = item.find(repetition.key)
        if key is None or key.is_empty or not item.root.shown:
            continue
        if any(key.value == one for one in seen):
            yield key.path, repetition.key_text or DUPLICATE
        seen.append(key.value)
