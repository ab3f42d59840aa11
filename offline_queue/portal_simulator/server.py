"""HTTP on loopback: sockets, the switches of the line, ``/control``; and closing everything at the end."""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import urlsplit

from offline_queue.portal_simulator.answer import Answer, LineBroken, Problem, json_answer
from offline_queue.portal_simulator.body import SLICE, Body
from offline_queue.portal_simulator.gateway import Gateway, Question

_LOGIN_PAGE = b"<!doctype html><title>Wi-Fi</title><h1>Welcome to the free Wi-Fi</h1><p>Please log in.</p>"
_RESET = struct.pack("ii", 1, 0)


class Server(ThreadingHTTPServer):
    """Remembers its connections, so that the line can be cut at once."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, port: int, gateway: Gateway, desk: Desk) -> None:
        self.connections: set[socket.socket] = set()
        self._connections_lock = threading.Lock()
        super().__init__(("127.0.0.1", port), type("PortalHandler", (_Handler,), {"gateway": gateway, "desk": desk}))

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection and serve it on a thread of its own."""
        with self._connections_lock:
            self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection and close it."""
        with self._connections_lock:
            self.connections.discard(request)
        super().shutdown_request(request)

    def spare(self, connection: socket.socket) -> None:
        """Leave a connection alone when the line is cut: the one over which the tester asks for it."""
        with self._connections_lock:
            self.connections.discard(connection)

    def cut(self) -> None:
        """Break off every connection."""
        with self._connections_lock:
            connections = tuple(self.connections)
        for connection in connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has ended by itself

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of errors of our own; a client that went away is this simulator's daily bread."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Desk:
    """The ``/control`` resource: GET tells the state, POST changes switches; it answers even when the line is cut."""

    def __init__(self, state: Callable[[], dict[str, Any]], change: Callable[[dict[str, Any]], None]) -> None:
        self._state = state
        self._change = change

    def answer(self, method: str, body: bytes) -> Answer:
        """Answer one question of a tester. Raises Problem (400, 405)."""
        if method == "POST":
            self._post(body)
        elif method != "GET":
            raise Problem(405, "only GET, POST")
        return json_answer(200, self._state())

    def _post(self, body: bytes) -> None:
        try:
            changes = json.loads(body)
            if not isinstance(changes, dict):
                raise Problem(400, "a JSON object of switches is needed")
            self._change(changes)
        except ValueError as error:
            raise Problem(400, str(error)) from error


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for an acknowledgement
    server: Server
    gateway: ClassVar[Gateway]
    desk: ClassVar[Desk]

    def _serve(self) -> None:
        body = Body(self.rfile, self._length(), self.gateway.controls)  # type: ignore[arg-type] # a buffered reader
        try:
            answer = self._answer_to(body)
            body.drain()
        except Problem as problem:
            answer = problem.answer()
            try:
                body.drain()
            except LineBroken:
                return self._cut()
        except LineBroken:
            return self._cut()
        return self._send(answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_OPTIONS = do_DELETE = _serve  # noqa: N815 - names of the base class

    def _answer_to(self, body: Body) -> Answer:
        controls = self.gateway.controls
        path = urlsplit(self.path).path
        if path == "/control":
            return self._control(body)
        self.gateway.requests += 1
        if not controls.state.online:
            raise LineBroken
        if controls.state.captive:
            return Answer(200, _LOGIN_PAGE, {"Content-Type": "text/html"})
        if controls.take("fail_times"):
            state = controls.state
            wait = {} if state.retry_after is None else {"Retry-After": str(state.retry_after)}
            raise Problem(state.fail_status, "as the tester wished", wait)
        if "Content-Length" not in self.headers and self.command in {"PUT", "PATCH"}:
            raise Problem(411, "Content-Length is needed")
        base = f"http://{self.headers.get('Host', '')}"
        return self.gateway.answer(Question(self.command, path, dict(self.headers.items()), body, base))

    def _control(self, body: Body) -> Answer:
        self.server.spare(self.connection)
        self.close_connection = True
        told = body.past_the_switches()
        origin = self.headers.get("Origin")
        if origin is not None and origin != f"http://{self.headers.get('Host')}":
            raise Problem(403, "not from the page of another site")
        return self.desk.answer(self.command, told)

    def _length(self) -> int:
        value = self.headers.get("Content-Length", "0")
        return int(value) if value.isdecimal() else 0

    def _cut(self) -> None:
        """Break off without an answer, as a lost line does."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status, None if answer.status != 460 else "Checksum Mismatch")  # noqa: PLR2004 - tus
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        if answer.status != 204:  # noqa: PLR2004 - No Content has no length (RFC 9110, 8.6)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(answer.body[: answer.cut_after], answer.bytes_per_second)
        if answer.cut_after is not None:
            self.close_connection = True

    def _send_body(self, body: bytes, rate: float | None) -> None:
        if rate is None:
            self.wfile.write(body)
            return
        size = max(1, int(rate * SLICE))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            time.sleep(min(size, len(body) - start) / rate)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: tests and the demo have their own words."""
