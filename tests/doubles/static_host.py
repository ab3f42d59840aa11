"""A static host on loopback that can be told to lie about single files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from kiosk.loopback import LoopbackServer

Pieces = Callable[[bytes], Iterator[bytes]]


class StaticHost(LoopbackServer):
    """Serves ``folder``. ``lies`` says by the end of a path what comes instead of a file's bytes, piece by piece."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lies: dict[str, Pieces] = {}
        self.status: HTTPStatus | None = None
        self.promise_length = True
        self.asked: list[str] = []
        super().__init__(ThreadingHTTPServer(("127.0.0.1", 0), type("HostHandler", (_Handler,), {"host": self})))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/catalogue"

    def change(self, ending: str, edit: Callable[[bytes], bytes]) -> None:
        """Serve a file changed."""

        def pieces(content: bytes) -> Iterator[bytes]:
            yield edit(content)

        self.lies[ending] = pieces


class _Handler(BaseHTTPRequestHandler):
    host: ClassVar[StaticHost]

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        file = self.host.folder / self.path.removeprefix("/catalogue/")
        if self.host.status is not None or not file.is_file():
            self.send_error(self.host.status or HTTPStatus.NOT_FOUND)
            return
        content = file.read_bytes()
        lie = next((pieces for ending, pieces in self.host.lies.items() if self.path.endswith(ending)), None)
        self.send_response(HTTPStatus.OK)
        if self.host.promise_length:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        try:
            for piece in lie(content) if lie else [content]:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            pass  # the kiosk has had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def endless(content: bytes) -> Iterator[bytes]:
    """More and more, until nobody listens; ends by itself so that a test cannot hang."""
    yield content
    for _ in range(20_000):
        yield b" " * 10_000


def dripping(content: bytes) -> Iterator[bytes]:
    """One byte every 50 ms."""
    for byte in content:
        yield bytes([byte])
        time.sleep(0.05)


def broken_off(content: bytes) -> Iterator[bytes]:
    """Half of it."""
    yield content[: len(content) // 2]
