"""What has to be evaluated again after a change: the order of a form's conditions, and what each depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from kiosk.forms.cells import Cell, Section, outermost
from kiosk.forms.expressions import UNSTEADY, Expression, functions, variables
from kiosk.forms.expressions.lookup import dig, split_path
from kiosk.forms.expressions.tree import Binary, Call, Constant, ListOf, Not, Presence, Variable, parts
from kiosk.forms.expressions.values import are_same
from kiosk.forms.model import Question
from kiosk.forms.nodes import (
    Calculated,
    CountRule,
    DateRule,
    Document,
    Element,
    EmailRule,
    ExpressionRule,
    LengthRule,
    Panel,
    RangeRule,
    RegexRule,
    Setting,
)

Unit = Cell | Section

_EXPRESSIONS = (Constant, Variable, ListOf, Call, Not, Presence, Binary)


class Agenda:
    """The cells and sections of a form in the order in which their conditions run, and which of them are due."""

    def __init__(self, document: Document, pages: Iterable[Section]) -> None:
        self._units: list[Unit] = [unit for page in pages for unit in inside_out(page)]
        self._position = {id(unit): position for position, unit in enumerate(self._units)}
        self._always: set[int] = set()
        self._asking: dict[str, set[int]] = {}
        self._due = set(range(len(self._units)))
        self._changed: set[str] | None = None
        self._calculated = _in_order(document.calculated)
        self._calculated_due = set(range(len(self._calculated)))
        self._calculated_asks = [names_asked((one.expression,)) for one in self._calculated]
        for position, unit in enumerate(self._units):
            self._note(position, unit)
        self.has_question_triggers = any(_has_triggers(unit.element) for unit in self._units if isinstance(unit, Cell))

    def mark(self, names: Iterable[str]) -> None:
        """Note that values have changed; what asks for them is due."""
        for name in names:
            lower = name.lower()
            if self._changed is not None:
                self._changed.add(lower)
            self._due |= self._asking.get(lower, set())
            self._calculated_due |= {at for at, asks in enumerate(self._calculated_asks) if lower in asks}

    def asks_for_change(self, expression: Expression, cell: Cell) -> bool:
        """Say whether a question's expression asks for what has changed since everything last came to rest."""
        if self._changed is None or is_constant_call(expression):
            return True
        asked = names_asked((expression,))
        if cell.owner is not None:
            asked.add(outermost(cell).name.lower())
        return not asked or bool(asked & self._changed)

    def settle(self) -> None:
        """Note that everything has come to rest."""
        self._changed = set()

    def mark_cell(self, cell: Cell) -> None:
        """Note that a question is due whatever it asks for."""
        self._due.add(self._position[id(cell)])

    def due(self) -> Iterator[Unit]:
        """Yield what is due, in order, once; what becomes due behind the present place waits for the next time."""
        for position, unit in enumerate(self._units):
            if position in self._due or position in self._always:
                self._due.discard(position)
                yield unit

    def calculated_due(self) -> Iterator[Calculated]:
        """Yield the calculated values that are due, each after those that it uses."""
        for position, one in enumerate(self._calculated):
            if position in self._calculated_due or is_unsteady(one.expression):
                self._calculated_due.discard(position)
                yield one

    def _note(self, position: int, unit: Unit) -> None:
        expressions = tuple(expressions_of(unit.element) if isinstance(unit, Cell) else _visibility(unit))
        names = names_asked(expressions)
        if isinstance(unit, Cell):
            if unit.element.repetition is not None:
                names.add(unit.name.lower())
            if any(name == "self" or name.startswith("self.") for name in names):
                names.add(unit.name.lower())
            if unit.element.within is not None:
                names.add(unit.element.within.lower())
            calculation = unit.element.calculation
            stands_alone = calculation is not None and not names_asked((calculation,))
            if unit.element.setting.default_expression is not None or stands_alone:
                self._always.add(position)
        if any(is_unsteady(expression) for expression in expressions):
            self._always.add(position)
        for name in names:
            self._asking.setdefault(name, set()).add(position)


def inside_out(section: Section) -> Iterator[Unit]:
    """Yield what is in a section in order, every section after its content."""
    for child in section.children:
        if isinstance(child, Section):
            yield from inside_out(child)
        else:
            yield child
    yield section


def _visibility(section: Section) -> Iterator[Expression]:
    """Yield what decides about a section: its own conditions, and whether anything in it is shown."""
    yield from expressions_of(section.conditions)
    for child in section.children:
        yield from _visibility(child) if isinstance(child, Section) else expressions_of(child.conditions.visible_if)


def names_asked(expressions: Iterable[Expression]) -> set[str]:
    """Return the names that expressions ask for, in lower case, with every beginning of a dotted name."""
    found: set[str] = set()
    for expression in expressions:
        for name in variables(expression):
            steps = [step.name.lower() for step in split_path(name)]
            own = steps[1:] if steps[0] in ("panel", "row") else []
            for path in (steps, own):
                found |= {".".join(path[:length]) for length in range(1, len(path) + 1)}
    return found


def is_unsteady(expression: Expression) -> bool:
    """Say whether an expression can change its value although no answer did (``today()``)."""
    return any(name in UNSTEADY for name in functions(expression))


def is_constant_call(expression: Expression) -> bool:
    """Say whether an expression calls a function without asking for any answer in it."""
    if isinstance(expression, Call) and not any(True for _ in variables(expression)):
        return True
    return any(is_constant_call(part) for part in parts(expression))


def is_touched_by(name: str, keys: Mapping[str, object]) -> bool:
    """Say whether a name in an expression is one of the changed values, or a part of one that differs now.

    A value of ``keys`` is what the name has become, or the pair of what it was and is.
    """
    steps = split_path(name)
    lower = {key.lower(): value for key, value in keys.items()}
    if name.lower() in lower:
        return True
    for length in range(1, len(steps) + 1):
        first = ".".join(step.name.lower() for step in steps[:length])
        if first in lower:
            pair = lower[first]
            if not isinstance(pair, tuple):
                return pair is not None
            before, after = (dig({first: value}, steps) for value in pair)
            return not are_same(before.value if before else None, after.value if after else None)
    return False


def expressions_of(node: object) -> Iterator[Expression]:
    """Yield all expressions in a node or in nodes, those of a list's items too; not those of rules and triggers."""
    if isinstance(node, _EXPRESSIONS):
        yield node
    elif isinstance(node, Setting):
        if node.default_expression is not None:
            yield node.default_expression
    elif isinstance(node, Mapping):
        yield from expressions_of(tuple(node.values()))
    elif isinstance(node, tuple):
        for member in node:
            yield from expressions_of(member)
    elif is_dataclass(node) and not isinstance(node, type) and not isinstance(node, Question | DateRule | _RULES):
        for one in fields(node):
            yield from expressions_of(getattr(node, one.name))


_RULES = RegexRule | RangeRule | LengthRule | EmailRule | CountRule | ExpressionRule


def _has_triggers(element: Element) -> bool:
    setting = element.setting
    own = any(one is not None for one in (setting.set_if, setting.set_to, setting.reset_if))
    return own or (element.repetition is not None and any(map(_has_triggers, _elements(element.repetition.elements))))


def _elements(elements: tuple[Element | Panel, ...]) -> Iterator[Element]:
    for child in elements:
        if isinstance(child, Panel):
            yield from _elements(child.elements)
        else:
            yield child


def _in_order(calculated: tuple[Calculated, ...]) -> list[Calculated]:
    """Put calculated values behind those that they use; what uses itself in a circle is refused before."""
    ordered: list[Calculated] = []

    def add(one: Calculated, around: tuple[str, ...]) -> None:
        if one in ordered or one.name in around:
            return
        asked = set(variables(one.expression))
        for other in calculated:
            if other is not one and other.name in asked:
                add(other, (*around, one.name))
        ordered.append(one)

    for one in calculated:
        add(one, ())
    return ordered
