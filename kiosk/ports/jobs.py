"""Background work: one place that runs it and brings the results back to the thread that asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Event = TypeVar("Event")


class Jobs(Protocol):
    """Runs blocking work off the GUI thread. Callbacks always come on the caller's thread, in order."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run ``work`` in the background, then call ``done`` with its result or ``failed`` with its exception."""
        ...

    def stream(
        self,
        work: Callable[[Callable[[Event], None]], T],
        event: Callable[[Event], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Like ``run``, for work that tells events on the way through the function that it is given."""
        ...

    def later(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call once on the caller's thread after some seconds; returns a function that takes it back."""
        ...
