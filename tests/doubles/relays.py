"""What stands between a kiosk and its portal: a proxy, or a line that is slow and breaks."""

from __future__ import annotations

import contextlib
import select
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable
from typing import ClassVar

from kiosk.loopback import LoopbackServer

_RESET = struct.pack("ii", 1, 0)
_HEAD = 65_536


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: whoever hangs up is this server's daily bread."""


class HttpProxy(LoopbackServer):
    """A forward proxy: tunnels by CONNECT, plain questions by their whole address. ``asked`` are first lines."""

    def __init__(self, password: str = "") -> None:
        self.asked: list[str] = []
        self.password = password
        super().__init__(_Server(("127.0.0.1", 0), type("ProxyHandler", (_ProxyHandler,), {"proxy": self})))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class _ProxyHandler(socketserver.BaseRequestHandler):
    proxy: ClassVar[HttpProxy]

    def handle(self) -> None:
        head = self.request.recv(_HEAD)
        line = head.split(b"\r\n")[0].decode()
        self.proxy.asked.append(line)
        method, target, _version = line.split(" ")
        if self.proxy.password and self.proxy.password.encode() not in head:
            self.request.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            return
        host, port = target.removeprefix("http://").split("/")[0].rsplit(":", 1)
        with socket.create_connection((host, int(port)), 10) as portal:
            if method == "CONNECT":
                self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                portal.sendall(head)
            _pump(self.request, portal, lambda _up, size: size)


class RoughLine(LoopbackServer):
    """A line to one port on loopback: each way ``bytes_per_second``, broken off every ``drop_every`` seconds.

    All connections share it. ``carried`` counts the bytes that went up, heads and bodies; it is broken off as well at
    each count in ``cuts``. ``connections`` says how often somebody began anew.
    """

    def __init__(self, port: int, bytes_per_second: float | None = None, drop_every: float | None = None) -> None:
        self.target = port
        self.rate = bytes_per_second
        self.drop_every = drop_every
        self.bite = _HEAD if bytes_per_second is None else min(_HEAD, max(1000, int(bytes_per_second / 50)))
        self.carried = 0
        self.cuts: list[int] = []
        self.connections = 0
        self.began = time.monotonic()
        self._free_at = {True: 0.0, False: 0.0}
        self._lock = threading.Lock()
        super().__init__(_Server(("127.0.0.1", 0), type("LineHandler", (_LineHandler,), {"line": self})))

    def cut_at(self) -> float:
        """Return when the line breaks next."""
        if self.drop_every is None:
            return float("inf")
        now = time.monotonic()
        return now + self.drop_every - (now - self.began) % self.drop_every

    def carry(self, up: bool, size: int) -> int:
        """Take the time that so many bytes need; returns how many of them pass before the line breaks."""
        with self._lock:
            now = time.monotonic()
            if up and self.cuts and self.carried + size >= self.cuts[0]:
                size = self.cuts.pop(0) - self.carried - 1
            if up:
                self.carried += size
            self._free_at[up] = max(self._free_at[up], now) + (size / self.rate if self.rate else 0)
            wait = self._free_at[up] - now
        time.sleep(wait)
        return size


class _LineHandler(socketserver.BaseRequestHandler):
    line: ClassVar[RoughLine]

    def handle(self) -> None:
        line = self.line
        line.connections += 1
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2 * line.bite)
        with socket.create_connection(("127.0.0.1", line.target), 10) as portal:
            for end in (self.request, portal):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if not _pump(self.request, portal, line.carry, line.cut_at(), line.bite):
                self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)


def _pump(
    kiosk: socket.socket,
    portal: socket.socket,
    carry: Callable[[bool, int], int],
    cut_at: float = float("inf"),
    size: int = _HEAD,
) -> bool:
    """Carry bytes both ways until one side ends; False when the line is to be cut."""
    others = {kiosk: portal, portal: kiosk}
    with contextlib.suppress(OSError):
        while True:
            left = cut_at - time.monotonic()
            if left <= 0:
                return False
            ready, _, _ = select.select(list(others), [], [], min(left, 1.0))
            for end in ready:
                data = end.recv(size)
                if not data:
                    return True
                passing = carry(end is kiosk, len(data))
                others[end].sendall(data[:passing])
                if passing < len(data):
                    return False
    return True
