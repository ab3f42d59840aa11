"""Triggers: what sets answers when something else changes – of single questions, and of the whole form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.forms.agenda import is_constant_call, is_touched_by
from kiosk.forms.answers import as_answer
from kiosk.forms.cells import Cell
from kiosk.forms.expressions import Expression, Scope, evaluate, variables
from kiosk.forms.expressions.lookup import split_path
from kiosk.forms.expressions.values import is_true
from kiosk.forms.nodes import CopyValue, RunExpression, SetValue, Trigger
from kiosk.forms.sheet import Sheet, with_items

_MOST_ROUNDS = 3


class Triggers:
    """Pulls triggers for values that have changed. What they change in turn is pulled for in further rounds."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._pulled: dict[str, object] | None = None

    def pull_questions(self, changed: Callable[[], Mapping[str, object]]) -> None:
        """Pull the questions' own triggers (setValueIf, resetValueIf); ``changed`` tells what has changed by then."""
        for root in self._sheet.roots:
            keys = changed()
            for cell in with_items(root):
                self.pull_question(cell, keys)

    def pull_question(self, cell: Cell, keys: Mapping[str, object]) -> None:
        """Pull one question's triggers, when one of the changed values is what they ask for."""
        setting = cell.element.setting
        if cell.settling:
            return
        scope = self._sheet.scope(cell)
        if setting.reset_if is not None and not cell.is_empty and _is_due(keys, setting.reset_if, None):
            self._guarded(cell, "reset", lambda: self._reset_if(cell, setting.reset_if, scope))
        if setting.set_if is not None and _is_due(keys, setting.set_if, setting.set_to):
            self._guarded(cell, "set", lambda: self._set_if(cell, setting.set_if, setting.set_to, scope))
        elif setting.set_if is None and setting.set_to is not None and _is_due(keys, setting.set_to, None):
            self._guarded(cell, "set to", lambda: self._put_expression(cell, setting.set_to, scope))

    def _guarded(self, cell: Cell, what: str, action: Callable[[], None]) -> None:
        if what not in cell.running:
            cell.running.add(what)
            try:
                action()
            finally:
                cell.running.discard(what)

    def _reset_if(self, cell: Cell, condition: Expression | None, scope: Scope) -> None:
        if condition is None or evaluate(condition, scope) is not True:
            return
        if cell.element.setting.default is None and cell.element.setting.default_expression is None:
            self._sheet.clear(cell)
        else:
            self._sheet.put(cell, self._sheet.default(cell))

    def _set_if(self, cell: Cell, condition: Expression | None, to: Expression | None, scope: Scope) -> None:
        if condition is None or not is_true(evaluate(condition, scope)):
            return
        if to is None:
            self._sheet.clear(cell)
        else:
            self._guarded(cell, "set to", lambda: self._put_expression(cell, to, scope))

    def _put_expression(self, cell: Cell, expression: Expression | None, scope: Scope) -> None:
        if expression is not None:
            self._sheet.put(cell, as_answer(evaluate(expression, scope)))

    def pull_form(self, keys: dict[str, object]) -> None:
        """Pull the form's triggers for the values that have changed: name → (old, new)."""
        if self._pulled is not None:
            self._pulled.update(keys)
            return
        self._pulled = keys
        known = dict(keys)
        for _ in range(_MOST_ROUNDS):
            for trigger in self._sheet.document.triggers:
                self._pull_one(trigger, self._pulled)
            if self._pulled == known:
                break
            self._pulled = {name: pair for name, pair in self._pulled.items() if known.get(name) != pair}
            known = dict(self._pulled)
        self._pulled = None

    def _pull_one(self, trigger: Trigger, keys: Mapping[str, object]) -> None:
        if isinstance(trigger, SetValue | CopyValue) and list(keys) == [trigger.target]:
            return
        asked = () if trigger.condition is None else tuple(variables(trigger.condition))
        if isinstance(trigger, CopyValue):
            asked = (*asked, trigger.source)
        steady = trigger.condition is None or not is_constant_call(trigger.condition)
        if steady and asked and not any(is_touched_by(name, keys) for name in asked):
            return
        if trigger.condition is not None and evaluate(trigger.condition, self._sheet.outermost) is not True:
            return
        match trigger:
            case SetValue(_, target, value, variable):
                if variable:
                    self._sheet.set_variable(target, value)
                else:
                    self._sheet.assign(target, value)
            case CopyValue(_, source, target):
                found, asked_for = self._sheet.outermost.look_up(split_path(source)), self._sheet.cell(source)
                if found is not None or asked_for is not None:
                    self._sheet.assign(target, None if found is None else as_answer(found.value))
            case RunExpression(_, expression, target):
                result = as_answer(evaluate(expression, self._sheet.outermost))
                if target:
                    self._sheet.assign(target, result)


def _is_due(keys: Mapping[str, object], condition: Expression, second: Expression | None) -> bool:
    """Say whether a question's trigger runs for these changes: it asks for one, or asks for nothing at all."""
    first = _reason(keys, condition)
    if first == "asks":
        return True
    return bool(first) if second is None else bool(_reason(keys, second))


def _reason(keys: Mapping[str, object], expression: Expression) -> str:
    if is_constant_call(expression):
        return "calls"
    asked = tuple(variables(expression))
    if not asked:
        return "constant"
    return "asks" if any(is_touched_by(name, keys) for name in asked) else ""
