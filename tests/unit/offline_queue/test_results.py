"""A result is believed only byte for byte; a look-up that tells of one must tell of it in full."""

from __future__ import annotations

import base64
import gzip
import hashlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from doubles.manual import ManualClock
from doubles.tls_portal import Authority

from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    NotKnown,
    PortalFailure,
    ResultFetched,
    Unauthorised,
    Unreachable,
    Untrusted,
)
from kiosk.ports.portal import Enquiries
from offline_queue.portal_client import HttpPortal
from offline_queue.results import LARGEST
from offline_queue.route import Route

PDF = b"%PDF-1.7\nTr\xc3\xadch l\xe1\xbb\xa5c khai t\xe1\xbb\xad\n%%EOF\n"
CODE, SECRET = "H00.00-261012-0001", "K7M2QX"
WANTED = ElectronicResult("trich-luc", "Trích lục khai tử", len(PDF), hashlib.sha256(PDF).hexdigest())
GOOD = {"Content-Type": "application/pdf"}

Fetched = ResultFetched | NotKnown | PortalFailure
Answer = Callable[[httpx.Request], httpx.Response]


def fetch(
    answer: httpx.Response | Answer,
    wanted: ElectronicResult = WANTED,
    code: str = CODE,
    secret: str | None = SECRET,
) -> Fetched:
    reply = (lambda _request: answer) if isinstance(answer, httpx.Response) else answer
    client: Enquiries = HttpPortal(
        "http://gateway.example/base", None, Route(5.0), ManualClock(), httpx.MockTransport(reply)
    )
    return client.result(code, secret, wanted)


def pdf_answer(body: bytes = PDF, **headers: str) -> httpx.Response:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, headers={**GOOD, **told}, content=body)


def digest(name: str, body: bytes = PDF) -> str:
    return f"{name}=:{base64.b64encode(hashlib.new(name.replace('-', ''), body).digest()).decode()}:"


# the question


def test_it_is_asked_for_at_its_own_place_with_the_secret_of_the_slip() -> None:
    asked: list[httpx.Request] = []

    def reply(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return pdf_answer()

    assert fetch(reply) == ResultFetched(PDF)
    (request,) = asked
    assert (request.method, request.url.path) == ("GET", f"/base/kiosk/v1/dossiers/{CODE}/results/trich-luc")
    assert request.headers["X-Lookup-Secret"] == SECRET
    assert request.headers["Accept-Encoding"] == "identity"
    fetch(reply, secret=None)
    assert "X-Lookup-Secret" not in asked[-1].headers


@pytest.mark.parametrize(
    ("code", "document_id", "path"),
    [
        (CODE, "../../../oauth2/token", b"/results/..%2F..%2F..%2Foauth2%2Ftoken"),
        (CODE, "a/b", b"/results/a%2Fb"),
        (CODE, "a?b=c#d", b"/results/a%3Fb%3Dc%23d"),
        (CODE, "%2e%2e", b"/results/%252e%252e"),
        (CODE, "kết quả", b"/results/k%E1%BA%BFt%20qu%E1%BA%A3"),
        ("../x/y", "a", b"/dossiers/..%2Fx%2Fy/results/a"),
        ("//evil.example/x", "a", b"/dossiers/%2F%2Fevil.example%2Fx/results/a"),
    ],
)
def test_a_name_never_leads_to_another_place(code: str, document_id: str, path: bytes) -> None:
    asked: list[httpx.URL] = []

    def reply(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return httpx.Response(404)

    assert fetch(reply, replace(WANTED, document_id=document_id), code) == NotKnown()
    (url,) = asked
    assert url.host == "gateway.example"
    assert url.raw_path.startswith(b"/base/kiosk/v1/dossiers/")
    assert url.raw_path.endswith(path)
    assert url.raw_path.count(b"/") == 7


def never(_request: httpx.Request) -> httpx.Response:
    raise AssertionError("was asked")


@pytest.mark.parametrize(("code", "document_id"), [(CODE, ".."), (CODE, "."), (CODE, ""), ("..", "a"), ("", "a")])
def test_a_name_that_is_none_is_not_asked_for(code: str, document_id: str) -> None:
    assert isinstance(fetch(never, replace(WANTED, document_id=document_id), code), Untrusted)


@pytest.mark.parametrize("size", [LARGEST + 1, 0, -1])
def test_a_size_that_no_kiosk_takes_is_not_asked_for(size: int) -> None:
    assert isinstance(fetch(never, replace(WANTED, size=size)), Untrusted)


@pytest.mark.parametrize("secret", ["", "K7M\r\nX-Evil: 1", "bí mật", "A" * 201, "K7 M2"])
def test_a_secret_that_no_slip_has_is_as_good_as_a_wrong_one(secret: str) -> None:
    assert fetch(never, secret=secret) == NotKnown()


# the answer


@pytest.mark.parametrize("kind", ["application/pdf", "Application/PDF", "application/pdf; charset=binary"])
def test_a_pdf_is_a_pdf(kind: str) -> None:
    assert fetch(pdf_answer(Content_Type=kind)) == ResultFetched(PDF)


OTHER = bytes([*PDF[:-1], PDF[-1] ^ 1])
PAGE = b"<!doctype html>" + PDF[15:]


@pytest.mark.parametrize(
    "answer",
    [
        pdf_answer(OTHER),
        pdf_answer(PDF[:-1]),
        pdf_answer(PDF + b"\n"),
        pdf_answer(b""),
        pdf_answer(PAGE),
        pdf_answer(Content_Type="text/html"),
        pdf_answer(Content_Type="application/pdfx"),
        httpx.Response(200, content=PDF),
        httpx.Response(200, html="<h1>Welcome</h1>"),
        httpx.Response(206, headers=GOOD, content=PDF),
        httpx.Response(204),
        httpx.Response(302, headers={"Location": "http://gateway.example/login"}),
        httpx.Response(307, headers={"Location": "https://evil.example/x"}),
    ],
)
def test_anything_else_is_not_trusted(answer: httpx.Response) -> None:
    refused = fetch(answer)
    assert isinstance(refused, Untrusted)
    assert not any(word in refused.message for word in (CODE, SECRET, WANTED.title, WANTED.document_id))


def test_a_result_that_begins_as_none_is_not_trusted_even_where_its_digest_is_right() -> None:
    wanted = replace(WANTED, size=len(PAGE), sha256=hashlib.sha256(PAGE).hexdigest())
    assert isinstance(fetch(pdf_answer(PAGE), wanted), Untrusted)


def test_a_result_of_another_size_than_told_is_not_trusted_even_where_its_digest_is_right() -> None:
    assert isinstance(fetch(pdf_answer(), replace(WANTED, size=len(PDF) + 1)), Untrusted)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_was_packed_on_the_way_is_not_even_read(encoding: str) -> None:
    def packed() -> Iterator[bytes]:
        yield gzip.compress(PDF)
        raise AssertionError("was read")

    answer = httpx.Response(200, headers={**GOOD, "Content-Encoding": encoding}, content=packed())
    assert isinstance(fetch(answer), Untrusted)
    assert fetch(pdf_answer(Content_Encoding="identity")) == ResultFetched(PDF)


def test_no_more_is_read_than_the_look_up_told_of() -> None:
    def endless() -> Iterator[bytes]:
        yield PDF
        yield b" "
        raise AssertionError("was read")

    assert fetch(httpx.Response(200, headers=GOOD, content=endless())) == Untrusted("an endless page")


@pytest.mark.parametrize("status", [404, 429, 503])
def test_the_page_of_a_refusal_may_be_longer_than_the_result(status: int) -> None:
    expected = NotKnown() if status == 404 else Busy(status)
    assert fetch(httpx.Response(status, content=b" " * 10_000)) == expected


def test_a_kiosk_that_is_not_let_in_is_told_so() -> None:
    assert isinstance(fetch(httpx.Response(401)), Unauthorised)


# Content-Digest (RFC 9530)


@pytest.mark.parametrize(
    "field",
    [
        digest("sha-256"),
        digest("sha-512"),
        f"{digest('sha-256')}, {digest('sha-512')}",
        f"{digest('sha-256')};a=1,{digest('sha-512')} ; b",
        digest("sha-256").replace("sha", "SHA"),
        "md5=:AAAA:",
        'crc32c="what, is this"',
        f"unixsum=:AA:, {digest('sha-256')}",
        "",
        " , ",
    ],
)
def test_a_digest_that_agrees_or_is_unknown_hinders_nothing(field: str) -> None:
    assert fetch(pdf_answer(Content_Digest=field)) == ResultFetched(PDF)


@pytest.mark.parametrize(
    "field",
    [
        digest("sha-256", OTHER),
        digest("sha-512", OTHER),
        f"{digest('sha-256')}, {digest('sha-512', OTHER)}",
        f"md5=:AAAA:, {digest('sha-256', OTHER)}",
        digest("sha-256").replace(":", ""),
        digest("sha-256").rstrip(":"),
        digest("sha-256").replace("=:", "=:!"),
        "sha-256",
        "sha-256=::",
        "sha-256=:AAA:",
        f"sha-256={WANTED.sha256}",
        "sha-512=?1",
    ],
)
def test_a_digest_that_differs_or_cannot_be_read_is_not_trusted(field: str) -> None:
    refused = fetch(pdf_answer(Content_Digest=field))
    assert isinstance(refused, Untrusted)
    assert "Content-Digest" in refused.message


def test_several_lines_of_digests_all_count() -> None:
    lines = [("Content-Type", "application/pdf"), ("Content-Digest", digest("sha-512"))]
    assert fetch(httpx.Response(200, headers=lines, content=PDF)) == ResultFetched(PDF)
    lines.append(("Content-Digest", digest("sha-256", OTHER)))
    assert isinstance(fetch(httpx.Response(200, headers=lines, content=PDF)), Untrusted)


# the look-up that tells of results

TOLD = {"document_id": "trich-luc", "title": WANTED.title, "bytes": len(PDF), "sha256": WANTED.sha256}


def standing(results: object) -> DossierStanding | NotKnown | PortalFailure:
    document = {"code": CODE, "reference_code": "APS-AH01-261012-0007-K", "status": 9, "results": results}
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, json=document))
    return HttpPortal("http://gateway.example", None, Route(5.0), ManualClock(), transport).lookup(CODE, SECRET)


def test_a_look_up_tells_of_results() -> None:
    found = standing([TOLD, {**TOLD, "document_id": "b", "sha256": WANTED.sha256.upper()}])
    assert isinstance(found, DossierStanding)
    assert found.results == (WANTED, replace(WANTED, document_id="b"))


@pytest.mark.parametrize("nothing", [None, []])
def test_a_dossier_without_results_has_none(nothing: object) -> None:
    found = standing(nothing)
    assert isinstance(found, DossierStanding)
    assert found.results == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"document_id": 7},
        {"document_id": ""},
        {"title": None},
        {"title": " "},
        {"bytes": "300"},
        {"bytes": 300.0},
        {"bytes": True},
        {"bytes": 0},
        {"bytes": -1},
        {"sha256": "ab" * 31},
        {"sha256": "zz" * 32},
        {"sha256": None},
    ],
)
def test_a_result_that_is_told_of_by_halves_spoils_the_whole_answer(changes: dict[str, Any]) -> None:
    assert isinstance(standing([TOLD, {**TOLD, **changes}]), Untrusted)
    (name,) = changes
    assert isinstance(standing([{key: value for key, value in TOLD.items() if key != name}]), Untrusted)


@pytest.mark.parametrize("results", [{"a": TOLD}, "trich-luc", [None], ["trich-luc"], 1])
def test_results_that_are_no_list_of_results_spoil_it_too(results: object) -> None:
    assert isinstance(standing(results), Untrusted)


# an end to every question


@contextmanager
def dripping(first: bytes, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """A gateway that begins to answer, and then gives a byte now and then, for ever; yields its address."""
    ended = threading.Event()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            if tls is not None:
                connection = tls.wrap_socket(connection, server_side=True)
            with connection, closing(connection.makefile("wb", 0)) as line:
                connection.recv(65_536)
                try:
                    line.write(first)
                    while not ended.wait(0.02):
                        line.write(b"x")
                except OSError:
                    continue

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            ended.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 9000000\r\n\r\n%PDF-",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-",
        b"HTTP/1.1 200 OK\r\nX-",
        b"",
    ],
)
def test_an_answer_that_drips_for_ever_is_broken_off(first: bytes) -> None:
    wanted = replace(WANTED, size=9_000_000)
    with (
        dripping(first) as url,
        closing(HttpPortal(url, None, Route(30.0, longest_s=0.2), ManualClock())) as client,
    ):
        assert client.result(CODE, SECRET, wanted) == Unreachable("too late")
        assert client.lookup(CODE, SECRET) == Unreachable("too late")


def test_one_that_drips_through_tls_as_well(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(authority.certificate())
    route = Route(30.0, ca_file=authority.file, longest_s=0.3)
    with (
        dripping(b"HTTP/1.1 200 OK\r\nX-", tls) as url,
        closing(HttpPortal(url, None, route, ManualClock())) as client,
    ):
        assert client.lookup(CODE, SECRET) == Unreachable("too late")
