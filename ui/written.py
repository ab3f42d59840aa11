"""What stands on the screen, as a screen reader finds it: the accessible tree of the window in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow


class Kind(Enum):
    """What a line is: the question, something to read, something to press, a field to write in."""

    HEADING = auto()
    TEXT = auto()
    CONTROL = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the screen. ``personal``: it belongs to the citizen, and others may hear what is said."""

    words: str
    kind: Kind
    personal: bool = False


_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
}
_KINDS = {
    QAccessible.Role.Heading: Kind.HEADING,
    QAccessible.Role.StaticText: Kind.TEXT,
    QAccessible.Role.AlertMessage: Kind.TEXT,
    QAccessible.Role.EditableText: Kind.FIELD,
    **dict.fromkeys(_CONTROLS, Kind.CONTROL),
}


def written_on(window: QQuickWindow) -> tuple[Line, ...]:
    """Return all lines of the sheet that is up, else of the screen, in reading order.

    An item of QML with ``readAloud: false`` is passed over with all that is in it: furniture, the keys of a keyboard.
    One with ``personal: true`` makes what is in it personal.
    """
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(window)
    dialog = next((node for node in _shown(root) if node.role() is QAccessible.Role.Dialog), None)
    return tuple(_lines(root if dialog is None else dialog))


def _children(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and not child.state().invisible:
            yield child


def _shown(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for child in _children(node):
        yield child
        yield from _shown(child)


def _lines(node: QAccessibleInterface) -> Iterator[Line]:
    for child in _children(node):
        read, personal = _marks(child)
        if not read:
            continue
        kind = _KINDS.get(child.role())
        words = _name(child)
        if kind is Kind.HEADING:
            # what a form wants said instead of the question is the heading's description
            yield Line(child.text(QAccessible.Text.Description) or words or _first_name(child), kind, personal)
            continue
        if kind is not None and words:
            yield Line(words, kind, personal)
        if kind is not Kind.CONTROL:
            yield from _lines(child)


def _name(node: QAccessibleInterface) -> str:
    return str(node.text(QAccessible.Text.Name)).strip()


def _first_name(node: QAccessibleInterface) -> str:
    return next((name for child in _shown(node) if (name := _name(child))), "")


def _marks(node: QAccessibleInterface) -> tuple[bool, bool]:
    """Return whether a node is to be read, and whether it is personal, by the items that it lies in."""
    item, personal = node.object(), False
    while isinstance(item, QQuickItem):
        if item.opacity() == 0 or item.property("readAloud") is False:  # what waits on the next page is transparent
            return False, personal
        personal = personal or item.property("personal") is True
        item = item.parentItem()
    return True, personal
