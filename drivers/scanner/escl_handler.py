"""The HTTP face of the simulated scanner (Mopria eSCL 2.9)."""

from __future__ import annotations

import json
import re
import socket
import struct
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar

from PIL import Image

from drivers.scanner import escl_documents as documents

if TYPE_CHECKING:
    from drivers.scanner.escl_simulator import EsclSimulator


_GARBAGE = b"\x00\xffThis is no picture. " * 500


class JobRefusedError(Exception):
    """The device does not take a job now."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class EsclHandler(BaseHTTPRequestHandler):
    """One connection. ``scanner`` is the simulator that it belongs to."""

    scanner: ClassVar[EsclSimulator]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/eSCL/ScannerCapabilities":
            self._answer(HTTPStatus.OK, self.scanner.capabilities().encode(), "text/xml")
        elif self.path == "/eSCL/ScannerStatus":
            self._answer(HTTPStatus.OK, self.scanner.status().encode(), "text/xml")
        elif match := re.fullmatch(r"/eSCL/ScanJobs/(\d+)/NextDocument", self.path):
            self._next_document(int(match[1]))
        elif self.path == "/control":
            self._json(self.scanner.state())
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/eSCL/ScanJobs":
            self._begin(body.decode("utf-8", "replace"))
        elif self.path == "/control":
            self._control(body)
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def do_DELETE(self) -> None:
        if match := re.fullmatch(r"/eSCL/ScanJobs/(\d+)", self.path):
            self.scanner.end(int(match[1]))
            self._answer(HTTPStatus.OK)
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def _begin(self, settings: str) -> None:
        failure, trouble = self.scanner.take_failure(0), self.scanner.trouble_with_job()
        if failure is not None:
            self._answer(failure)
        elif trouble is not None:
            self._spoil(_GARBAGE, trouble)
        else:
            self._take_job(settings)

    def _take_job(self, settings: str) -> None:
        try:
            job = self.scanner.begin(
                duplex="Duplex>true" in settings,
                dpi=int(documents.value_of(settings, "XResolution") or 300),
                grey="Grayscale8" in settings,
            )
        except JobRefusedError as refused:
            self._answer(refused.status)
            return
        location = f"http://{self.headers['Host']}/eSCL/ScanJobs/{job.number}"
        self._answer(HTTPStatus.CREATED, headers={"Location": location})

    def _next_document(self, number: int) -> None:
        failure = self.scanner.take_failure()
        if failure is not None:
            self._answer(failure)
            return
        delivery = self.scanner.next_side(number)
        if delivery is None:
            self._answer(HTTPStatus.NOT_FOUND)
        elif delivery.trouble is None:
            self._answer(HTTPStatus.OK, delivery.jpeg, "image/jpeg")
        else:
            self._spoil(delivery.jpeg, delivery.trouble)

    def _spoil(self, body: bytes, trouble: str) -> None:
        """Answer as a device or a line in trouble does."""
        match trouble:
            case "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self._hang_up()
            case "hang":
                self.scanner.stay_silent(self.scanner.faults)
                self._hang_up()
            case "truncate":
                self._answer(HTTPStatus.OK, body[: len(body) // 2], "image/jpeg")
            case "break_off":
                self._answer(HTTPStatus.OK, body[: len(body) // 2], "image/jpeg", length=len(body))
                self._hang_up()
            case "half_image" if body is not _GARBAGE:
                self._answer(HTTPStatus.OK, _upper_half(body), "image/jpeg")
            case _:
                self._answer(HTTPStatus.OK, _GARBAGE, "image/jpeg")

    def _hang_up(self) -> None:
        self.connection.close()
        self.close_connection = True

    def _control(self, body: bytes) -> None:
        try:
            self.scanner.change(json.loads(body))
        except (KeyError, TypeError, ValueError) as error:
            self._answer(HTTPStatus.BAD_REQUEST, f"{type(error).__name__}: {error}".encode(), "text/plain")
        else:
            self._json(self.scanner.state())

    def _json(self, document: Any) -> None:
        self._answer(HTTPStatus.OK, json.dumps(document).encode(), "application/json")

    def _answer(
        self,
        status: int,
        body: bytes = b"",
        kind: str = "text/plain",
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        try:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


def _upper_half(jpeg: bytes) -> bytes:
    """Return the page as a device sends it that lost the paper half-way: a valid, shorter JPEG."""
    with Image.open(BytesIO(jpeg)) as image:
        out = BytesIO()
        image.crop((0, 0, image.width, image.height // 2)).save(out, "JPEG", quality=85)
        return out.getvalue()
