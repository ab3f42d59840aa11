"""Background work on a small pool of threads; results come back to the GUI thread as queued calls, in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimerEvent, Signal, Slot

T = TypeVar("T")
Event = TypeVar("Event")

Call = Callable[[], None]

_THREADS = 6
"""A scan, a store, a print and a look at the queue can run side by side, and what is left of the last citizen: a paper
that is cancelled, a printer that does not answer. None of them keeps the processor busy."""


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


class _Alarms(QObject):
    """Calls back once, after a time. Without connections: one of a timer to a closure that knows it is never let go."""

    def __init__(self) -> None:
        super().__init__()
        self._set: dict[int, list[Call]] = {}

    def set(self, seconds: float, call: Call) -> Call:
        """Return what takes it back; that may be called at any time, and Qt may have given the number away by then."""
        number, alarm = self.startTimer(round(seconds * 1000)), [call]
        self._set[number] = alarm

        def take_back() -> None:
            if self._set.get(number) is alarm:
                self._drop(number)

        return take_back

    def clear(self) -> None:
        """Take all back."""
        for number in list(self._set):
            self._drop(number)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Call what is due."""
        for call in self._drop(event.timerId()):
            call()

    def _drop(self, number: int) -> list[Call]:
        self.killTimer(number)
        return self._set.pop(number, [])


class QtJobs:
    """The Jobs port on Qt's event loop. Make it and call it on the GUI thread only; ``close`` before the loop goes."""

    def __init__(self, threads: int = _THREADS) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="job")
        self._letterbox = _Letterbox()
        self._alarms = _Alarms()

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
        return self._alarms.set(seconds, call)

    def close(self) -> None:
        """Wait for the work under way, drop what has not begun; no callback comes after this."""
        self._letterbox.closed = True
        self._alarms.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
