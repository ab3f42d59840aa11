"""The state of a form that is being filled in: a cell for each question, a section for each page and panel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kiosk.domain.submission import JsonValue
from kiosk.forms.expressions.values import Value, is_blank
from kiosk.forms.model import QuestionKind
from kiosk.forms.nodes import Conditions, Element, Page, Panel, Scalar


class Holder(Protocol):
    """Where answers are kept: the form's data, or one item of a list in it."""

    def get(self, name: str) -> JsonValue:
        """Return an answer, or None."""
        ...

    def put(self, cell: Cell, value: JsonValue) -> None:
        """Keep an answer, and let everything that depends on it know."""
        ...


def chooses_other(value: JsonValue) -> bool:
    """Say whether an answer is (or has) the choice of something else."""
    return "other" in value if isinstance(value, list) else value == "other"


class _Shown:
    """What cells and sections have in common: whether they are shown, can be changed and must be answered."""

    def __init__(self, conditions: Conditions, parent: Section | None) -> None:
        self.conditions = conditions
        self.parent = parent
        self.shown = conditions.visible
        self.locked = conditions.read_only
        self.needed = conditions.required

    @property
    def parents(self) -> Iterator[Section]:
        """The sections around, the innermost first."""
        section = self.parent
        while section is not None:
            yield section
            section = section.parent


class Section(_Shown):
    """The state of a page or a panel. It is visible when it is shown and something in it is."""

    def __init__(self, node: Page | Panel, parent: Section | None) -> None:
        super().__init__(node.conditions, parent)
        self.node = node
        self.children: list[Section | Cell] = []
        self.was_visible = True
        """Whether it was visible when its conditions ran last."""

    @property
    def is_visible(self) -> bool:
        """Whether anything of it can be seen, what stands around it left aside."""
        return self.shown and any(child.is_visible for child in self.children)

    @property
    def is_locked(self) -> bool:
        """Whether nothing in it can be changed."""
        return self.locked or (self.parent is not None and self.parent.is_locked)

    def cells(self) -> Iterator[Cell]:
        """Yield all cells in it, in order."""
        for child in self.children:
            if isinstance(child, Section):
                yield from child.cells()
            else:
                yield child


class Cell(_Shown):
    """The state of one question; its value is with the holder."""

    def __init__(self, element: Element, holder: Holder, parent: Section | None, owner: Item | None = None) -> None:
        super().__init__(element.conditions, parent)
        self.element = element
        self.holder = holder
        self.owner = owner
        self.name = element.question.name
        self.touched = False
        """Whether the person has answered it; defaults no longer apply then."""
        self.is_new = owner is not None
        """Whether it has just come with its item: an answer that it came with stays although it is hidden."""
        self.settling = False
        """Whether its value is being set right now."""
        self.running: set[str] = set()
        """The expressions that are being run, so that none runs inside itself."""
        self.hidden: frozenset[Scalar] = frozenset()
        self.disabled: frozenset[Scalar] = frozenset()
        self.put_aside: list[JsonValue] = []
        """Answers that went with their choices; they come back with them, unless the question is answered anew."""
        self.least: Value = None
        self.greatest: Value = None
        self.outside: JsonValue = None
        """An answer that an expression gave and that is outside the limits: it is shown as wrong, and not kept."""
        self.items: list[Item] = []

    @property
    def value(self) -> JsonValue:
        """The present answer, or None."""
        return self.holder.get(self.name) if self.outside is None else self.outside

    @property
    def is_empty(self) -> bool:
        """Whether there is no answer; items without anything in them are none."""
        value = self.value
        if self.element.question.kind is QuestionKind.LIST and isinstance(value, list):
            return all(is_blank(item) for item in value)
        return is_blank(value)

    @property
    def asks_for_other(self) -> bool:
        """Whether *other* is chosen, which the person is to say in words."""
        return self.element.other and not self.is_locked and chooses_other(self.value)

    @property
    def is_visible(self) -> bool:
        """Whether it is shown, what stands around it left aside."""
        return self.shown

    @property
    def is_parent_visible(self) -> bool:
        """Whether everything around it is visible, and its list too when it is part of an item."""
        if self.owner is not None and not self.owner.cell.is_visible:
            return False
        return all(section.is_visible for section in self.parents)

    @property
    def is_seen(self) -> bool:
        """Whether it can be seen where it stands, the items around it shown too."""
        if self.owner is not None and not (self.owner.root.shown and self.owner.cell.is_seen):
            return False
        return self.is_visible and self.is_parent_visible

    @property
    def is_locked(self) -> bool:
        """Whether its answer cannot be changed."""
        around = self.parent is not None and self.parent.is_locked
        return self.locked or around or (self.owner is not None and self.owner.cell.is_locked)

    @property
    def path(self) -> str:
        """The name, with the list and the item's number before it: ``kids[0].name``."""
        return self.name if self.owner is None else f"{self.owner.path}.{self.name}"


class Item:
    """One item of a list, or one row of a table."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        repetition = cell.element.repetition
        shown_if = None if repetition is None else repetition.visible_if
        self.root = Section(Panel(cell.name, (), Conditions(visible_if=shown_if)), None)

    @property
    def index(self) -> int:
        """Its place in the list, from 0."""
        return self.cell.items.index(self)

    @property
    def path(self) -> str:
        """The list's name with the item's number: ``kids[0]``."""
        return f"{self.cell.path}[{self.index}]"

    @property
    def data(self) -> dict[str, JsonValue]:
        """Its answers; change them by ``put`` only."""
        value = self.cell.value
        index = self.index
        if isinstance(value, list) and index < len(value):
            item = value[index]
            if isinstance(item, dict):
                return item
        return {}

    def cells(self) -> Iterator[Cell]:
        """Yield its cells in order."""
        return self.root.cells()

    def find(self, name: str) -> Cell | None:
        """Return the cell with a name, without minding case."""
        return next((cell for cell in self.cells() if cell.name.lower() == name.lower()), None)


def outermost(cell: Cell) -> Cell:
    """Return the cell of the form that a cell belongs to."""
    while cell.owner is not None:
        cell = cell.owner.cell
    return cell
