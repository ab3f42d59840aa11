"""Time and background work that a test moves by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 10, 12, 1, 31, tzinfo=UTC)


class ManualClock:
    """A Clock that stands still until it is moved; ``wrong_by`` seconds is the wall clock alone."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.wrong_by = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds - 1000.0 + self.wrong_by)

    def monotonic(self) -> float:
        return self.seconds


class ManualJobs:
    """Jobs that run when the test says so: at once, unless ``held``; ``later`` calls wait for ``pass_time``."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self._timers: list[tuple[float, Callable[[], None]]] = []
        self.held = False
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - the port promises to bring every exception back
                failed(error)
                return
            done(result)

        if self.held:
            self.waiting.append(job)
        else:
            job()

    def stream(
        self,
        work: Callable[[Callable[[Any], None]], Any],
        event: Callable[[Any], None],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.run(lambda: work(event), done, failed)

    def later(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        timer = (self._clock.seconds + seconds, call)
        self._timers.append(timer)
        return lambda: self._timers.remove(timer) if timer in self._timers else None

    def release(self) -> None:
        """Run what was held."""
        self.held = False
        jobs, self.waiting = self.waiting, []
        for job in jobs:
            job()

    def pass_time(self, seconds: float) -> None:
        """Move the clock and call every timer on the way, in order."""
        end = self._clock.seconds + seconds
        while due := min(
            (timer for timer in self._timers if timer[0] <= end), key=lambda timer: timer[0], default=None
        ):
            self._timers.remove(due)
            self._clock.seconds = max(self._clock.seconds, due[0])
            due[1]()
        self._clock.seconds = end
