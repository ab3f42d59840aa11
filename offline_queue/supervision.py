"""What a service manager is told: ready, still moving on, how the queue stands, about to stop (sd_notify(3))."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable, Mapping
from typing import Self

from kiosk.ports.clock import Clock
from offline_queue.metrics import Depth

_STATUS_SECONDS = 15.0
_SIGNS = 4
"""How many signs of life there are room for between two that the manager insists on."""


class Supervisor:
    """Speaks to the manager's socket, and to nobody where there is none. A manager that is deaf hinders nothing.

    ``watchdog`` is after how many seconds without a sign of life the manager kills; infinite where it does not.
    """

    def __init__(self, clock: Clock, address: str = "", watchdog: float = float("inf")) -> None:
        self.beat = watchdog / _SIGNS
        self._clock = clock
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._alive_at = float("-inf")
        self._told_at = float("-inf")

    @classmethod
    def of(cls, environment: Mapping[str, str], clock: Clock) -> Self:
        """Return what the environment of this process asks for."""
        asked = environment.get("WATCHDOG_USEC", "").isdecimal() and (
            environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        )
        watchdog = int(environment["WATCHDOG_USEC"]) / 1e6 if asked else float("inf")
        return cls(clock, environment.get("NOTIFY_SOCKET", ""), watchdog)

    def ready(self) -> None:
        """Say that everything is open and sending begins."""
        self._tell("READY=1")

    def stopping(self) -> None:
        """Say that the end has begun."""
        self._tell("STOPPING=1")

    def alive(self) -> None:
        """Say that something has moved on; asked often, told seldom."""
        now = self._clock.monotonic()
        if now - self._alive_at >= self.beat:
            self._alive_at = now
            self._tell("WATCHDOG=1")

    def status(self, depth: Callable[[], Depth]) -> None:
        """Say now and then how the queue stands."""
        now = self._clock.monotonic()
        if self._address and now - self._told_at >= _STATUS_SECONDS:
            self._told_at = now
            self._tell(f"STATUS={_words(depth())}")

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.setblocking(False)
            manager.sendto(message.encode(), self._address)


def _words(depth: Depth) -> str:
    since = "" if depth.oldest is None else f", the oldest since {depth.oldest:%Y-%m-%d %H:%M} UTC"
    line = "alarm" if depth.alarm else "line up" if depth.online else "line down"
    return f"{depth.waiting} wait{since}; {depth.set_aside} set aside; {line}"
