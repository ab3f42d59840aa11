"""Used by the windows of the start's bench: tells the first frame, touches, and tells the frame that answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickView


def _all(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(each for child in item.childItems() for each in _all(child))]


def touch_at_the_first_frame(view: QQuickView, name: str, shown: Callable[[], object]) -> None:
    """Say ``frame``, press the middle of what has this name, and say ``answered`` when ``shown`` has changed."""
    before: list[object] = []

    def press() -> None:
        target = next(item for item in _all(view.contentItem()) if item.objectName() == name)
        middle = target.mapToScene(QPointF(target.width() / 2, target.height() / 2))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(kind, middle, middle, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(view, event)

    def frame() -> None:
        if not before:
            before.append(shown())
            print("frame", flush=True)
            QTimer.singleShot(0, press)
        elif before[0] != shown():
            print("answered", flush=True)
            view.frameSwapped.disconnect(frame)

    view.frameSwapped.connect(frame)
