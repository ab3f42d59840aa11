"""Filling in a form: what every answer sets in motion, in the order in which survey-core would.

An answer is kept, then the conditions run in the form's order, again until nothing changes any more, then the
questions' own triggers, then the form's. Only what depends on a changed value is evaluated again.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from kiosk.domain.submission import JsonValue
from kiosk.forms.agenda import Agenda, inside_out
from kiosk.forms.answers import as_answer
from kiosk.forms.cells import Cell, Item, Section
from kiosk.forms.expressions import Scope
from kiosk.forms.expressions.values import Value
from kiosk.forms.nodes import ClearHidden, Document
from kiosk.forms.rounds import Rounds
from kiosk.forms.sheet import Display, Readiness, Sheet
from kiosk.forms.triggers import Triggers


class Filling:
    """One form under the answers so far; read the result with ``report``."""

    def __init__(self, document: Document, now: Callable[[], datetime], display: Display, readiness: Readiness) -> None:
        self.document = document
        self.sheet = Sheet(document, now, display, readiness)
        self._agenda = Agenda(document, self.sheet.pages)
        self._rounds = Rounds(self.sheet, self._agenda)
        self._triggers = Triggers(self.sheet)
        self._is_open = False
        self._is_completing = False
        self._changed: dict[str, Value] | None = None
        self.sheet.on_change = self._follow
        self.sheet.on_item_change = self._follow_item
        self.sheet.on_new_items = self._agenda.mark_cell
        self.sheet.load()
        for section in self.pages:
            for unit in inside_out(section):
                if isinstance(unit, Section):
                    unit.was_visible = unit.is_visible
        self._is_open = True
        self._rounds.run()

    @property
    def pages(self) -> list[Section]:
        """The state of the form's pages."""
        return self.sheet.pages

    @property
    def data(self) -> Mapping[str, JsonValue]:
        """The answers as they are now, hidden ones among them."""
        return self.sheet.data

    def cell(self, name: str) -> Cell | None:
        """Return the state of a question; ``kids[0].name`` is one of an item."""
        return self.sheet.cell(name)

    def cells(self) -> Iterator[Cell]:
        """Yield every cell of the form in order, those of items after their list."""
        return self.sheet.cells()

    def scope(self, cell: Cell) -> Scope:
        """Return what names stand for in a question's expressions."""
        return self.sheet.scope(cell)

    # answering

    def set(self, name: str, value: JsonValue) -> None:
        """Give an answer; None, an empty text or an empty list takes it back. ``kids[0].name`` is one of an item."""
        cell = self.cell(name)
        if cell is None or cell.owner is None:
            self.sheet.keep(name, value)
        else:
            self.sheet.put(cell, value)

    def provide(self, name: str, values: Mapping[str, JsonValue]) -> None:
        """Provide values that expressions can use: ``{applicant.full_name}``."""
        self.sheet.set_variable(name, dict(values))

    def add_item(self, name: str) -> None:
        """Add an item to a list, with its defaults; beyond the most that the form allows nothing happens."""
        self.sheet.add_item(name)

    def remove_item(self, name: str, index: int) -> None:
        """Remove an item from a list; below the fewest that the form demands nothing happens."""
        self.sheet.remove_item(name, index)

    def take_back_unoffered(self) -> None:
        """Take back answers that are not among the choices (any more), before anybody judges or submits them."""
        for cell in list(self.cells()):
            if cell.is_seen and self.sheet.clear_mode(cell) is not ClearHidden.NEVER:
                self.sheet.drop_unoffered(cell)

    def submitted(self) -> dict[str, JsonValue]:
        """Return the data as it would be submitted now: answers of what is hidden dropped as the form says.

        Dropping them sets the questions' own triggers in motion, as in survey-core; afterwards all is as before.
        """
        sheet = self.sheet
        kept = [(cell, cell.touched, cell.outside, list(cell.items)) for cell in self.cells()]
        data, sheet.data = sheet.data, copy.deepcopy(sheet.data)
        self._is_open, self._is_completing = False, True
        for root in sheet.roots:
            sheet.let_go(root)
        for one in self.document.calculated:
            value = sheet.calculated.get(one.name.lower())
            if one.submitted and value is not None:
                sheet.data[one.name] = as_answer(value)
        values, sheet.data = sheet.data, data
        self._is_open, self._is_completing = True, False
        for cell, touched, outside, items in kept:
            cell.touched, cell.outside, cell.items = touched, outside, items
        return values

    # following

    def _follow(self, name: str, old: Value, new: Value) -> None:
        """Let everything that depends on a value know that it has changed."""
        if self._changed is None:
            self._changed = {}
        self._changed[name] = new
        self._agenda.mark((name,))
        if self._rounds.is_running:
            self._rounds.run()
        else:
            if self._is_open:
                self._rounds.run()
            if self._agenda.has_question_triggers:
                self._triggers.pull_questions(lambda: {name: new} if self._changed is None else self._changed)
            self._changed = None
        if self.document.triggers and not self._is_completing:
            self._triggers.pull_form({name: (old, new)})

    def _follow_item(self, item: Item, name: str, value: Value) -> None:
        """Let the questions of an item know that an answer in it has changed."""
        for cell in item.cells():
            self._triggers.pull_question(cell, {name: value})
