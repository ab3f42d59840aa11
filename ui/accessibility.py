"""Looks at the window as a screen reader and a keyboard do: it walks the real accessible tree.

Everything that is drawn as text is in the tree, everything that takes a touch is a control in it, with a name, a role,
a place in the Tab order and an action; controls are apart; the tree is in reading order and begins with the heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.inspector import class_of, in_front, is_text
from ui.items import can_act, rect_of

SMALLEST_GAP = 14
"""Pixels on a short side of 1080: 4 mm on a 27-inch screen (VISUAL, touch)."""

_SHORT_SIDE = 1080
_SLACK = 2.0
_CONTROLS = {QAccessible.Role.Button, QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
_TO_TICK = {QAccessible.Role.RadioButton, QAccessible.Role.CheckBox}
_PRESS = "Press"
_OPENING = 4
"""So many things may come before the heading: the step line, or whose machine it is."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the accessible tree that can be seen now; ``where`` is its place in the window."""

    role: QAccessible.Role
    name: str
    where: QRectF
    item: QQuickItem
    actions: tuple[str, ...]
    checkable: bool
    interface: QAccessibleInterface

    @property
    def is_control(self) -> bool:
        """Whether it is there to be pressed."""
        return self.role in _CONTROLS

    def __str__(self) -> str:
        """Say what it is: *Button 'Tiếp theo'*."""
        return f"{self.role.name} {self.name!r}"

    def press(self) -> None:
        """Do what a switch or a screen reader does."""
        self.interface.actionInterface().doAction(_PRESS)


def _node(interface: QAccessibleInterface) -> Node | None:
    item, state = interface.object(), interface.state()
    if not isinstance(item, QQuickItem) or state.invisible or state.offscreen or state.disabled:
        return None
    action = interface.actionInterface()
    return Node(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        rect_of(item),
        item,
        tuple(action.actionNames()) if action else (),
        bool(state.checkable),
        interface,
    )


def _walk(interface: QAccessibleInterface) -> Iterator[Node]:
    node = _node(interface)
    if node is not None:
        yield node
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from _walk(child)


def tree(window: QQuickWindow) -> list[Node]:
    """Return what can be seen of the accessible tree, in its own order; under a sheet only the sheet."""
    QAccessible.setActive(True)
    front = set(in_front(window))
    root = QAccessible.queryAccessibleInterface(window)
    return [node for node in _walk(root) if node.item in front]


def find_faults(window: QQuickWindow) -> list[str]:
    """Return a sentence for each thing that a screen reader or a keyboard would stumble over."""
    nodes = tree(window)
    items = in_front(window)
    gap = SMALLEST_GAP * min(window.width(), window.height()) / _SHORT_SIDE
    controls = [node for node in nodes if node.is_control]
    return [
        *_nameless(nodes),
        *_not_in_the_tree(items, nodes, window),
        *(fault for node in controls for fault in _inoperable(node)),
        *_crowded(controls, gap),
        *_out_of_order(nodes),
    ]


def _nameless(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if not node.name.strip():
            yield f"{node.role.name} {node.item.objectName() or class_of(node.item)} has no name"


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    here: QQuickItem | None = item
    while here is not None:
        yield here
        here = here.parentItem()


def _numbers_a_step(item: QQuickItem) -> bool:
    """Say whether this is the number in a round mark: the tree has its own order."""
    return class_of(item.parentItem()) == "Disc"


def _not_in_the_tree(items: list[QQuickItem], nodes: list[Node], window: QQuickWindow) -> Iterator[str]:
    known = {node.item for node in nodes}
    pressed = {node.item for node in nodes if node.is_control}
    for item in items:
        if is_text(item) and item.isEnabled() and not _numbers_a_step(item) and known.isdisjoint(_ancestors(item)):
            yield f"{str(item.property('text'))!r} is drawn, and a screen reader does not find it"
        if class_of(item) == "QQuickMouseArea" and can_act(item) and pressed.isdisjoint(_ancestors(item)):
            where = rect_of(item)
            if where.width() * where.height() < window.width() * window.height() / 4:  # larger ones lie behind a sheet
                yield f"what takes touches in {class_of(item.parentItem())} is no control"


def _inoperable(node: Node) -> Iterator[str]:
    if _PRESS not in node.actions:
        yield f"{node} cannot be pressed by a switch"
    if not node.item.property("activeFocusOnTab"):
        yield f"{node} is not reached by Tab"
    if (node.role in _TO_TICK) is not node.checkable:
        yield f"{node} does not say whether it can be ticked"


def _crowded(controls: list[Node], gap: float) -> Iterator[str]:
    for one, two in combinations(controls, 2):
        around = one.where.adjusted(-gap + _SLACK / 2, -gap + _SLACK / 2, gap - _SLACK / 2, gap - _SLACK / 2)
        if around.intersects(two.where):
            yield f"{one} and {two} are less than {gap:.0f} px apart"


def _out_of_order(nodes: list[Node]) -> Iterator[str]:
    read = [node for node in nodes if not any(class_of(item) == "Header" for item in _ancestors(node.item))]
    if read and not any(node.role is QAccessible.Role.Heading for node in read[:_OPENING]):
        yield f"the tree does not begin with a heading, but with {read[0]}"
    for one, two in pairwise(read):
        above = two.where.bottom() <= one.where.top() + _SLACK
        beside = two.where.left() >= one.where.right() - _SLACK
        if above and not beside:
            yield f"{two} stands above {one}, and is read after it"
