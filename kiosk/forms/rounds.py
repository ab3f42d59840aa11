"""The rounds in which a form's conditions run: in the form's order, again until nothing changes any more."""

from __future__ import annotations

from kiosk.forms.agenda import Agenda, Unit, inside_out
from kiosk.forms.answers import as_answer, rounded
from kiosk.forms.cells import Cell, Item, Section, outermost
from kiosk.forms.expressions import Expression, Scope, evaluate
from kiosk.forms.expressions.values import are_same, is_true
from kiosk.forms.nodes import ClearHidden, Scalar
from kiosk.forms.scopes import ChoiceScope
from kiosk.forms.sheet import Sheet

_MOST_ROUNDS = 10


class Rounds:
    """Evaluates conditions, calculations, limits, choices and defaults of what is due."""

    def __init__(self, sheet: Sheet, agenda: Agenda) -> None:
        self._sheet = sheet
        self._agenda = agenda
        self._running = False
        self._again = False

    @property
    def is_running(self) -> bool:
        """Whether a round is running now."""
        return self._running

    def run(self) -> None:
        """Run everything that is due until nothing changes any more. While it runs, it is only noted to run again."""
        if self._running:
            self._again = True
            return
        for _ in range(_MOST_ROUNDS + 1):
            self._running, self._again = True, False
            self._calculate()
            for unit in self._agenda.due():
                self._visit(unit)
            self._running = False
            if not self._again:
                break
        self._again = False
        self._agenda.settle()

    def _calculate(self) -> None:
        for one in self._agenda.calculated_due():
            value = evaluate(one.expression, self._sheet.outermost)
            name = one.name.lower()
            old = self._sheet.calculated.get(name)
            if not are_same(old, value):
                self._sheet.set_variable(one.name, value)

    def _visit(self, unit: Unit) -> None:
        if isinstance(unit, Section):
            self._visit_section(unit, self._sheet.outermost)
        else:
            self._visit_cell(unit)

    def _visit_section(self, section: Section, scope: Scope) -> None:
        before = section.shown, section.was_visible
        if section.conditions.visible_if is not None:
            section.shown = evaluate(section.conditions.visible_if, scope) is True
        locked = section.locked
        self._lock_and_need(section, scope)
        if locked and not section.locked:
            self._work_out(section)
        section.was_visible = section.is_visible
        if (section.shown, section.was_visible) != before:
            for cell in section.cells():
                self._container_changed(cell, section)

    def _work_out(self, section: Section) -> None:
        """Have what is calculated in a section worked out in the next round: it stood still while it was locked."""
        for cell in section.cells():
            if cell.element.calculation is not None:
                self._agenda.mark_cell(outermost(cell))
                self._again = True

    def _lock_and_need(self, one: Section | Cell, scope: Scope) -> None:
        if one.conditions.enable_if is not None:
            one.locked = evaluate(one.conditions.enable_if, scope) is False
        if one.conditions.required_if is not None:
            one.needed = evaluate(one.conditions.required_if, scope) is True

    def _visit_cell(self, cell: Cell) -> None:
        element, scope = cell.element, self._sheet.scope(cell)
        if cell.conditions.visible_if is not None:
            shown = evaluate(cell.conditions.visible_if, scope) is True
            if shown != cell.shown:
                cell.shown = shown
                if not cell.is_new:
                    self._visibility_changed(cell)
        cell.is_new = False
        self._lock_and_need(cell, scope)
        if (
            element.calculation is not None
            and not cell.is_locked
            and self._agenda.asks_for_change(element.calculation, cell)
        ):
            value = as_answer(evaluate(element.calculation, scope))
            self._sheet.put(cell, rounded(value, element.precision))
        self._sheet.give_limits(cell)
        self._offer_choices(cell, scope)
        for item in cell.items:
            self._visit_item(item)
        if (
            element.setting.default_expression is not None
            and not cell.touched
            and (not self._sheet.clears_hidden(cell) or (cell.is_visible and cell.is_parent_visible))
        ):
            self._sheet.put_default(cell, self._sheet.default(cell))

    def _visit_item(self, item: Item) -> None:
        for child in inside_out(item.root):
            if isinstance(child, Section):
                self._visit_section(child, self._sheet.around(item))
            else:
                self._visit_cell(child)

    def _offer_choices(self, cell: Cell, scope: Scope) -> None:
        if cell.element.within is not None:
            self._offer_within(cell, cell.element.within)
        conditions = cell.element.choice_conditions
        if conditions is None:
            return
        values = [choice.value for choice in cell.element.question.choices]
        cell.disabled = frozenset(
            value
            for value in values
            if not _is_offered(conditions.each_enable_if.get(value, conditions.enable_if), value, scope)
        )
        hidden = frozenset(
            value
            for value in values
            if not _is_offered(conditions.each_visible_if.get(value, conditions.visible_if), value, scope)
        )
        if hidden != cell.hidden:
            cell.hidden = hidden
            self._sheet.drop_unoffered(cell)
            self._sheet.bring_back(cell)

    def _offer_within(self, cell: Cell, around: str) -> None:
        """Offer the choices that lie within another answer: the communes of the province."""
        chosen = cell.holder.get(around)
        chosen = self._sheet.data.get(around) if chosen is None else chosen
        membership = cell.element.membership
        hidden = frozenset(value for value, one in membership.items() if one != chosen)
        if hidden != cell.hidden:
            cell.hidden = hidden
            self._sheet.drop_unoffered(cell)

    def _visibility_changed(self, cell: Cell) -> None:
        """Let go of the answer of a question that was hidden, or give the default to one that is shown again."""
        if not self._sheet.clears_hidden(cell):
            return
        if not cell.is_visible:
            self._sheet.clear(cell)
        elif cell.is_parent_visible:
            self._sheet.give_default(cell)

    def _container_changed(self, cell: Cell, section: Section) -> None:
        """Do the same when it is the panel or page around that was hidden or shown again."""
        if section.is_visible:
            self._sheet.give_default(cell)
        elif self._sheet.clear_mode(cell) is ClearHidden.ON_HIDDEN_CONTAINER:
            self._sheet.clear(cell)


def _is_offered(condition: Expression | None, value: Scalar, scope: Scope) -> bool:
    return condition is None or is_true(evaluate(condition, ChoiceScope(value, scope)))
