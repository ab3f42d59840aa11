"""The client believes only what the contract knows; each wrong answer is told for what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.utils import format_datetime
from typing import Any
from uuid import UUID

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from doubles.manual import START, ManualClock

from kiosk.domain.portal import (
    Busy,
    Filed,
    NewUpload,
    NotKnown,
    OutOfStep,
    Reached,
    Refused,
    Unauthorised,
    Unreachable,
    Untrusted,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from offline_queue.device_token import DeviceIdentity
from offline_queue.portal_client import HttpPortal
from offline_queue.route import Route

ID = UUID("01980000-0000-7000-8000-000000000000")
MANIFEST = "ab" * 32
UPLOAD = NewUpload(ID, UUID("01980000-0000-7000-8000-000000000001"), 10, "cd" * 32)
RECEIPT = {
    "submission_id": str(ID),
    "manifest_sha256": MANIFEST,
    "received_at": "2026-10-12T01:32:00Z",
    "dossier_code": "H00.00-261012-0001",
}

Answer = Callable[[httpx.Request], httpx.Response]


@contextmanager
def portal(answer: Answer | httpx.Response, identity: DeviceIdentity | None = None) -> Iterator[HttpPortal]:
    reply = (lambda _request: answer) if isinstance(answer, httpx.Response) else answer
    client = HttpPortal("https://gateway.example/base", identity, Route(5.0), ManualClock(), httpx.MockTransport(reply))
    try:
        yield client
    finally:
        client.close()


def file(answer: Answer | httpx.Response) -> object:
    with portal(answer) as client:
        return client.file(ID, {"manifest_sha256": MANIFEST})


@pytest.mark.parametrize("status", [200, 201])
def test_our_own_receipt_is_believed(status: int) -> None:
    filed = file(httpx.Response(status, json=RECEIPT))
    assert isinstance(filed, Filed)
    assert filed.receipt.dossier_code == "H00.00-261012-0001"


@pytest.mark.parametrize(
    "document",
    [
        {**RECEIPT, "submission_id": str(UPLOAD.attachment_id)},
        {**RECEIPT, "manifest_sha256": "00" * 32},
        {**RECEIPT, "received_at": "yesterday"},
        {**RECEIPT, "received_at": "2026-10-12T01:32:00"},
        {**RECEIPT, "received_at": "0001-01-01T00:00:00+07:00"},
        {name: value for name, value in RECEIPT.items() if name != "manifest_sha256"},
        [],
        "Đã nhận",
    ],
)
def test_any_other_receipt_is_a_failed_try(document: Any) -> None:
    assert isinstance(file(httpx.Response(201, json=document)), Untrusted)


def test_a_captive_portal_is_never_believed() -> None:
    page = httpx.Response(200, html="<h1>Welcome</h1>")
    with portal(page) as client:
        answers = [
            client.reach(),
            client.start_upload(UPLOAD),
            client.upload_offset("u"),
            client.append("u", 0, b"x"),
            client.file(ID, {"manifest_sha256": MANIFEST}),
            client.receipt(ID, MANIFEST),
            client.lookup("code", "secret"),
        ]
    assert all(isinstance(answer, Untrusted) for answer in answers)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 507])
def test_busy_answers_are_tried_again(status: int) -> None:
    assert file(httpx.Response(status)) == Busy(status)


@pytest.mark.parametrize("status", [400, 409, 413, 415, 422])
def test_refusals_for_good_carry_the_portals_words(status: int) -> None:
    assert file(httpx.Response(status, json={"detail": "kind is unknown"})) == Refused(status, "kind is unknown")


def test_long_numbers_in_the_portals_words_are_not_kept() -> None:
    refused = file(httpx.Response(422, json={"detail": "id number 087153004821 is wrong" + "!" * 500}))
    assert isinstance(refused, Refused)
    assert "087153004821" not in refused.detail
    assert len(refused.detail) <= 200


@pytest.mark.parametrize("status", [401, 403])
def test_a_kiosk_that_is_not_accepted_is_told_so(status: int) -> None:
    assert isinstance(file(httpx.Response(status)), Unauthorised)


@pytest.mark.parametrize("status", [204, 206, 304, 402, 404, 405, 418])
def test_what_the_contract_does_not_know_is_never_for_good(status: int) -> None:
    assert isinstance(file(httpx.Response(status)), Untrusted)


def test_retry_after_is_read_as_seconds_and_as_a_date() -> None:
    assert file(httpx.Response(503, headers={"Retry-After": "120"})) == Busy(503, 120.0)
    date = format_datetime(START + timedelta(seconds=90), usegmt=True)
    assert file(httpx.Response(503, headers={"Retry-After": date})) == Busy(503, 90.0)
    assert file(httpx.Response(503, headers={"Retry-After": "soon"})) == Busy(503, None)


def test_missing_uploads_are_named() -> None:
    assert file(httpx.Response(424, json={"uploads": ["a", "b"]})) == UploadsMissing(("a", "b"))
    assert file(httpx.Response(424)) == UploadsMissing(())


@pytest.mark.parametrize(
    "place",
    [
        "http://gateway.example/base/kiosk/v1/x",
        "https://evil.example/x",
        "//evil.example/x",
        "https://gateway.example:444/",
        "https://[gateway.example/",
    ],
)
def test_a_redirect_to_another_origin_is_not_followed(place: str) -> None:
    asked: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(307, headers={"Location": place})

    assert isinstance(file(reply), Untrusted)
    assert len(asked) == 1


def test_a_redirect_within_the_gateway_is_followed_with_the_same_question() -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/base/"):
            return httpx.Response(308, headers={"Location": "/v2" + request.url.path})
        assert request.method == "PUT"
        assert b"manifest_sha256" in request.content
        return httpx.Response(201, json=RECEIPT)

    assert isinstance(file(reply), Filed)
    assert isinstance(file(httpx.Response(307, headers={"Location": "?again"})), Untrusted)


def test_an_endless_page_is_cut_off() -> None:
    assert isinstance(file(httpx.Response(201, content=b" " * 2_000_000)), Untrusted)


def test_a_broken_line_is_unreachable() -> None:
    def reply(_request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too late")

    assert file(reply) == Unreachable("ReadTimeout")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/base/kiosk/v1/uploads/42", UploadStarted("42")),
        ("https://gateway.example/base/kiosk/v1/uploads/42", UploadStarted("42")),
        ("42", UploadStarted("42")),
        ("https://evil.example/base/kiosk/v1/uploads/42", None),
        ("/elsewhere/42", None),
        ("https://[gateway.example/42", None),
        ("/base/kiosk/v1/uploads/", None),
        ("/base/kiosk/v1/uploads/../submissions/42", None),
        ("", None),
    ],
)
def test_an_upload_must_lie_with_the_gateway(location: str, expected: UploadStarted | None) -> None:
    with portal(httpx.Response(201, headers={"Location": location})) as client:
        answer = client.start_upload(UPLOAD)
    assert answer == expected if expected else isinstance(answer, Untrusted)


@pytest.mark.parametrize(
    ("status", "expected"), [(404, UploadGone()), (410, UploadGone()), (409, OutOfStep()), (460, OutOfStep())]
)
def test_answers_to_a_piece_are_told_apart(status: int, expected: object) -> None:
    with portal(httpx.Response(status)) as client:
        assert client.append("u", 0, b"x") == expected


def test_the_offset_is_read_from_the_headers() -> None:
    with portal(httpx.Response(200, headers={"Upload-Offset": "5", "Upload-Length": "9"})) as client:
        assert client.upload_offset("u") == UploadOffset(5, 9)
    with portal(httpx.Response(204, headers={"Upload-Offset": "7"})) as client:
        assert client.append("u", 0, b"x") == UploadOffset(7)
    with portal(httpx.Response(204, headers={"Upload-Offset": "-1"})) as client:
        assert isinstance(client.append("u", 0, b"x"), Untrusted)


def test_a_tus_server_is_reached() -> None:
    with portal(httpx.Response(204, headers={"Tus-Version": "1.0.0,0.2.2"})) as client:
        assert client.reach() == Reached()


def test_an_unknown_code_is_not_known() -> None:
    with portal(httpx.Response(404)) as client:
        assert client.receipt(ID, MANIFEST) == NotKnown()
        assert client.lookup("code", None) == NotKnown()


def identity() -> DeviceIdentity:
    key = Ed25519PrivateKey.generate()
    return DeviceIdentity("AH-01", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode())


def test_a_token_is_kept_and_renewed_once_when_it_is_not_accepted() -> None:
    given: list[str] = []

    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/oauth2/token"):
            given.append(f"token-{len(given)}")
            return httpx.Response(200, json={"access_token": given[-1], "token_type": "Bearer"})
        good = request.headers["Authorization"] == "Bearer token-1"
        return httpx.Response(201, json=RECEIPT) if good else httpx.Response(401)

    with portal(reply, identity()) as client:
        assert isinstance(client.file(ID, {"manifest_sha256": MANIFEST}), Filed)
        assert isinstance(client.file(ID, {"manifest_sha256": MANIFEST}), Filed)
    assert given == ["token-0", "token-1"]


@pytest.mark.parametrize("status", [400, 401, 403])
def test_without_a_token_nothing_is_asked(status: int) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        assert request.url.path.endswith("/oauth2/token")
        return httpx.Response(status, json={"error": "invalid_client"})

    with portal(reply, identity()) as client:
        assert client.receipt(ID, MANIFEST) == Unauthorised(status, "invalid_client")


def test_an_unusable_key_is_told_without_asking() -> None:
    with portal(httpx.Response(500), DeviceIdentity("AH-01", "no key")) as client:
        assert isinstance(client.receipt(ID, MANIFEST), Unauthorised)
