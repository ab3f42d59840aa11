"""Run by test_slip_prints.py in a process of its own: touches *In lại phiếu* again and again, and measures."""

from __future__ import annotations

import json
import socket
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

from drivers.receipt_printer import protocol
from drivers.receipt_printer.links.network import NetworkLink
from drivers.receipt_printer.samples import SAMPLES
from drivers.receipt_printer.slip_raster import draw_slip
from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import EXTRACT
from kiosk.demo.steps import declare_and_send, enter, identify_by_card, scan_row
from kiosk.demo.walker import DockButtons, Walker
from kiosk.domain.slip import Printed
from kiosk.session import screens
from kiosk.session.screens import View
from ui.finger import Finger

PRINTS = 20


class Stopwatch(QObject):
    """``touched`` is the end of the last touch, ``sent`` when the last bytes were given to the system."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self.touched = self.sent = 0.0
        window.installEventFilter(self)
        send = NetworkLink.send

        def stamped(link: NetworkLink, data: bytes) -> None:
            send(link, data)
            if data == protocol.CONFIRM:
                self.sent = time.perf_counter()

        NetworkLink.send = stamped  # type: ignore[method-assign]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note when a finger was lifted."""
        if event.type() == QEvent.Type.TouchEnd:
            self.touched = time.perf_counter()
        return False


def floor(port: int) -> float:
    """Draw a slip, send it to somebody who only takes it, and return the seconds until he says that he has all."""
    begun = time.perf_counter()
    data = b"".join(protocol.raster(draw_slip(SAMPLES["waiting"], 576))) + protocol.CONFIRM
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(len(data).to_bytes(4, "big") + data)
        line.recv(1)
    return time.perf_counter() - begun


def main(config: str, dock: str, port: str) -> None:
    """Print the milliseconds as JSON."""
    found: dict[str, list[float]] = {"floor": [], "sent": [], "confirmed": []}

    def script(hand: Finger, view: Callable[[], View]) -> None:
        walker = Walker(hand, view, DockButtons(dock), None, EXTRACT)
        enter(walker, "2.000635")
        identify_by_card(walker)
        walker.answer_all()
        scan_row(walker, "uy_quyen")
        walker.leave(screens.Papers)
        walker.answer_all()
        walker.arrive(screens.Check)
        walker.leave(screens.Check)
        declare_and_send(walker)
        hand.wait(lambda: walker.slip().outcome is not None, "the first slip", 60)
        watch = Stopwatch(hand._window)
        for _ in range(PRINTS):
            found["floor"].append(floor(int(port)))
            hand.press("print-again")
            outcome: Any = None
            while outcome is None:
                hand.rest(0.001)
                outcome = walker.slip().outcome
            now = time.perf_counter()
            assert isinstance(outcome, Printed), outcome
            found["sent"].append(watch.sent - watch.touched)
            found["confirmed"].append(now - watch.touched)
            hand.rest(0.3)

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script)
    quantiles = {name: statistics.quantiles(seconds, n=20) for name, seconds in found.items()}
    print(json.dumps({name: [1000 * each[9], 1000 * each[18]] for name, each in quantiles.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
