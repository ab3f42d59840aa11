"""What leaves for the portal: no faster than is allowed, and every bit of it a sign that the sender moves on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx

from kiosk.ports.clock import Clock
from offline_queue.errors import StoppedError

_SLICE = 65_536
_LEAST = 512
_SLICES_A_SECOND = 8


class Flow:
    """A bucket of tokens, one a byte, which the bodies of all requests draw from; it never holds more than one slice.

    ``bytes_per_second`` 0 is as fast as the line. ``wait`` waits for so many seconds and answers True when the sender
    is to stop (``threading.Event.wait``); ``alive`` is told of each slice and of each answer. ``meanwhile`` is called
    when a whole body has been handed over and the line is still busy with it: a good moment for other work.
    """

    def __init__(
        self,
        clock: Clock,
        wait: Callable[[float], bool],
        bytes_per_second: float = 0.0,
        alive: Callable[[], None] = lambda: None,
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        self._clock = clock
        self._wait = wait
        self._rate = bytes_per_second
        self._slice = min(_SLICE, max(_LEAST, int(bytes_per_second / _SLICES_A_SECOND))) if bytes_per_second else _SLICE
        self._full_at = float("-inf")
        self._alive = alive
        self.meanwhile = meanwhile

    def send(self, request: httpx.Request) -> None:
        """Let the body of a request out slice by slice (a request hook of httpx)."""
        if isinstance(request.stream, httpx.SyncByteStream):
            request.stream = _Sliced(request.stream, self)

    def hear(self, _answer: httpx.Response) -> None:
        """Take note of an answer (a response hook of httpx)."""
        self._alive()

    def slices(self, data: bytes) -> Iterator[bytes]:
        """Yield the data bit by bit, each when its turn has come. Raises StoppedError."""
        for start in range(0, len(data), self._slice):
            piece = data[start : start + self._slice]
            if self._rate:
                self._draw(len(piece))
            yield piece
            self._alive()

    def _draw(self, size: int) -> None:
        """Wait until what was sent before is paid for, then owe this."""
        now = self._clock.monotonic()
        if self._full_at > now and self._wait(self._full_at - now):
            raise StoppedError("in the middle of a piece")
        self._full_at = max(self._full_at, now) + size / self._rate


class _Sliced(httpx.SyncByteStream):
    """A body that goes through a flow; it can be sent again, as the body that it stands for."""

    def __init__(self, body: httpx.SyncByteStream, flow: Flow) -> None:
        self._body = body
        self._flow = flow

    def __iter__(self) -> Iterator[bytes]:
        for data in self._body:
            yield from self._flow.slices(data)
        self._flow.meanwhile()

    def close(self) -> None:
        self._body.close()
