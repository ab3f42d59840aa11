"""Run by test_screen_changes.py in a process of its own: times screen changes in the real window and on bare pages."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtQuick import QQuickView, QQuickWindow

from kiosk.bootstrap.devices import open_scanner
from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import SOMEBODY, file_example
from kiosk.demo.walker import DockButtons, Walker
from kiosk.documents import inspect
from kiosk.domain.scan import ScanEvent, ScanRequest, SideScanned
from kiosk.session.screens import AskList, AskQuestion, View
from ui.finger import Finger

ONESELF = {
    **SOMEBODY,
    "citizenQuanhe": "Bản thân",
    "citizenLoaiViecYeuCau": "Trích lục kết hôn",
    "citizenHoSo_CoQuanDangKy": "XÃ BÌNH AN",
    "citizenSoLuongBanSao": 1,
}
ROUNDS = 3
LOOK_S = 0.5
BARE_SWAPS = 30


class Stopwatch(QObject):
    """From the end of a touch to the first frame that shows something else; ``shown`` says what the window shows.

    ``taken`` holds what is shown then, the milliseconds, and those that the GUI thread itself was at work.
    """

    def __init__(self, window: QQuickWindow, shown: Callable[[], object]) -> None:
        super().__init__()
        self.taken: list[tuple[str, float, float]] = []
        self._shown = shown
        self._before: object = None
        self._touched = 0.0
        self._worked = 0.0
        window.installEventFilter(self)
        window.frameSwapped.connect(self._frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.TouchEnd:
            self._before, self._touched, self._worked = self._shown(), time.perf_counter(), time.thread_time()
        return False

    def _frame(self) -> None:
        if self._touched and (now := self._shown()) != self._before:
            waited, worked = time.perf_counter() - self._touched, time.thread_time() - self._worked
            self.taken.append((str(now), 1000 * waited, 1000 * worked))
            self._touched = 0.0


class Citizen(Finger):
    """A hand that looks first: nobody presses anything on a new screen within half a second."""

    def __init__(self, window: QQuickWindow, shown: Callable[[], object]) -> None:
        super().__init__(window)
        self._shown = shown
        self._looked_at: object = None

    def press(self, name: str) -> None:
        if self._shown() != self._looked_at:
            self.rest(LOOK_S)
            self._looked_at = self._shown()
        super().press(name)


def screen_of(view: View) -> str:
    """Name what the session shows."""
    screen = view.screen
    asked = screen.question.name if isinstance(screen, AskQuestion | AskList) else ""
    return f"{type(screen).__name__} {asked}".strip()


def swap_bare_pages() -> list[tuple[str, float, float]]:
    """Press from one bare page to the other, in a window of the kiosk's size, and return what it took."""
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(1080, 1920)
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("bare") / "Bare.qml")))
    view.show()
    hand = Finger(view)
    watch = Stopwatch(view, lambda: view.rootObject().property("page"))
    for _ in range(BARE_SWAPS):
        hand.press("swap")
        hand.rest(0.05)
    view.close()
    return watch.taken


@contextmanager
def scans_all_the_time(config: str, dock: DockButtons) -> Iterator[list[int]]:
    """Scan and inspect sheets in a thread of this process, as a session does; yields the sides scanned so far."""
    sides, stop = [0], threading.Event()

    def tell(event: ScanEvent) -> None:
        if isinstance(event, SideScanned):
            inspect(event.page)
            sides[0] += 1

    def work() -> None:
        with open_scanner(read_settings(Path(config))) as scanner:
            while not stop.is_set():
                dock.press("scanner/papers")
                scanner.scan(ScanRequest(duplex=True, dpi=300), tell, stop)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield sides
    finally:
        stop.set()
        thread.join()


def main(config: str, dock: str) -> None:
    """Print the milliseconds of the real screens, by name, and of the bare ones, before and after, as JSON."""
    told: dict[str, object] = {}

    def script(hand: Finger, view: Callable[[], View]) -> None:
        buttons = DockButtons(dock)
        watch = Stopwatch(hand._window, lambda: screen_of(view()))
        with scans_all_the_time(config, buttons) as sides:
            bare = swap_bare_pages()
            citizen = Citizen(hand._window, lambda: screen_of(view()))
            for _ in range(ROUNDS):
                walker = Walker(citizen, view, buttons, None, ONESELF)
                file_example(walker, "2.000635")
            bare += swap_bare_pages()
            told.update(real=watch.taken, bare=bare, sides=sides[0])

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
