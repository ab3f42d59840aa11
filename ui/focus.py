"""Where the keys act: a screen can be used with Tab, arrows, Enter, Space and Escape alone.

Tab and Shift+Tab go in reading order, an arrow to the nearest thing on that side. Escape is *Quay lại*. The frame is
shown only once such a key was used, and goes with the next touch; until then Enter and Space press nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMetaObject, QObject, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.session.screens import AskList, AskQuestion, Screen, View
from ui.inspector import class_of, in_front, is_sheet, visible
from ui.items import focused, rect_of

_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_SIDES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BACK = ("sheet:stay", "back")
_SIDEWAYS = 2.0
"""Something straight on is nearer than something half as far but beside the way."""


class Focus(QObject):
    """Moves the focus of one window. ``key`` and ``touched`` are told of what comes in, ``follow`` of what is shown."""

    def __init__(self, view: QQuickView) -> None:
        super().__init__()
        self._view = view
        self._name = ""
        self._page: object = None
        self._waiting: list[Callable[[], None]] = []
        view.activeFocusItemChanged.connect(self._remember)
        view.frameSwapped.connect(self._framed)

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key, and say whether it was one that moves; what is typed goes on to the screen."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            return self._go_back()
        if key not in _STEPS and key not in _SIDES:
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._move(key)
        return True

    def touched(self) -> None:
        """Take the frame away: the hand is on the glass."""
        self._show_frame(False)

    def follow(self, view: View) -> None:
        """Begin every new screen, question or sheet at its first answer, once it is there."""
        page = (type(view.screen), _page_of(view.screen), type(view.sheet))
        if page != self._page:
            self._page = page
            self._after_frame(self._begin)

    def order(self) -> list[QQuickItem]:
        """Return what Tab reaches, in reading order: of a sheet and the furniture below it, else of the screen."""
        items = in_front(self._view)
        if items and is_sheet(items[0]):
            items += self._furniture()
        return [item for item in items if item.property("activeFocusOnTab") and item.isEnabled()]

    def _furniture(self) -> Iterator[QQuickItem]:
        bar = next((item for item in visible(self._view.contentItem()) if class_of(item) == "HelperBar"), None)
        return iter(()) if bar is None else visible(bar)

    def _move(self, key: Qt.Key) -> None:
        order, here = self.order(), focused(self._view)
        if not order:
            return
        if here not in order:
            here = self._start(order)
        elif self._keyed():  # the first key only shows where the keys act
            here = self._beyond(order, here, key)
        here.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self._show_frame(True)

    def _beyond(self, order: list[QQuickItem], here: QQuickItem, key: Qt.Key) -> QQuickItem:
        if key in _SIDES:
            return _nearest(order, here, _SIDES[key]) or here
        return order[(order.index(here) + _STEPS[key]) % len(order)]

    @staticmethod
    def _start(order: list[QQuickItem]) -> QQuickItem:
        """Return the first answer; where there is none, the gold button."""
        first = order[0]
        parent = first.parentItem()
        if parent is not None and class_of(parent) == "ActionRow":
            return next((item for item in order if item.property("gold") is True), first)
        return first

    def _go_back(self) -> bool:
        for name in _BACK:
            for item in self.order():
                if item.objectName() == name:
                    QMetaObject.invokeMethod(item, "activated")
                    return True
        return False

    @Slot()
    def _remember(self) -> None:
        here = focused(self._view)
        if here is not None and here.property("activeFocusOnTab"):
            self._name = here.objectName()
        else:
            self._after_frame(self._settle)

    def _after_frame(self, call: Callable[[], None]) -> None:
        """Call once the next frame is there: nobody waits for the focus, which takes a look at every item."""
        if call not in self._waiting:
            self._waiting.append(call)
        self._view.update()

    @Slot()
    def _framed(self) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self._call_waiting)

    @Slot()
    def _call_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    @Slot()
    def _begin(self) -> None:
        order = self.order()
        if order:
            self._start(order).forceActiveFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _settle(self) -> None:
        """Put the focus back on what was made anew under the same name, else where a screen begins."""
        order = self.order()
        if not order or focused(self._view) in order:
            return
        named = next((item for item in order if self._name and item.objectName() == self._name), None)
        (named or self._start(order)).forceActiveFocus(Qt.FocusReason.OtherFocusReason)

    def _keyed(self) -> bool:
        return bool(self._view.rootObject().property("keyed"))

    def _show_frame(self, shown: bool) -> None:  # noqa: FBT001 - the one thing that is said
        root = self._view.rootObject()
        if root is not None:
            root.setProperty("keyed", shown)


def _page_of(screen: Screen) -> object:
    """Return what tells two screens of one kind apart: the question, or the row of papers."""
    return screen.question.name if isinstance(screen, AskQuestion | AskList) else getattr(screen, "component", None)


def _nearest(order: list[QQuickItem], here: QQuickItem, side: tuple[int, int]) -> QQuickItem | None:
    start = rect_of(here)
    far = {item: _distance(start, rect_of(item), side) for item in order if item is not here}
    reached = [item for item, distance in far.items() if distance is not None]
    return min(reached, key=lambda item: far[item] or 0.0, default=None)


def _distance(one: QRectF, two: QRectF, side: tuple[int, int]) -> float | None:
    """Return how far it is to what lies on this side, None for what does not."""
    across, down = side
    ahead = (two.center().x() - one.center().x()) * across + (two.center().y() - one.center().y()) * down
    begins = (
        two.left() >= one.right() - 1 if across > 0
        else two.right() <= one.left() + 1 if across < 0
        else two.top() >= one.bottom() - 1 if down > 0
        else two.bottom() <= one.top() + 1
    )  # fmt: skip
    if not begins:
        return None
    apart = (
        max(0.0, two.top() - one.bottom(), one.top() - two.bottom()) if across
        else max(0.0, two.left() - one.right(), one.left() - two.right())
    )  # fmt: skip
    return ahead + _SIDEWAYS * apart
