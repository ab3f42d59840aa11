"""What is written in a form: the answers, and the state of every question and section.

A sheet knows how answers, defaults and items are kept. What a change sets in motion is for others: they listen by
``on_change``, ``on_item_change`` and ``on_new_items``.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import pairwise

from kiosk.domain.submission import JsonValue
from kiosk.forms.answers import as_answer, as_truth, fit, is_possible, is_within
from kiosk.forms.cells import Cell, Item, Section, chooses_other, outermost
from kiosk.forms.expressions import Expression, Scope, evaluate
from kiosk.forms.expressions.lookup import split_path
from kiosk.forms.expressions.values import Value, are_equal, are_same, is_blank, is_choice, is_empty
from kiosk.forms.model import QuestionKind, comment_on
from kiosk.forms.nodes import ClearHidden, Document, Element, Panel
from kiosk.forms.scopes import CellScope, FormScope, ItemScope

Display = Callable[[Cell], Value]
Readiness = Callable[["Sheet", str, int | None], bool]

_ON_HIDDEN = (ClearHidden.ON_HIDDEN, ClearHidden.ON_HIDDEN_CONTAINER)


class Sheet:
    """One form as it is written."""

    def __init__(self, document: Document, now: Callable[[], datetime], display: Display, readiness: Readiness) -> None:
        self.document = document
        self.data: dict[str, JsonValue] = {}
        self.calculated: dict[str, Value] = {}
        self.pages = [Section(page, None) for page in document.pages]
        self.now = now
        self.display = display
        self.outermost = FormScope(self)
        self.on_change: Callable[[str, Value, Value], None] = lambda *_: None
        self.on_item_change: Callable[[Item, str, Value], None] = lambda *_: None
        self.on_new_items: Callable[[Cell], None] = lambda *_: None
        self._readiness = readiness
        self._quietly = 0
        self._inside = 0
        for page, section in zip(document.pages, self.pages, strict=True):
            self._build(page.elements, section, None)
        self._cells = {cell.name: cell for section in self.pages for cell in section.cells()}

    def cell(self, name: str) -> Cell | None:
        """Return the state of a question; ``kids[0].name`` is one of an item."""
        if name in self._cells:
            return self._cells[name]
        path = split_path(name)
        cell = self._cells.get(path[0].name)
        for step, following in pairwise(path):
            if cell is None or step.index is None or not 0 <= step.index < len(cell.items):
                return None
            cell = cell.items[step.index].find(following.name)
        return cell if len(path) > 1 else None

    def cells(self) -> Iterator[Cell]:
        """Yield every cell of the form in order, those of items after their list."""
        for section in self.pages:
            for cell in section.cells():
                yield from with_items(cell)

    @property
    def roots(self) -> tuple[Cell, ...]:
        """The cells of the form in order, without those of items."""
        return tuple(self._cells.values())

    def scope(self, cell: Cell) -> Scope:
        """Return what names stand for in a question's expressions."""
        return CellScope(cell, self.around(cell.owner))

    def is_ready(self, name: str, index: int | None) -> bool:
        """Say whether nothing is missing or wrong in a page, a panel or an item."""
        return self._readiness(self, name, index)

    # building

    def _build(self, elements: Iterable[Element | Panel], section: Section, owner: Item | None) -> None:
        for element in elements:
            if isinstance(element, Panel):
                inner = Section(element, section)
                section.children.append(inner)
                self._build(element.elements, inner, owner)
            else:
                holder = _ItemHolder(self, owner) if owner is not None else _RootHolder(self)
                section.children.append(Cell(element, holder, section, owner))

    def load(self) -> None:
        """Give the defaults, and lists the items that they begin with."""
        for cell in self.roots:
            self.give_limits(cell)
            self.give_default(cell)
            self._give_items(cell)

    # answers

    def keep(self, name: str, value: JsonValue) -> None:
        """Keep a value of the form's data under a name, be it a question's or not."""
        old = self.data.get(name)
        if are_same(old, value):
            return
        if is_empty(value):
            self.data.pop(name, None)
        else:
            self.data[name] = copy.deepcopy(value)
        cell = self._cells.get(name)
        if cell is not None:
            self._sync(cell, old, value)
        self.on_change(name, old, value)

    def _sync(self, cell: Cell, old: JsonValue, new: JsonValue) -> None:
        """Let a question know that its value has changed."""
        cell.outside, cell.put_aside = None, []
        if not are_same(old, new) and not self._is_default(cell, new):
            cell.touched = not self._quietly or cell.touched
        self._fit_items(cell, new)

    def _is_default(self, cell: Cell, value: JsonValue) -> bool:
        setting = cell.element.setting
        if self._quietly:
            return True
        if is_empty(value) or setting.default_expression is None:
            return False
        return are_same(value, self.default(cell))

    def put(self, cell: Cell, value: JsonValue) -> None:
        """Answer a question, as the person or an expression does."""
        value = fit(cell, value)
        if are_same(cell.value, value) or not is_possible(cell, value):
            return
        cell.outside = None
        if not self._quietly and not is_within(cell, value):
            cell.outside, cell.touched = value, True
            return
        cell.settling, before = True, cell.settling
        cell.holder.put(cell, value)
        cell.settling = before

    def clear(self, cell: Cell) -> None:
        """Take an answer back, and what was written beside it."""
        if cell.value is not None:
            self.put(cell, None)
        if cell.element.other:
            self._set_beside(cell, None)
        cell.touched = False

    def bring_back(self, cell: Cell) -> None:
        """Give back answers that were put aside and whose choices are offered again."""
        back: list[JsonValue] = [one for one in cell.put_aside if one not in cell.hidden]
        if back:
            left: list[JsonValue] = [one for one in cell.put_aside if one in cell.hidden]
            given: list[JsonValue] = cell.value if isinstance(cell.value, list) else []
            self.put(cell, [*given, *back])
            cell.put_aside = left

    def _set_beside(self, cell: Cell, value: JsonValue) -> None:
        if cell.owner is None:
            self.keep(comment_on(cell.name), value)

    def let_go(self, cell: Cell) -> None:
        """Drop what is not submitted of a question: a hidden answer, one that is no choice, an unused comment."""
        if cell.element.other and not chooses_other(cell.value):
            self._set_beside(cell, None)
        if self.clear_mode(cell) is ClearHidden.NEVER:
            return
        if cell.element.question.kind is QuestionKind.LIST:  # a table's hidden cells stay, as in survey-core
            for item in list(cell.items):
                for inner in item.cells():
                    if item.root.shown or not inner.shown:
                        self.let_go(inner)
        if not cell.is_seen:
            self.clear(cell)
        else:
            self.drop_unoffered(cell)

    # defaults

    def default(self, cell: Cell) -> JsonValue:
        """Return a question's default; its expression goes before its fixed one."""
        setting = cell.element.setting
        value: Value = None
        if setting.default_expression is not None:
            value = evaluate(setting.default_expression, self.scope(cell))
        return as_answer(setting.default if value is None else value)

    def give_default(self, cell: Cell) -> None:
        """Set the default of a question without an answer."""
        setting = cell.element.setting
        if not cell.is_empty or (self.clears_hidden(cell) and not cell.is_visible):
            return
        if setting.default is not None or setting.default_expression is not None:
            fixed = setting.default_expression is None
            self.put_default(cell, as_truth(cell, self.default(cell)) if fixed else self.default(cell))

    def put_default(self, cell: Cell, value: JsonValue) -> None:
        """Answer a question by default: the person has not touched it."""
        self._quietly += 1
        self.put(cell, value)
        self._quietly -= 1

    def set_variable(self, name: str, value: Value) -> None:
        """Keep a calculated value; an answer of the same name goes."""
        old = self.calculated.get(name.lower())
        self.data.pop(name, None)
        self.calculated[name.lower()] = value
        if not are_equal(old, value, ignore_order=False):
            self.on_change(name.lower(), old, value)

    def give_limits(self, cell: Cell) -> None:
        """Work out a question's least and greatest answer."""
        limits = cell.element.limits
        if limits is None:
            return
        cell.least = self._limit(limits.least, cell)
        cell.greatest = self._limit(limits.greatest, cell)

    def _limit(self, limit: JsonValue | Expression, cell: Cell) -> Value:
        if limit is None or isinstance(limit, str | int | float | bool | list | dict):
            return limit
        return as_answer(evaluate(limit, self.scope(cell)))

    def drop_unoffered(self, cell: Cell) -> None:
        """Take back answers that are no longer among the choices."""
        value = cell.value
        question = cell.element.question
        if is_blank(value) or not question.choices or cell.element.other or question.kind is QuestionKind.BOOLEAN:
            return
        offered = [choice.value for choice in cell.element.question.choices if choice.value not in cell.hidden]
        if isinstance(value, list):
            kept: list[JsonValue] = [one for one in value if any(is_choice(other, one) for other in offered)]
            if len(kept) < len(value):
                gone = [*cell.put_aside, *(one for one in value if one not in kept)]
                self.put(cell, kept or None)
                cell.put_aside = gone
        elif not any(is_choice(one, value) for one in offered):
            self.put(cell, None)
            cell.touched = False

    def clears_hidden(self, cell: Cell) -> bool:
        """Say whether a question's answer goes as soon as it is hidden."""
        return self.clear_mode(cell) in _ON_HIDDEN

    def clear_mode(self, cell: Cell) -> ClearHidden:
        """Return when a question's answer goes because it is not visible."""
        own = cell.element.clear_hidden
        return self.document.clear_hidden if own is ClearHidden.DEFAULT else own

    def assign(self, name: str, value: JsonValue) -> None:
        """Answer the question of that name, or keep a value that no question asks for."""
        cell = self.cell(name)
        if cell is not None:
            self.put(cell, copy.deepcopy(value))
        elif "." not in name:
            self.keep(name, value)

    # items

    def add_item(self, name: str) -> None:
        """Add an item to a list, with its defaults; beyond the most that the form allows nothing happens."""
        cell = self.cell(name)
        repetition = None if cell is None else cell.element.repetition
        if cell is None or repetition is None or len(cell.items) >= repetition.most:
            return
        rows = [*(cell.value if isinstance(cell.value, list) else [{} for _ in cell.items]), {}]
        if isinstance(repetition.default_item, dict):
            rows[-1] = copy.deepcopy(repetition.default_item)
        self._put_rows(cell, rows)
        for inner in cell.items[-1].cells():
            self.give_default(inner)

    def remove_item(self, name: str, index: int) -> None:
        """Remove an item from a list; below the fewest that the form demands nothing happens."""
        cell = self.cell(name)
        if cell is None or cell.element.repetition is None or len(cell.items) <= cell.element.repetition.fewest:
            return
        rows = copy.deepcopy(cell.value) if isinstance(cell.value, list) else [{} for _ in cell.items]
        if 0 <= index < len(rows):
            del rows[index], cell.items[index]
            self._put_rows(cell, rows)

    def _give_items(self, cell: Cell) -> None:
        """Give a list the items that it begins with."""
        repetition = cell.element.repetition
        number = 0 if repetition is None else max(repetition.at_first, repetition.fewest)
        if repetition is None or not number or not cell.is_empty:
            return
        one: JsonValue = repetition.default_item if isinstance(repetition.default_item, dict) else {}
        self._resize(cell, number)
        if cell.element.question.kind is QuestionKind.LIST or one:
            self.put_default(cell, [copy.deepcopy(one) for _ in range(number)])
        for item in cell.items:
            for inner in item.cells():
                self.give_default(inner)

    def _fit_items(self, cell: Cell, value: JsonValue) -> None:
        """Make a list have as many items as its answer; without an answer it has those that it begins with."""
        repetition = cell.element.repetition
        if repetition is not None:
            given = len(value) if isinstance(value, list) else 0
            at_least = repetition.fewest
            if not given and cell.element.question.kind is QuestionKind.LIST:
                at_least = max(repetition.at_first, repetition.fewest)
            known = list(cell.items)
            self._resize(cell, max(given, at_least))
            if not self._inside:
                for item in cell.items:
                    for inner in item.cells():
                        self._note_own(inner)
            if cell.element.question.kind is QuestionKind.TABLE:
                for item in cell.items:
                    if item not in known:
                        for inner in item.cells():
                            self.give_default(inner)

    def _resize(self, cell: Cell, number: int) -> None:
        repetition = cell.element.repetition
        if repetition is None or len(cell.items) == number:
            return
        del cell.items[number:]
        fresh = []
        while len(cell.items) < number:
            item = Item(cell)
            self._build(repetition.elements, item.root, item)
            cell.items.append(item)
            fresh.append(item)
        for item in fresh:
            for inner in item.cells():
                self.give_limits(inner)
                if inner.element.repetition is not None:
                    self._fit_items(inner, inner.value)
        if fresh:
            self.on_new_items(outermost(cell))

    def _note_own(self, cell: Cell) -> None:
        """Note whether an item came with an answer that is not the default."""
        if cell.element.setting.default_expression is not None and not is_empty(cell.value):
            cell.touched = cell.touched or not are_same(cell.value, self.default(cell))

    def keep_in_item(self, item: Item, name: str, value: JsonValue) -> None:
        """Keep an answer of an item in the list that holds it."""
        cell = item.cell
        rows = copy.deepcopy(cell.value) if isinstance(cell.value, list) else []
        while len(rows) <= item.index:
            rows.append({})
        row = rows[item.index]
        if not isinstance(row, dict):
            return
        if is_empty(value):
            row.pop(name, None)
        else:
            row[name] = copy.deepcopy(value)
        while len(rows) < len(cell.items):
            rows.append({})
        inner = item.find(name)
        if inner is not None and not self._quietly:
            inner.touched = True
        self._put_rows(cell, rows)
        prefix = cell.element.repetition.prefix if cell.element.repetition else "panel"
        self.on_item_change(item, f"{prefix}.{name}", value)

    def _put_rows(self, cell: Cell, rows: list[JsonValue]) -> None:
        cell.touched = True
        self._inside += 1
        cell.holder.put(cell, rows)
        self._inside -= 1

    def around(self, item: Item | None) -> Scope:
        """Return the scope around the questions of an item, or of the form."""
        return self.outermost if item is None else ItemScope(item, self.around(item.cell.owner))


class _RootHolder:
    """The form's data."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def get(self, name: str) -> JsonValue:
        return self._sheet.data.get(name)

    def put(self, cell: Cell, value: JsonValue) -> None:
        self._sheet.keep(cell.name, value)


class _ItemHolder:
    """One item of a list."""

    def __init__(self, sheet: Sheet, item: Item) -> None:
        self._sheet = sheet
        self._item = item

    def get(self, name: str) -> JsonValue:
        return self._item.data.get(name)

    def put(self, cell: Cell, value: JsonValue) -> None:
        self._sheet.keep_in_item(self._item, cell.name, value)


def with_items(cell: Cell) -> Iterator[Cell]:
    """Yield a cell and those of its items."""
    yield cell
    for item in cell.items:
        for inner in item.cells():
            yield from with_items(inner)
