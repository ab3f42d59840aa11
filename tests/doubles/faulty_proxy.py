"""A TCP proxy on loopback that breaks off at any byte of either direction, or gives other answers than the portal's."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urlsplit

_RESET = struct.pack("ii", 1, 0)
_LARGEST = 1 << 16

Reword = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Cut:
    """The line breaks after so many bytes to (``up``) or from (``down``) the portal, counted since it was armed."""

    way: Literal["up", "down"]
    after: int


@dataclass(frozen=True, slots=True)
class Swap:
    """The answer of this exchange (0 is the first since it was armed) is another one.

    ``answer`` is it whole, or makes it of the portal's own; None: silence, until the kiosk gives up. ``reached`` when
    the question has come to the portal all the same.
    """

    exchange: int
    answer: bytes | Reword | None
    reached: bool


class FaultyProxy:
    """Stands before a portal; ``arm`` says what goes wrong next, once. Use as a context manager.

    ``bytes`` and ``exchanges`` are counted since it was armed, ``faults`` and what was ``asked`` from the start.
    """

    def __init__(self, portal_url: str) -> None:
        self._target = (urlsplit(portal_url).hostname or "", urlsplit(portal_url).port or 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._fault: Cut | Swap | None = None
        self.bytes = {"up": 0, "down": 0}
        self.exchanges = 0
        self.faults = 0
        self.asked = 0
        self._acceptor = threading.Thread(target=self._accept, daemon=True)

    @property
    def url(self) -> str:
        """The address for ``portal.url``."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._acceptor.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._acceptor.join()
        with self._lock:
            ends = tuple(self._open)
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def arm(self, fault: Cut | Swap | None) -> None:
        """Count bytes and exchanges from here on, and let this go wrong."""
        with self._lock:
            self._fault = fault
            self.bytes = {"up": 0, "down": 0}
            self.exchanges = 0

    def move(self, portal_url: str) -> None:
        """Look for the portal at another address from the next connection on."""
        self._target = (urlsplit(portal_url).hostname or "", urlsplit(portal_url).port or 0)

    def _accept(self) -> None:
        while True:
            try:
                kiosk, _ = self._listener.accept()
            except OSError:
                return
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            thread = threading.Thread(target=self._serve, args=(kiosk,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, kiosk: socket.socket) -> None:
        with kiosk:
            try:
                portal = socket.create_connection(self._target, timeout=30)
            except OSError:
                _reset(kiosk)
                return
            with portal:
                self._remember(kiosk, portal)
                try:
                    while self._exchange(kiosk, portal):
                        pass
                except OSError:
                    _reset(kiosk)
                finally:
                    self._forget(kiosk, portal)

    def _remember(self, *ends: socket.socket) -> None:
        with self._lock:
            self._open.update(ends)

    def _forget(self, *ends: socket.socket) -> None:
        with self._lock:
            self._open.difference_update(ends)

    def _exchange(self, kiosk: socket.socket, portal: socket.socket) -> bool:
        """Carry one question and its answer; False at the end of the connection."""
        question = _message(kiosk)
        if not question:
            return False
        swap = self._swap()
        if swap is None or swap.reached:
            if not self._carry("up", question, portal):
                return _reset(kiosk, portal)
            answer = _message(portal, is_head=question.startswith(b"HEAD "))
            if not answer:
                return _reset(kiosk)
        else:
            answer = b""
        if swap is not None:
            if swap.answer is None:
                return bool(kiosk.recv(1))  # silence: the kiosk's patience ends first
            answer = swap.answer if isinstance(swap.answer, bytes) else swap.answer(answer)
        if not self._carry("down", answer, kiosk):
            return _reset(kiosk, portal)
        return swap is None

    def _swap(self) -> Swap | None:
        with self._lock:
            number, self.exchanges, self.asked = self.exchanges, self.exchanges + 1, self.asked + 1
            if not isinstance(self._fault, Swap) or self._fault.exchange != number:
                return None
            swap, self._fault, self.faults = self._fault, None, self.faults + 1
            return swap

    def _carry(self, way: str, message: bytes, to: socket.socket) -> bool:
        """Send on, up to the byte at which the line breaks; False when it has broken."""
        with self._lock:
            passing, fault = len(message), self._fault
            if isinstance(fault, Cut) and fault.way == way and fault.after < self.bytes[way] + len(message):
                passing = max(0, fault.after - self.bytes[way])
                self._fault, self.faults = None, self.faults + 1
            self.bytes[way] += passing
        to.sendall(message[:passing])
        return passing == len(message)


def _reset(*ends: socket.socket) -> Literal[False]:
    """Break off as a lost line does."""
    for end in ends:
        with suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    return False


def _message(end: socket.socket, *, is_head: bool = False) -> bytes:
    """Read one HTTP/1.1 message whole; empty when there is none, or no whole one."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = end.recv(_LARGEST)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    lines = [line.partition(b":") for line in head.lower().split(b"\r\n")[1:]]
    lengths = [int(value) for name, _, value in lines if name == b"content-length"]
    missing = (lengths[0] if lengths and not is_head else 0) - len(body)
    while missing > 0:
        piece = end.recv(min(missing, _LARGEST))
        if not piece:
            return b""
        data, missing = data + piece, missing - len(piece)
    return data
