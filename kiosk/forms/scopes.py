"""What names in expressions stand for, seen from a form, from a question, from an item of a list and from a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from kiosk.domain.submission import JsonValue
from kiosk.forms.cells import Cell, Item
from kiosk.forms.expressions import Found, Scope, Step
from kiosk.forms.expressions.lookup import dig
from kiosk.forms.expressions.values import Value
from kiosk.forms.model import QuestionKind, comment_on
from kiosk.forms.nodes import Panel, Scalar


class Form(Protocol):
    """What the outermost scope asks of the form that is being filled in."""

    @property
    def data(self) -> Mapping[str, Value]:
        """The answers."""
        ...

    @property
    def calculated(self) -> Mapping[str, Value]:
        """The calculated values, by their names in lower case."""
        ...

    def now(self) -> datetime:
        """Return the present moment, naive and local."""
        ...

    def display(self, cell: Cell) -> Value:
        """Return an answer in words."""
        ...

    def cell(self, name: str) -> Cell | None:
        """Return the question with a name."""
        ...

    def is_ready(self, name: str, index: int | None) -> bool:
        """Say whether nothing is missing or wrong in a page, a panel or an item."""
        ...


class FormScope:
    """Calculated values before answers."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.now = form.now
        self.is_ready = form.is_ready

    def look_up(self, path: tuple[Step, ...]) -> Found | None:
        """Return what a path stands for."""
        return dig(self._form.calculated, path) or self._nothing(path) or dig(self._form.data, path)

    def _nothing(self, path: tuple[Step, ...]) -> Found | None:
        """Return what stands for no answer: an empty list where several can be chosen, nothing for empty items."""
        cell = self._form.cell(path[0].name) if len(path) == 1 and path[0].index is None else None
        if cell is None or not cell.is_empty:
            return None
        match cell.element.question.kind:
            case QuestionKind.CHECKBOX:
                return Found([])
            case QuestionKind.LIST:
                return Found(None)
            case _:
                return None

    def display(self, name: str) -> Value:
        """Return an answer in words."""
        cell = self._form.cell(name)
        return None if cell is None else self._form.display(cell)

    def comment(self, name: str) -> Value:
        """Return the comment beside an answer."""
        found = dig(self._form.data, (Step(comment_on(name)),))
        return "" if found is None else found.value


class _Inner:
    """A scope inside another one; what it does not know itself, it asks the outer one."""

    def __init__(self, outer: Scope) -> None:
        self._outer = outer
        self.now, self.display, self.comment, self.is_ready = outer.now, outer.display, outer.comment, outer.is_ready

    def look_up(self, path: tuple[Step, ...]) -> Found | None:
        """Return what a path stands for."""
        return self._own(path) or self._outer.look_up(path)

    def _own(self, path: tuple[Step, ...]) -> Found | None:
        raise NotImplementedError


class CellScope(_Inner):
    """From a question: ``self``, and ``panel.name`` for another question of the same panel."""

    def __init__(self, cell: Cell, outer: Scope) -> None:
        super().__init__(outer)
        self._cell = cell

    def _own(self, path: tuple[Step, ...]) -> Found | None:
        first = path[0].name.lower()
        if first == "self" and len(path) == 1:
            return Found(self._cell.value)
        panel = self._cell.parent
        if first == "panel" and len(path) > 1 and panel is not None and isinstance(panel.node, Panel):
            values = {cell.name: cell.value for cell in panel.cells()}
            return dig(values, path[1:])
        return None


class ItemScope(_Inner):
    """From an item of a list: ``panel.name`` (``row.name``), its number, the items before and after, the one around."""

    def __init__(self, item: Item, outer: Scope) -> None:
        super().__init__(outer)
        self._item = item

    def _own(self, path: tuple[Step, ...]) -> Found | None:
        repetition = self._item.cell.element.repetition
        prefix = repetition.prefix if repetition else "panel"
        first = path[0].name.lower()
        if len(path) == 1:
            return self._number(first, prefix)
        if first == prefix:
            return dig(self._item.data, path[1:]) or self._missing(path)
        if first in (f"prev{prefix}", f"next{prefix}"):
            return self._neighbour(path, -1 if first.startswith("prev") else 1)
        if first == "parentpanel" and self._item.cell.owner is not None:
            return dig(self._item.cell.owner.data, path[1:])
        return None

    def _number(self, name: str, prefix: str) -> Found | None:
        shown = [item for item in self._item.cell.items if item.root.shown]
        if name == f"{prefix}index":
            return Found(self._item.index + (1 if prefix == "row" else 0))
        if name == f"visible{prefix}index":
            return Found(shown.index(self._item) + (1 if prefix == "row" else 0) if self._item in shown else -1)
        return None

    def _neighbour(self, path: tuple[Step, ...], distance: int) -> Found | None:
        shown = [item for item in self._item.cell.items if item.root.shown]
        at = shown.index(self._item) + distance if self._item in shown else -1
        if not 0 <= at < len(shown):
            return Found(None)
        return dig(shown[at].data, path[1:])

    def _missing(self, path: tuple[Step, ...]) -> Found | None:
        """Return nothing for a question of the item without an answer: it hides one of the form with its name."""
        return Found(None) if self._item.find(path[1].name) is not None and len(path) == 2 else None  # noqa: PLR2004


class ChoiceScope(_Inner):
    """From a choice: ``item`` is its value."""

    def __init__(self, value: Scalar, outer: Scope) -> None:
        super().__init__(outer)
        self._value = value

    def _own(self, path: tuple[Step, ...]) -> Found | None:
        return Found(self._value) if len(path) == 1 and path[0].name.lower() in ("item", "choice", "self") else None


class AnswersScope:
    """Answers alone as a scope, for conditions that stand outside the form."""

    def __init__(self, answers: Mapping[str, JsonValue], now: Callable[[], datetime]) -> None:
        self._answers: dict[str, Value] = dict(answers)
        self.now = now

    def look_up(self, path: tuple[Step, ...]) -> Found | None:
        """Return what a path stands for."""
        return dig(self._answers, path)

    def display(self, name: str) -> Value:
        """Return an answer as it stands."""
        return self._answers.get(name)

    def comment(self, name: str) -> Value:
        """Return the comment beside an answer."""
        return self._answers.get(comment_on(name))

    def is_ready(self, name: str, index: int | None) -> bool:
        """Say whether there is an answer of that name."""
        del index
        return name in self._answers
