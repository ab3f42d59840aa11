"""Run by test_gui_gaps.py in a process of its own: walks a journey and measures how long the GUI thread was away."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.journeys import JOURNEYS
from kiosk.session.screens import Scanning, Sending, SlipReady, View
from ui.finger import Finger


class Meter:
    """A timer of one millisecond on the GUI thread; ``longest`` gap in seconds by what the screen showed."""

    def __init__(self, view: Callable[[], View]) -> None:
        self.longest: dict[str, float] = {}
        self._view = view
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        name = type(self._view().screen).__name__
        self.longest[name] = max(self.longest.get(name, 0.0), now - self._last)
        self._last = time.perf_counter()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Measure what happens inside."""
        self._last = time.perf_counter()
        self._timer.start()
        yield
        self._timer.stop()


def main(config: str, dock: str, out: str) -> None:
    """Walk the journey and print the gaps in milliseconds as JSON."""

    def script(hand: Finger, view: Callable[[], View]) -> None:
        hand.picture = lambda file: None  # taking a picture is the robot's own work on the GUI thread
        floor = Meter(view)
        with floor.running():
            hand.rest(3.0)
        meter = Meter(view)
        with meter.running():
            JOURNEYS["extract"](hand, view, dock, Path(out))
        named = {kind.__name__: 1000 * meter.longest.get(kind.__name__, 0.0) for kind in (Scanning, Sending, SlipReady)}
        print(json.dumps({"floor": 1000 * max(floor.longest.values()), **named}))

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script)


if __name__ == "__main__":
    main(*sys.argv[1:])
