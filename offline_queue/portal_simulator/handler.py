"""The HTTP face of the simulated portal."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import parse_qsl
from uuid import UUID

from offline_queue.portal_simulator.filing import ConflictError, MissingUploadsError, RefusedError
from offline_queue.portal_simulator.uploads import BadUploadError, checksum_matches

if TYPE_CHECKING:
    from offline_queue.portal_simulator.simulator import PortalSimulator

_UPLOADS = "/kiosk/v1/uploads"
_SUBMISSIONS = "/kiosk/v1/submissions/"
_TUS_VERSION = "1.0.0"
_CHECKSUM_MISMATCH = 460
_PIECE = 16 * 1024


class LineCutError(Exception):
    """The simulated line is down or breaks now: the socket is closed without an answer."""


class PortalHandler(BaseHTTPRequestHandler):
    """One connection. ``portal`` is the simulator that it belongs to."""

    portal: ClassVar[PortalSimulator]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._serve(self._get)

    def do_POST(self) -> None:
        self._serve(self._post)

    def do_PUT(self) -> None:
        self._serve(self._put)

    def do_HEAD(self) -> None:
        self._serve(self._head)

    def do_PATCH(self) -> None:
        self._serve(self._patch)

    def do_OPTIONS(self) -> None:
        self._serve(self._options)

    def _serve(self, answer: Any) -> None:
        try:
            if self.path == "/control":
                self._control()
                return
            self.portal.requests += 1
            if not self._is_in_trouble():
                answer()
        except (LineCutError, ConnectionError, TimeoutError):
            self.close_connection = True

    def _is_in_trouble(self) -> bool:
        """Answer, or do not answer, as the present trouble has it; True when the request is done with."""
        trouble = self.portal.trouble
        if not trouble.online:
            raise LineCutError
        if trouble.captive:
            self._discard()
            self._answer(HTTPStatus.OK, b"<html>Please log in to the Wi-Fi</html>", "text/html")
            return True
        if trouble.takes_failure():
            self._discard()
            headers = {} if trouble.retry_after is None else {"Retry-After": str(trouble.retry_after)}
            self._problem(trouble.fail_status, "made to fail", headers=headers)
            return True
        if self.path != "/oauth2/token" and not self.portal.tokens.accepts(self.headers.get("Authorization")):
            self._discard()
            self._problem(HTTPStatus.UNAUTHORIZED, "a valid device token is needed")
            return True
        return False

    # tus

    def _options(self) -> None:
        headers = {
            "Tus-Resumable": _TUS_VERSION,
            "Tus-Version": _TUS_VERSION,
            "Tus-Extension": "creation,expiration,checksum",
            "Tus-Checksum-Algorithm": "sha256,sha1",
        }
        self._answer(HTTPStatus.NO_CONTENT, b"", headers=headers)

    def _create_upload(self) -> None:
        self._discard()
        if self.headers.get("Tus-Resumable") != _TUS_VERSION:
            self._problem(HTTPStatus.PRECONDITION_FAILED, "Tus-Resumable must be 1.0.0")
            return
        length = self.headers.get("Upload-Length", "")
        if length.isdecimal() and int(length) > self.portal.largest:
            self._problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {self.portal.largest} bytes")
            return
        try:
            record = self.portal.uploads.create(length, self.headers.get("Upload-Metadata", ""))
        except BadUploadError as error:
            self._problem(HTTPStatus.BAD_REQUEST, str(error))
            return
        headers = {"Location": f"{_UPLOADS}/{record.upload_id}", "Tus-Resumable": _TUS_VERSION}
        self._answer(HTTPStatus.CREATED, b"", headers=headers)

    def _upload_id(self) -> str:
        return self.path.removeprefix(f"{_UPLOADS}/")

    def _head(self) -> None:
        record = self.portal.uploads.find(self._upload_id())
        if record is None:
            self._answer(HTTPStatus.NOT_FOUND, b"")
            return
        offset = self.portal.uploads.offset(record.upload_id)
        headers = {"Upload-Offset": str(offset), "Upload-Length": str(record.size), "Tus-Resumable": _TUS_VERSION}
        self._answer(HTTPStatus.OK, b"", headers={**headers, "Cache-Control": "no-store"})

    def _patch(self) -> None:
        record = self.portal.uploads.find(self._upload_id())
        if record is None or self.portal.trouble.expire_uploads:
            self._discard()
            self._problem(HTTPStatus.NOT_FOUND, "unknown or expired upload")
            return
        with self.portal.upload_lock(record.upload_id):
            offset = self.portal.uploads.offset(record.upload_id)
            if self.headers.get("Upload-Offset") != str(offset):
                self._discard()
                self._problem(HTTPStatus.CONFLICT, f"the offset is {offset}")
                return
            self._take_piece(record.upload_id, record.size - offset)

    def _take_piece(self, upload_id: str, room: int) -> None:
        data, broken = self._body_until_it_breaks()
        if len(data) > room:
            self._problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "more bytes than announced")
            return
        if broken:
            self.portal.uploads.append(upload_id, data)
            raise LineCutError
        good = checksum_matches(self.headers.get("Upload-Checksum"), data)
        if good is None:
            self._problem(HTTPStatus.BAD_REQUEST, "unknown checksum algorithm")
        elif not good:
            self._problem(_CHECKSUM_MISMATCH, "checksum mismatch")
        else:
            offset = self.portal.uploads.append(upload_id, data)
            headers = {"Upload-Offset": str(offset), "Tus-Resumable": _TUS_VERSION}
            self._answer(HTTPStatus.NO_CONTENT, b"", headers=headers)

    # filing and asking

    def _post(self) -> None:
        if self.path == _UPLOADS:
            self._create_upload()
        elif self.path == "/oauth2/token":
            self._grant_token()
        elif self.path == "/kiosk/v1/dossiers/lookup":
            self._lookup()
        else:
            self._discard()
            self._problem(HTTPStatus.NOT_FOUND, "not offered by this simulator")

    def _grant_token(self) -> None:
        form = dict(parse_qsl(self._body().decode("utf-8", "replace")))
        granted = self.portal.tokens.grant(form, f"{self.portal.url}/oauth2/token")
        if self.portal.trouble.refuse_tokens:
            granted = "invalid_client: refused on purpose"
        if isinstance(granted, str):
            self._json(HTTPStatus.UNAUTHORIZED, {"error": granted})
        else:
            self._json(HTTPStatus.OK, granted)

    def _put(self) -> None:
        if not self.path.startswith(_SUBMISSIONS):
            self._discard()
            self._problem(HTTPStatus.NOT_FOUND, "not offered by this simulator")
            return
        try:
            submission_id = UUID(self.path.removeprefix(_SUBMISSIONS))
            document = json.loads(self._body())
        except ValueError:
            self._problem(HTTPStatus.BAD_REQUEST, "no valid id or no JSON")
            return
        self._file(submission_id, document)

    def _file(self, submission_id: UUID, document: Any) -> None:
        try:
            with self.portal.filing_lock:
                filing = self.portal.archive.file(submission_id, document, late_code=self.portal.trouble.late_codes)
        except RefusedError as error:
            self._problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        except MissingUploadsError as error:
            self._problem(HTTPStatus.FAILED_DEPENDENCY, "uploads are missing", uploads=error.upload_ids)
        except ConflictError:
            self._problem(HTTPStatus.CONFLICT, "this id was filed with another manifest")
        else:
            receipt = dict(filing.receipt)
            if self.portal.trouble.wrong_receipt:
                receipt["manifest_sha256"] = "0" * 64
            self._json(HTTPStatus.CREATED if filing.is_new else HTTPStatus.OK, receipt)

    def _get(self) -> None:
        submission_id = self.path.removeprefix(_SUBMISSIONS)
        receipt = self.portal.receipt_of(submission_id) if self.path.startswith(_SUBMISSIONS) else None
        if receipt is None:
            self._problem(HTTPStatus.NOT_FOUND, "unknown")
        else:
            self._json(HTTPStatus.OK, receipt)

    def _lookup(self) -> None:
        try:
            question = json.loads(self._body())
            standing = self.portal.lookup(str(question["code"]), question.get("secret"))
        except (KeyError, TypeError, ValueError):
            self._problem(HTTPStatus.BAD_REQUEST, "a code is needed")
            return
        if standing is None:
            self._problem(HTTPStatus.NOT_FOUND, "unknown code or wrong secret")
        else:
            self._json(HTTPStatus.OK, standing)

    def _control(self) -> None:
        if self.command == "POST":
            try:
                self.portal.change(json.loads(self._body()))
            except (KeyError, TypeError, ValueError) as error:
                self._problem(HTTPStatus.BAD_REQUEST, str(error))
                return
        self._json(HTTPStatus.OK, self.portal.report())

    # bodies

    def _length(self) -> int:
        return int(self.headers.get("Content-Length") or 0)

    def _body(self) -> bytes:
        data, broken = self._body_until_it_breaks()
        if broken:
            raise LineCutError
        return data

    def _discard(self) -> None:
        self.rfile.read(self._length())

    def _body_until_it_breaks(self) -> tuple[bytes, bool]:
        """Read the body at the simulated pace; True when the line broke before its end."""
        trouble, data, wanted = self.portal.trouble, bytearray(), self._length()
        while len(data) < wanted:
            if not trouble.online and self.path != "/control":
                return bytes(data), True
            piece = self.rfile.read1(min(_PIECE, wanted - len(data)))
            if not piece:
                return bytes(data), True
            if trouble.break_after is not None:
                trouble.break_after -= len(piece)
                if trouble.break_after < 0:
                    kept = piece[: trouble.break_after]
                    trouble.break_after = None
                    return bytes(data + kept), True
            data += piece
            if trouble.bytes_per_second:
                time.sleep(len(piece) / trouble.bytes_per_second)
        return bytes(data), False

    def _problem(self, status: int, detail: str, headers: dict[str, str] | None = None, **more: Any) -> None:
        title = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Checksum Mismatch"
        body = json.dumps({"type": "about:blank", "title": title, "status": int(status), "detail": detail, **more})
        self._answer(status, body.encode(), "application/problem+json", headers)

    def _json(self, status: int, document: Any) -> None:
        self._answer(status, json.dumps(document, ensure_ascii=False, default=str).encode())

    def _answer(
        self, status: int, body: bytes, kind: str = "application/json", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""
