"""HTTP control of a simulator on loopback: ``GET /control`` answers its state, ``POST /control`` changes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from kiosk.loopback import LoopbackServer


class SimulatorControl(LoopbackServer):
    """Serves ``state`` and ``change``; a change that raises KeyError, TypeError or ValueError is answered with 400."""

    def __init__(self, state: Callable[[], Any], change: Callable[[dict[str, Any]], None], port: int = 0) -> None:
        self.state = state
        self.change = change
        handler = type("ControlHandler", (_Handler,), {"control": self})
        super().__init__(ThreadingHTTPServer(("127.0.0.1", port), handler))

    @property
    def url(self) -> str:
        """The address of the control."""
        return f"http://127.0.0.1:{self.port}/control"


class _Handler(BaseHTTPRequestHandler):
    control: ClassVar[SimulatorControl]

    def do_GET(self) -> None:
        self._answer(HTTPStatus.OK, self.control.state())

    def do_POST(self) -> None:
        try:
            self.control.change(json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0)))))
        except (KeyError, TypeError, ValueError) as error:
            self._answer(HTTPStatus.BAD_REQUEST, {"error": str(error)})
        else:
            self._answer(HTTPStatus.OK, self.control.state())

    def _answer(self, status: HTTPStatus, body: Any) -> None:
        data = json.dumps(body, default=str).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""
