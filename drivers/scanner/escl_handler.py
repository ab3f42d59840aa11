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
    from drivers.scanner.escl_simulator import EsclSimulator, Faults


class JobRefusedError(Exception):
    """The device does not take a job now."""


class EsclHandler(BaseHTTPRequestHandler):
    """One connection. ``scanner`` is the simulator that it belongs to."""

    scanner: ClassVar[EsclSimulator]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/eSCL/ScannerCapabilities":
            self._answer(HTTPStatus.OK, documents.CAPABILITIES.encode(), "text/xml")
        elif self.path == "/eSCL/ScannerStatus":
            status = documents.status(busy=self.scanner.is_busy(), adf_state=self.scanner.adf_state())
            self._answer(HTTPStatus.OK, status.encode(), "text/xml")
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
        try:
            job = self.scanner.begin(
                duplex="Duplex>true" in settings,
                dpi=int(documents.value_of(settings, "XResolution") or 300),
                grey="Grayscale8" in settings,
            )
        except JobRefusedError:
            self._answer(HTTPStatus.CONFLICT)
            return
        location = f"http://{self.headers['Host']}/eSCL/ScanJobs/{job.number}"
        self._answer(HTTPStatus.CREATED, headers={"Location": location})

    def _next_document(self, number: int) -> None:
        failure = self.scanner.take_failure()
        if failure is not None:
            self._answer(failure)
            return
        side = self.scanner.next_side(number)
        if side is None:
            self._answer(HTTPStatus.NOT_FOUND)
            return
        jpeg, trouble, count = side
        self._send_side(jpeg, trouble, count)

    def _send_side(self, jpeg: bytes, trouble: Faults, count: int) -> None:
        if trouble.reset_at == count:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if trouble.truncate_at == count:
            jpeg = jpeg[: len(jpeg) // 2]
        if trouble.half_image_at == count:
            jpeg = _upper_half(jpeg)
        self._answer(HTTPStatus.OK, jpeg, "image/jpeg")

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
        self, status: int, body: bytes = b"", kind: str = "text/plain", headers: dict[str, str] | None = None
    ) -> None:
        try:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
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
