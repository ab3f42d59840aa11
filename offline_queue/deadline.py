"""The end of a question as a whole: httpx counts each read by itself, and an answer that drips is never late for it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Self

_CONNECTED = ("connect_tcp.complete", "start_tls.complete")
"""Of the steps that httpcore tells of: from here on there is a connection, or another one around it."""


class Deadline:
    """After so many seconds the connection is shut down under whoever waits on it; None: never.

    Use as a context manager around a question; ``extensions`` belong to each of its requests. Only a connection that
    is made for a request is known here: the client must keep none from the last question.
    """

    def __init__(self, seconds: float | None) -> None:
        self._timer = None if seconds is None else threading.Timer(seconds, self._end)
        self._lock = threading.Lock()
        self._stream: Any = None
        self.is_over = False

    def __enter__(self) -> Self:
        """Begin to count."""
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Let the question's connection alone from now on."""
        if self._timer is not None:
            self._timer.cancel()

    @property
    def extensions(self) -> dict[str, Any]:
        """What httpx is to do with a request."""
        return {} if self._timer is None else {"trace": self._follow}

    def _follow(self, step: str, told: Mapping[str, Any]) -> None:
        if not step.endswith(_CONNECTED):
            return
        with self._lock:
            self._stream = told["return_value"]
            if self.is_over:
                self._shut_down()

    def _end(self) -> None:
        with self._lock:
            self.is_over = True
            if self._stream is not None:
                self._shut_down()

    def _shut_down(self) -> None:
        with suppress(OSError):  # it has ended by itself
            socket.socket.shutdown(
                self._stream.get_extra_info("socket"), socket.SHUT_RDWR
            )  # below TLS: that would wait
