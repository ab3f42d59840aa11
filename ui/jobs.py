"""Background work on a small pool of threads; results come back to the GUI thread as queued calls, in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

T = TypeVar("T")
Event = TypeVar("Event")

Call = Callable[[], None]

_THREADS = 4
"""A scan, a store, a print and a look at the queue can run side by side; none of them keeps the processor busy."""


class _Letterbox(QObject):
    """Carries calls from any thread to the thread that owns it, in the order in which each thread posted them."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.closed = False
        self.posted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _open(self, call: Call) -> None:
        if not self.closed:
            call()


class QtJobs:
    """The Jobs port on Qt's event loop. Make it and call it on the GUI thread only; ``close`` before the loop goes."""

    def __init__(self, threads: int = _THREADS) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="job")
        self._letterbox = _Letterbox()
        self._timers: set[QTimer] = set()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run ``work`` in the background, then call ``done`` or ``failed`` on the GUI thread."""
        self.stream(lambda _tell: work(), lambda _event: None, done, failed)

    def stream(
        self,
        work: Callable[[Callable[[Event], None]], T],
        event: Callable[[Event], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Like ``run``; whatever ``work`` tells on the way reaches ``event`` before the end reaches ``done``."""
        post = self._letterbox.posted.emit

        def job() -> None:
            try:
                result = work(lambda told: post(lambda: event(told)))
            except Exception as error:  # noqa: BLE001 - the caller decides what a failure means
                post(lambda error=error: failed(error))
            else:
                post(lambda: done(result))

        self._pool.submit(job)

    def later(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after some seconds; the returned function takes it back and may be called at any time."""
        timer = QTimer()
        timer.setSingleShot(True)
        self._timers.add(timer)

        def take_back() -> None:
            timer.stop()
            self._timers.discard(timer)

        def fire() -> None:
            take_back()
            call()

        timer.timeout.connect(fire)
        timer.start(round(seconds * 1000))
        return take_back

    def close(self) -> None:
        """Wait for the work under way, drop what has not begun; no callback comes after this."""
        self._letterbox.closed = True
        for timer in self._timers:
            timer.stop()
        self._timers.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
