"""The dev dock: a page on loopback from which a trainer loads sheets, jams the scanner, cuts the network."""

from __future__ import annotations

import json
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from kiosk.demo.dock_page import render_page
from kiosk.loopback import LoopbackServer
from kiosk.ports.world import ACTIONS, World


class Dock(LoopbackServer):
    """Serves one world. ``POST /do/<action>`` answers 204, 404 for an unknown action; ``GET /state`` answers JSON."""

    def __init__(self, world: World, port: int = 0) -> None:
        handler = type("DockHandler", (_Handler,), {"world": world})
        super().__init__(ThreadingHTTPServer(("127.0.0.1", port), handler))

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.port}/"


class _Handler(BaseHTTPRequestHandler):
    world: ClassVar[World]

    def do_GET(self) -> None:
        if self.path == "/":
            self._answer(render_page().encode(), "text/html; charset=utf-8")
        elif self.path == "/state":
            self._answer(json.dumps(asdict(self.world.state()), default=str).encode(), "application/json")
        elif self.path.startswith("/slip/"):
            self._slip(self.path.removeprefix("/slip/"))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        action = self.path.removeprefix("/do/")
        if action not in ACTIONS or self._is_from_elsewhere():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.world.do(action)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def _is_from_elsewhere(self) -> bool:
        """Say whether a page of another site sent this, which a browser would let it do."""
        origin = self.headers.get("Origin")
        return origin is not None and origin != f"http://{self.headers.get('Host')}"

    def _slip(self, name: str) -> None:
        found: Path | None = next((slip for slip in self.world.state().slips if slip.name == name), None)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._answer(found.read_bytes(), "image/png")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the dock is not news."""
