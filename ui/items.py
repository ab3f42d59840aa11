"""What lies in a window: its items in paint order, and where they are."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

SMALLEST_TARGET = 66
"""Pixels on a short side of 1080: 20 mm on a 27-inch screen (VISUAL, touch)."""

_SHORT_SIDE = 1080

IN_MOTION = "in-motion"
"""The object name of what is visible only while something slides, fades or is laid out."""


def focused(window: QQuickWindow) -> QQuickItem | None:
    """Return the item that has the focus.

    ``activeFocusItem()`` itself makes what it returns a child of the window, whose wrapper then outlives the item: some
    fifteen a citizen (PySide 6.11). Reading the property does not.
    """
    item = window.property("activeFocusItem")
    return item if isinstance(item, QQuickItem) else None


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield an item and all that is drawn in it, in the order in which it is painted (delegates included)."""
    pile = [item]
    while pile:
        here = pile.pop()
        yield here
        pile += _last_painted_first(here.childItems())


def walk_seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield what can be seen of an item and of all that is drawn in it, in the order in which it is painted."""
    pile = [item]
    while pile:
        here = pile.pop()
        if here.isVisible():
            yield here
            pile += _last_painted_first(here.childItems())


def _last_painted_first(children: list[QQuickItem]) -> list[QQuickItem]:
    if len(children) > 1:
        children.sort(key=QQuickItem.z)
        children.reverse()
    return children


def rect_of(item: QQuickItem) -> QRectF:
    """Return where an item lies in its window, in pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def smallest_target(window: QQuickWindow) -> float:
    """Return the smallest target in this window's own pixels; the screens are scaled to the window."""
    return SMALLEST_TARGET * min(window.width(), window.height()) / _SHORT_SIDE


def can_act(item: QQuickItem) -> bool:
    """Say whether an item answers to touches; a MouseArea's own ``enabled`` hides the one that Item has."""
    return item.isEnabled() and bool(item.property("enabled"))
