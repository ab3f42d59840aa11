"""Looks at the window as a proofreader would.

Text must not be cut, run out of its box or lie on other text or a picture; what can be pressed must be whole, large
enough and apart from its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQml import QQmlContext, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.items import IN_MOTION, can_act, rect_of, smallest_target

_SLACK = 2.0
"""Pixels that rounding and side bearings may take."""

_BOXES = ("QQuickRectangle", "Pressable", "KioskButton", "ChoiceCard", "Card")


@dataclass(frozen=True, slots=True)
class _Written:
    words: str
    where: QRectF
    item: QQuickItem


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield an item and what is drawn in it, without what cannot be seen."""
    pile = [item]
    while pile:
        here = pile.pop()
        if here.isVisible() and here.opacity() > 0:
            yield here
            pile += reversed(here.childItems())


def class_of(item: QQuickItem) -> str:
    """Return the name of a QML component, or of a class of Qt."""
    return item.metaObject().className().split("_QML")[0]


def is_text(item: QQuickItem) -> bool:
    """Say whether an item draws words."""
    return item.inherits("QQuickText") and bool(item.property("text"))


def _alignment(item: QQuickItem) -> int:
    """Return Qt's number for left, right or centre; the property itself cannot be read from Python."""
    value = QQmlExpression(cast("QQmlContext", qmlContext(item)), item, "effectiveHorizontalAlignment").evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


def painted(item: QQuickItem) -> QRectF:
    """Return where the letters of a text lie in the window."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    spare = item.width() - width
    left = 0.0
    if abs(spare) > _SLACK:
        align = Qt.AlignmentFlag(_alignment(item))
        left = (
            spare / 2 if align & Qt.AlignmentFlag.AlignHCenter else spare if align & Qt.AlignmentFlag.AlignRight else 0
        )
    return QRectF(item.mapToScene(QPointF(left, 0)), item.mapToScene(QPointF(left + width, height)))


def _holds(box: QRectF, text: QRectF) -> bool:
    return box.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(text)


def _boxes(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        if class_of(parent) in _BOXES:
            yield parent
        parent = parent.parentItem()


def _own_faults(text: _Written, window: QRectF) -> Iterator[str]:
    if bool(text.item.property("truncated")):
        yield f"cut short: {text.words!r}"
    if not _holds(window, text.where):
        yield f"out of the window: {text.words!r}"
    for box in _boxes(text.item):
        if not _holds(rect_of(box), text.where):
            yield f"out of its {class_of(box)}: {text.words!r}"


def _crossed(picture: QRectF, text: _Written) -> bool:
    shared = picture.intersected(text.where)
    return min(shared.width(), shared.height()) > _SLACK


def is_sheet(item: QQuickItem) -> bool:
    """Say whether an item is a sheet that lies over the screen."""
    return class_of(item).endswith("Sheet")


def in_front(window: QQuickWindow) -> list[QQuickItem]:
    """Return what is to be read now, from the whole inwards: of the sheet where one is up, else of all there is."""
    items = list(visible(window.contentItem()))
    sheet = next(filter(is_sheet, items), None)
    return items if sheet is None else list(visible(sheet))


def texts_of(window: QQuickWindow) -> list[str]:
    """Return everything that is written on the screen or the sheet over it."""
    return [str(item.property("text")) for item in in_front(window) if is_text(item)]


def find_faults(window: QQuickWindow) -> list[str]:
    """Return one line for each text that a person could not read; an empty list is a clean screen.

    What lies under a sheet is dimmed and not to be read now; it is passed over.
    """
    frame = QRectF(0, 0, window.width(), window.height())
    items = in_front(window)
    texts = [_Written(str(item.property("text"))[:50], painted(item), item) for item in items if is_text(item)]
    found = [fault for text in texts for fault in _own_faults(text, frame)]
    for one, two in combinations(texts, 2):
        shared = one.where.intersected(two.where)
        if shared.width() > _SLACK and shared.height() > _line_gap(one, two):
            found.append(f"on top of each other: {one.words!r} and {two.words!r}")
    pictures = [rect_of(item) for item in items if class_of(item) == "Icon"]
    found += [f"a picture on {text.words!r}" for text in texts for picture in pictures if _crossed(picture, text)]
    return found + list(_target_faults(items, frame, smallest_target(window)))


def _target_faults(items: list[QQuickItem], frame: QRectF, smallest: float) -> Iterator[str]:
    targets = [
        (item.objectName(), rect_of(item))
        for item in items
        if item.objectName() not in {"", IN_MOTION} and can_act(item) and item.width() > 0
    ]
    for name, where in targets:
        if not _holds(frame, where):
            yield f"target out of the window: {name}"
        if min(where.width(), where.height()) < smallest - 0.5:
            yield f"target smaller than {smallest:.0f} px: {name}"
    for (one, here), (two, there) in combinations(targets, 2):
        shared = here.intersected(there)
        if min(shared.width(), shared.height()) > _SLACK:
            yield f"targets on top of each other: {one} and {two}"


def _line_gap(one: _Written, two: _Written) -> float:
    """Return how far the empty edges of two lines may meet: a tenth of the larger letters."""
    return 0.25 * max(float(each.item.property("font").pixelSize()) for each in (one, two))
