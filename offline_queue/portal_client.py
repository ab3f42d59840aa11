"""The Portal port over HTTP (portal-api.yaml): tus uploads, one idempotent filing, receipts that must be our own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

import httpx

from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    Filed,
    NewUpload,
    NotKnown,
    OutOfStep,
    PortalFailure,
    Reached,
    Receipt,
    Refused,
    Unauthorised,
    Unreachable,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue
from offline_queue.device_token import ASSERTION_TYPE, DeviceIdentity

_TUS = {"Tus-Resumable": "1.0.0"}
_AGAIN = frozenset({408, 425, 429})
_FOR_GOOD = frozenset({400, 413, 415, 422})
_NO_ENTRY = frozenset({401, 403})


class HttpPortal:
    """One gateway over HTTP. ``identity`` None sends no token (a gateway that knows its kiosks by mutual TLS)."""

    def __init__(self, url: str, identity: DeviceIdentity | None, timeout_s: float) -> None:
        self._url = url.rstrip("/") + "/"
        self._identity = identity
        self._token: str | None = None
        self._http = httpx.Client(timeout=timeout_s, follow_redirects=False)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def reach(self) -> Reached | PortalFailure:
        """Ask whether the gateway answers, by a request for a token or for nothing."""
        answer = self._send("OPTIONS", "kiosk/v1/uploads", headers=_TUS)
        if not isinstance(answer, httpx.Response):
            return answer
        return Reached() if answer.status_code in {200, 204} else _failure(answer)

    def start_upload(self, upload: NewUpload) -> UploadStarted | PortalFailure:
        """Announce a sealed file (tus creation)."""
        metadata = {
            "submission_id": str(upload.submission_id),
            "attachment_id": str(upload.attachment_id),
            "sha256": upload.sha256,
            "filetype": "application/age",
        }
        headers = {
            **_TUS,
            "Upload-Length": str(upload.size),
            "Upload-Metadata": ",".join(
                f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in metadata.items()
            ),
        }
        answer = self._send("POST", "kiosk/v1/uploads", headers=headers)
        if not isinstance(answer, httpx.Response):
            return answer
        location = answer.headers.get("Location")
        if answer.status_code != httpx.codes.CREATED or not location:
            return _failure(answer)
        return UploadStarted(urlsplit(urljoin(self._url, location)).path.rsplit("/", 1)[-1])

    def upload_offset(self, upload_id: str) -> UploadOffset | UploadGone | PortalFailure:
        """Ask where to go on (tus HEAD)."""
        answer = self._send("HEAD", f"kiosk/v1/uploads/{upload_id}", headers=_TUS)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in {404, 410}:
            return UploadGone()
        offset, size = _number(answer, "Upload-Offset"), _number(answer, "Upload-Length")
        if answer.status_code not in {200, 204} or offset is None:
            return _failure(answer)
        return UploadOffset(offset, size)

    def append(
        self, upload_id: str, offset: int, piece: bytes
    ) -> UploadOffset | OutOfStep | UploadGone | PortalFailure:
        """Send one piece with its checksum (tus PATCH)."""
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        headers = {
            **_TUS,
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {digest}",
            "Content-Type": "application/offset+octet-stream",
        }
        answer = self._send("PATCH", f"kiosk/v1/uploads/{upload_id}", headers=headers, content=piece)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in {404, 410}:
            return UploadGone()
        if answer.status_code in {409, 460}:
            return OutOfStep()
        reached = _number(answer, "Upload-Offset")
        if answer.status_code != httpx.codes.NO_CONTENT or reached is None:
            return _failure(answer)
        return UploadOffset(reached)

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        """File a submission (idempotent PUT)."""
        answer = self._send("PUT", f"kiosk/v1/submissions/{submission_id}", json=dict(document))
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code in {200, 201}:
            return _receipt(answer, submission_id, str(document["manifest_sha256"]))
        if answer.status_code == httpx.codes.FAILED_DEPENDENCY:
            uploads = _json(answer).get("uploads")
            return UploadsMissing(tuple(map(str, uploads)) if isinstance(uploads, list) else ())
        if answer.status_code == httpx.codes.CONFLICT:
            return Refused(answer.status_code, _detail(answer))
        return _failure(answer)

    def receipt(self, submission_id: UUID, manifest_sha256: str) -> Filed | NotKnown | PortalFailure:
        """Ask for the receipt again."""
        answer = self._send("GET", f"kiosk/v1/submissions/{submission_id}")
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code == httpx.codes.NOT_FOUND:
            return NotKnown()
        if answer.status_code != httpx.codes.OK:
            return _failure(answer)
        return _receipt(answer, submission_id, manifest_sha256)

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        """Ask how a dossier stands."""
        question = {"code": code} if secret is None else {"code": code, "secret": secret}
        answer = self._send("POST", "kiosk/v1/dossiers/lookup", json=question)
        if not isinstance(answer, httpx.Response):
            return answer
        if answer.status_code == httpx.codes.NOT_FOUND:
            return NotKnown()
        if answer.status_code != httpx.codes.OK:
            return _failure(answer)
        return _standing(answer)

    def _send(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, **body: Any
    ) -> httpx.Response | PortalFailure:
        """Send with a token; once more with a new one when the first was not accepted."""
        answer: httpx.Response | PortalFailure = Unreachable("not tried")
        for _ in range(2):
            token = self._bearer()
            if not isinstance(token, dict):
                return token
            answer = self._ask(method, path, headers={**token, **(headers or {})}, **body)
            if not isinstance(answer, httpx.Response) or answer.status_code not in _NO_ENTRY:
                return answer
            self._token = None
        return answer

    def _ask(self, method: str, path: str, **parts: Any) -> httpx.Response | PortalFailure:
        try:
            return self._http.request(method, urljoin(self._url, path), **parts)
        except httpx.HTTPError as error:
            return Unreachable(f"{type(error).__name__}: {error}")

    def _bearer(self) -> dict[str, str] | PortalFailure:
        if self._identity is None:
            return {}
        if self._token is None:
            answer = self._ask("POST", "oauth2/token", data=self._token_request(self._identity))
            if not isinstance(answer, httpx.Response):
                return answer
            token = _json(answer).get("access_token")
            if answer.status_code in {400, 401, 403}:
                return Unauthorised(answer.status_code, _detail(answer))
            if answer.status_code != httpx.codes.OK or not isinstance(token, str):
                return _failure(answer)
            self._token = token
        return {"Authorization": f"Bearer {self._token}"}

    def _token_request(self, identity: DeviceIdentity) -> dict[str, str]:
        return {
            "grant_type": "client_credentials",
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": identity.assertion(urljoin(self._url, "oauth2/token")),
        }


def _failure(answer: httpx.Response) -> PortalFailure:
    """Sort an answer that is not the hoped-for one, as the contract's description has it."""
    status = answer.status_code
    if status in _NO_ENTRY:
        return Unauthorised(status, _detail(answer))
    if status in _FOR_GOOD:
        return Refused(status, _detail(answer))
    if status in _AGAIN or status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Busy(status, _retry_after(answer))
    return Untrusted(f"an answer that the contract does not know: {status}")


def _receipt(answer: httpx.Response, submission_id: UUID, manifest_sha256: str) -> Filed | Untrusted:
    """Believe a receipt only when it names our own submission and manifest; anything else is a failed try."""
    document = _json(answer)
    try:
        receipt = Receipt(
            UUID(str(document["submission_id"])),
            str(document["manifest_sha256"]),
            datetime.fromisoformat(str(document["received_at"])),
            None if document.get("dossier_code") is None else str(document["dossier_code"]),
        )
    except (KeyError, ValueError):
        return Untrusted("a page that is no receipt")
    if receipt.submission_id != submission_id or receipt.manifest_sha256 != manifest_sha256:
        return Untrusted("a receipt for something else")
    return Filed(receipt)


def _standing(answer: httpx.Response) -> DossierStanding | Untrusted:
    document = _json(answer)

    def moment(name: str) -> datetime | None:
        value = document.get(name)
        return None if value is None else datetime.fromisoformat(str(value))

    try:
        return DossierStanding(
            code=document.get("code"),
            reference_code=str(document["reference_code"]),
            procedure_name=str(document.get("procedure_name", "")),
            status=int(document["status"]),
            status_at=moment("status_at"),
            due_at=moment("due_at"),
            officer_message=document.get("officer_message"),
            fee_due=document.get("fee_due"),
            pickup=document.get("pickup"),
        )
    except (KeyError, TypeError, ValueError):
        return Untrusted("a page that is no dossier")


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        document = answer.json()
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _detail(answer: httpx.Response) -> str:
    document = _json(answer)
    return str(document.get("detail") or document.get("title") or document.get("error") or answer.reason_phrase)


def _number(answer: httpx.Response, header: str) -> int | None:
    value = answer.headers.get(header, "")
    return int(value) if value.isdecimal() else None


def _retry_after(answer: httpx.Response) -> float | None:
    """Read ``Retry-After`` in seconds; a date is not waited for, the jitter is enough."""
    number = _number(answer, "Retry-After")
    return None if number is None else float(number)
