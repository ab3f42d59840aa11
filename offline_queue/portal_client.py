"""The ports Portal and Enquiries over HTTP (portal-api.yaml): uploads, one idempotent filing, receipts, results."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import httpx

from kiosk.domain.portal import (
    DossierStanding,
    ElectronicResult,
    Filed,
    NewUpload,
    NotKnown,
    OutOfStep,
    PortalFailure,
    Reached,
    Refused,
    ResultFetched,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue
from kiosk.ports.clock import Clock
from offline_queue.answers import detail_of, failure_of, json_of, number_in, receipt_of
from offline_queue.device_token import DeviceIdentity
from offline_queue.exchange import Exchange, joined
from offline_queue.results import LARGEST, headers_of, place_of, result_of
from offline_queue.route import Route
from offline_queue.standing import standing_of

_TUS = {"Tus-Resumable": "1.0.0"}
_UPLOADS = "kiosk/v1/uploads"
_CHECKSUM_MISMATCH = 460
_GONE = frozenset({404, 410})


class HttpPortal:
    """One gateway over HTTP. ``identity`` None sends no token (a gateway that knows its kiosks by mutual TLS).

    Raises RouteError where the route cannot be taken.
    """

    def __init__(
        self,
        url: str,
        identity: DeviceIdentity | None,
        route: Route,
        clock: Clock,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._exchange = Exchange(url, identity, route, clock, transport)
        self._clock = clock
        self._checksums = True

    def close(self) -> None:
        """Close the connections."""
        self._exchange.close()

    def reach(self) -> Reached | PortalFailure:
        """Ask the tus server what it can do (OPTIONS, no token): cheap, and a captive portal cannot answer it."""
        answer = self._exchange.send("OPTIONS", _UPLOADS)
        if not isinstance(answer, httpx.Response):
            return answer
        return Reached() if "1.0.0" in answer.headers.get("Tus-Version", "") else self._failure(answer)

    def start_upload(self, upload: NewUpload) -> UploadStarted | PortalFailure:
        """Announce a sealed file (tus creation)."""
        headers = {**_TUS, "Upload-Length": str(upload.size), "Upload-Metadata": _metadata(upload)}
        answer = self._exchange.ask("POST", _UPLOADS, headers=headers)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code != httpx.codes.CREATED:
            return self._failure(answer)
        return self._upload_at(answer.headers.get("Location", ""))

    def _upload_at(self, location: str) -> UploadStarted | Untrusted:
        """Take the upload's id from its address, which must lie in the gateway's own uploads."""
        folder = urljoin(self._exchange.base, _UPLOADS) + "/"
        url = joined(folder, location)
        upload_id = urlsplit(url).path.removeprefix(urlsplit(folder).path)
        if not self._exchange.is_own(url) or not upload_id or "/" in upload_id:
            return Untrusted("an upload at another place")
        return UploadStarted(upload_id)

    def upload_offset(self, upload_id: str) -> UploadOffset | UploadGone | PortalFailure:
        """Ask where to go on (tus HEAD)."""
        answer = self._exchange.ask("HEAD", f"{_UPLOADS}/{upload_id}", headers=_TUS)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in _GONE:
            return UploadGone()
        offset = number_in(answer, "Upload-Offset")
        if not answer.is_success or offset is None:
            return self._failure(answer)
        return UploadOffset(offset, number_in(answer, "Upload-Length"))

    def append(
        self, upload_id: str, offset: int, piece: bytes
    ) -> UploadOffset | OutOfStep | UploadGone | PortalFailure:
        """Send one piece (tus PATCH)."""
        answer = self._send_piece(upload_id, offset, piece)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in _GONE:
            return UploadGone()
        if answer.status_code in {httpx.codes.CONFLICT, _CHECKSUM_MISMATCH}:
            return OutOfStep()
        reached = number_in(answer, "Upload-Offset")
        if answer.status_code != httpx.codes.NO_CONTENT or reached is None:
            return self._failure(answer)
        return UploadOffset(reached)

    def _send_piece(self, upload_id: str, offset: int, piece: bytes) -> httpx.Response | PortalFailure:
        """Send with a checksum; once more without one where that is a wrong question (400), and so from then on.

        A server without the extension pays no heed to it, one that knows other algorithms refuses (tus, Checksum).
        What arrives is held against the digest of the whole file in any case, when the submission is filed.
        """
        path = f"{_UPLOADS}/{upload_id}"
        headers = {**_TUS, "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        if self._checksums:
            answer = self._exchange.ask("PATCH", path, headers={**headers, **_checksum(piece)}, content=piece)
            if not isinstance(answer, httpx.Response) or answer.status_code != httpx.codes.BAD_REQUEST:
                return answer
        answer = self._exchange.ask("PATCH", path, headers=headers, content=piece)
        self._checksums = self._checksums and not (isinstance(answer, httpx.Response) and answer.is_success)
        return answer

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        """File a submission (idempotent PUT)."""
        answer = self._exchange.ask("PUT", _submission(submission_id), json=dict(document))
        if not isinstance(answer, httpx.Response):
            return answer
        match answer.status_code:
            case httpx.codes.OK | httpx.codes.CREATED:
                return receipt_of(json_of(answer), submission_id, str(document["manifest_sha256"]))
            case httpx.codes.FAILED_DEPENDENCY:
                uploads = json_of(answer).get("uploads")
                return UploadsMissing(tuple(map(str, uploads)) if isinstance(uploads, list) else ())
            case httpx.codes.CONFLICT:
                return Refused(answer.status_code, detail_of(answer))
            case _:
                return self._failure(answer)

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed | NotKnown | PortalFailure:
        """Ask for the receipt again."""
        answer = self._known(self._exchange.ask("GET", _submission(submission_id)))
        if not isinstance(answer, httpx.Response):
            return answer
        return receipt_of(json_of(answer), submission_id, manifest_sha256)

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        """Ask how a dossier stands."""
        question = {"code": code} if secret is None else {"code": code, "secret": secret}
        answer = self._known(self._exchange.ask("POST", "kiosk/v1/dossiers/lookup", json=question))
        return standing_of(json_of(answer), code) if isinstance(answer, httpx.Response) else answer

    def result(
        self, code: str, secret: str | None, wanted: ElectronicResult
    ) -> ResultFetched | NotKnown | PortalFailure:
        """Fetch one result, and compare it with what the look-up told and with its own digest (RFC 9530)."""
        place, headers = place_of(code, wanted.document_id), headers_of(secret)
        if place is None or not 0 < wanted.size <= LARGEST:
            return Untrusted("a result that cannot be asked for: no name, or larger than a kiosk takes")
        if headers is None:
            return NotKnown()
        answer = self._known(self._exchange.ask("GET", place, headers=headers, longest=wanted.size))
        return result_of(answer, wanted) if isinstance(answer, httpx.Response) else answer

    def _known(self, answer: httpx.Response | PortalFailure) -> httpx.Response | NotKnown | PortalFailure:
        if not isinstance(answer, httpx.Response) or answer.status_code == httpx.codes.OK:
            return answer
        return NotKnown() if answer.status_code == httpx.codes.NOT_FOUND else self._failure(answer)

    def _failure(self, answer: httpx.Response) -> PortalFailure:
        return failure_of(answer, self._clock.now())


def _submission(submission_id: UUID) -> str:
    return f"kiosk/v1/submissions/{submission_id}"


def _checksum(piece: bytes) -> dict[str, str]:
    """Return tus' checksum; SHA-1 is the one that every server with the extension must know."""
    digest = base64.b64encode(hashlib.sha1(piece, usedforsecurity=False).digest()).decode("ascii")
    return {"Upload-Checksum": f"sha1 {digest}"}


def _metadata(upload: NewUpload) -> str:
    told = {
        "submission_id": str(upload.submission_id),
        "attachment_id": str(upload.attachment_id),
        "sha256": upload.sha256,
        "filetype": "application/age",
    }
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode('ascii')}" for name, value in told.items())
