"""Every rule of the contract is kept: what breaks one is refused with a problem that names it, and nothing is filed."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import pyrage
import pytest
from doubles.queue_line import device_key
from doubles.submissions import CANARIES, submission
from uuid6 import uuid7

from offline_queue.device_token import ASSERTION_TYPE, DeviceIdentity
from offline_queue.envelope import manifest_sha256
from offline_queue.payload import payload_bytes
from offline_queue.portal_simulator import PortalSimulator

TUS = {"Tus-Resumable": "1.0.0"}
PIECE = {**TUS, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}


class Talk:
    """A kiosk that can say anything."""

    def __init__(self, simulator: PortalSimulator) -> None:
        self.simulator = simulator
        self.identity = DeviceIdentity("AH-01", device_key(simulator))
        self.http = httpx.Client(base_url=simulator.url, trust_env=False, timeout=10)
        self.http.headers["Authorization"] = f"Bearer {self.token(self.assertion()).json()['access_token']}"

    def assertion(self) -> str:
        return self.identity.assertion(f"{self.simulator.url}/oauth2/token", datetime.now(UTC))

    def token(self, assertion: str, **changes: str) -> httpx.Response:
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": assertion,
        }
        return self.http.post("/oauth2/token", data=form | changes)

    def upload(self, headers: dict[str, str]) -> httpx.Response:
        return self.http.post("/kiosk/v1/uploads", headers=headers)

    def sealed(self, data: bytes) -> bytes:
        return pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(self.simulator.recipient)])

    def put(self, document: Any, submission_id: str, content_type: str = "application/json") -> httpx.Response:
        body = document if isinstance(document, bytes) else json.dumps(document).encode()
        return self.http.put(
            f"/kiosk/v1/submissions/{submission_id}", content=body, headers={"Content-Type": content_type}
        )


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    with PortalSimulator(tmp_path / "portal") as simulator:
        talk = Talk(simulator)
        yield talk
        talk.http.close()


def metadata(**changes: str) -> str:
    told = {
        "submission_id": str(uuid7()),
        "attachment_id": str(uuid7()),
        "sha256": "a" * 64,
        "filetype": "x/y",
    } | changes
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items() if value)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({"Upload-Length": "0"}, 400),
        ({"Upload-Length": "-5"}, 400),
        ({"Upload-Length": "many"}, 400),
        ({"Upload-Length": "999999999999"}, 413),
        ({"Upload-Metadata": ""}, 400),
        ({"Upload-Metadata": "submission_id !!!"}, 400),
        ({"Upload-Metadata": metadata(submission_id="x")}, 400),
        ({"Upload-Metadata": metadata(sha256="AB")}, 400),
        ({"Upload-Metadata": metadata(attachment_id="")}, 400),
        ({"Upload-Metadata": metadata(filetype="")}, 400),
        ({"Authorization": "Bearer nonsense"}, 401),
        ({"Authorization": ""}, 401),
    ],
)
def test_an_upload_that_is_badly_announced_is_refused(talk: Talk, changes: dict[str, str], status: int) -> None:
    headers = {**TUS, "Upload-Length": "5", "Upload-Metadata": metadata()}
    assert talk.upload(headers).status_code == 201
    answer = talk.upload(headers | changes)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Tus-Resumable": "2"}, 412),
        ({"Content-Type": "application/octet-stream"}, 415),
        ({"Upload-Offset": "1"}, 409),
        ({"Upload-Offset": ""}, 400),
        ({"Upload-Checksum": "md5 xyz"}, 400),
        ({"Upload-Checksum": "sha1 !"}, 400),
        ({"Upload-Checksum": "sha1 " + base64.b64encode(b"0" * 20).decode()}, 460),
    ],
)
def test_a_piece_that_breaks_a_rule_is_refused_and_leaves_nothing(
    talk: Talk, changes: dict[str, str], status: int
) -> None:
    created = talk.upload({**TUS, "Upload-Length": "5", "Upload-Metadata": metadata()})
    assert "Upload-Expires" in created.headers
    place = created.headers["Location"]
    assert talk.http.patch(place, content=b"hello", headers=PIECE | changes).status_code == status
    stands = talk.http.head(place, headers=TUS)
    assert (stands.headers["Upload-Offset"], stands.headers["Upload-Length"]) == ("0", "5")
    assert stands.headers["Cache-Control"] == "no-store"
    good = base64.b64encode(hashlib.sha256(b"hello").digest()).decode()
    assert talk.http.patch(place, content=b"hello", headers=PIECE | {"Upload-Checksum": f"sha256 {good}"}).is_success
    assert talk.http.patch(place, content=b"!", headers=PIECE | {"Upload-Offset": "5"}).status_code == 400


def document(talk: Talk, changes: dict[str, Any], inside: dict[str, Any] | None = None) -> tuple[dict[str, Any], str]:
    """Return a rating-like submission without papers, with changes outside and inside, and a right manifest digest."""
    dossier = submission()
    payload = json.loads(payload_bytes(dossier)) | (inside or {})
    outside: dict[str, Any] = {
        "kind": "dossier",
        "created_at": "2026-10-12T01:31:00Z",
        "kiosk_id": "AH-01",
        "reference_code": "APS-AH01-261012-0007-K",
        "procedure": {"code": "2.000635", "version": "1"},
        "payload": base64.b64encode(talk.sealed(json.dumps(payload).encode())).decode(),
        "attachments": [],
    }
    outside |= changes
    outside = {name: value for name, value in outside.items() if value != "left out"}
    digest = manifest_sha256(outside) if isinstance(outside.get("attachments"), list) else "0" * 64
    return {"manifest_sha256": digest} | outside, str(dossier.submission_id)


FILE = {"attachment_id": str(uuid7()), "upload_id": "u", "bytes": 5, "sha256": "a" * 64}

OUTSIDE: list[tuple[dict[str, Any], int]] = [
    ({"kind": "petition"}, 422),
    ({"kind": "left out"}, 422),
    ({"created_at": "12/10/2026"}, 422),
    ({"created_at": "2026-10-12T01:31:00"}, 422),
    ({"kiosk_id": "AH-02"}, 422),
    ({"reference_code": ""}, 422),
    ({"reference_code": 7}, 422),
    ({"procedure": "2.000635"}, 422),
    ({"procedure": {"code": "2.000635", "name": "Trích lục"}}, 422),
    ({"payload": "not base64!"}, 422),
    ({"payload": "aGVsbG8="}, 422),
    ({"payload": "left out"}, 422),
    ({"full_name": "NGUYỄN THỊ CANARY-HOA"}, 422),
    ({"attachments": {}}, 422),
    ({"attachments": ["x"]}, 422),
    ({"attachments": [FILE | {"bytes": 0}]}, 422),
    ({"attachments": [FILE | {"bytes": "5"}]}, 422),
    ({"attachments": [FILE | {"sha256": "A" * 64}]}, 422),
    ({"attachments": [FILE | {"attachment_id": "x"}]}, 422),
    ({"attachments": [FILE | {"name": "x"}]}, 422),
    ({"attachments": [FILE, FILE]}, 422),
    ({"attachments": [FILE]}, 424),
    ({"manifest_sha256": "0" * 64}, 422),
    ({"manifest_sha256": 7}, 422),
]

INSIDE: list[dict[str, Any]] = [
    {"answers": []},
    {"applicant": None},
    {"applicant": {"full_name": "X", "identity": "passport"}},
    {"applicant": {"full_name": "X", "shoe_size": 44}},
    {"delivery": {"method": "pigeon"}},
    {"delivery": {"method": "post", "address": None}},
    {"consents": [{"given_at": "2026-10-12"}]},
    {"lookup_secret": None},
    {"attachments": [{"attachment_id": str(uuid7())}]},
    {"comment": "x"},
]


@pytest.mark.parametrize(("changes", "status"), OUTSIDE)
def test_an_outside_that_breaks_a_rule_is_refused(talk: Talk, changes: dict[str, Any], status: int) -> None:
    answer = talk.put(*document(talk, changes))
    assert answer.status_code == status
    check_problem(answer)
    assert talk.simulator.filed() == []


@pytest.mark.parametrize("inside", INSIDE)
def test_an_inside_that_breaks_a_rule_is_refused(talk: Talk, inside: dict[str, Any]) -> None:
    answer = talk.put(*document(talk, {}, inside))
    assert answer.status_code == 422
    check_problem(answer)
    assert talk.simulator.filed() == []


def check_problem(answer: httpx.Response) -> None:
    problem = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert problem["detail"]
    assert not any(canary in answer.text for canary in CANARIES)


def test_the_same_submission_without_a_breach_is_filed(talk: Talk) -> None:
    assert talk.put(*document(talk, {})).status_code == 201


def test_what_is_no_submission_at_all_is_refused(talk: Talk) -> None:
    good, submission_id = document(talk, {})
    assert talk.put(b"{", submission_id).status_code == 400
    assert talk.put([], submission_id).status_code == 422
    assert talk.put(good, submission_id, "text/plain").status_code == 415
    assert talk.put(good, "no-id").status_code == 400
    assert talk.put(good, "12345678-1234-4234-8234-123456789012").status_code == 422
    assert talk.put(b" " * 9_000_000, submission_id).status_code == 413
    assert talk.http.delete(f"/kiosk/v1/submissions/{submission_id}").status_code == 405
    assert talk.http.post("/kiosk/v1/dossiers/H00/payments").status_code == 404


Breach = Callable[[Any], Any]

PAPERS: list[tuple[str, Breach]] = [
    ("pages", lambda paper: replace(paper, pages=3)),
    ("not a PDF", lambda paper: replace(paper, pdf=b"%PDF-1.7 hello")),
    ("file_name", lambda paper: replace(paper, file_name="uy_quyen_1_Giấy.pdf")),
    ("file_name", lambda paper: replace(paper, file_name="khac_1_Giay.pdf")),
    ("file_name", lambda paper: replace(paper, file_name="uy_quyen_0_Giay.pdf")),
    ("file_name", lambda paper: replace(paper, file_name="uy_quyen_1_../x.pdf")),
    ("file_name", lambda paper: replace(paper, file_name=f"uy_quyen_1_{'x' * 90}.pdf")),
    ("component", lambda paper: replace(paper, component="../uy_quyen")),
]


@pytest.mark.parametrize(("named", "breach"), PAPERS)
def test_a_paper_that_breaks_a_rule_is_refused(talk: Talk, named: str, breach: Breach) -> None:
    dossier = submission(500)
    dossier = replace(dossier, attachments=(breach(dossier.attachments[0]),))
    (paper,) = dossier.attachments
    data = talk.sealed(paper.pdf)
    digest = hashlib.sha256(data).hexdigest()
    told = metadata(submission_id=str(dossier.submission_id), attachment_id=str(paper.attachment_id), sha256=digest)
    place = talk.upload({**TUS, "Upload-Length": str(len(data)), "Upload-Metadata": told}).headers["Location"]
    assert talk.http.patch(place, content=data, headers=PIECE).is_success
    file = {"attachment_id": str(paper.attachment_id), "upload_id": place.rsplit("/")[-1], "bytes": len(data)}
    payload = base64.b64encode(talk.sealed(payload_bytes(dossier))).decode()
    outside, _ = document(talk, {"payload": payload, "attachments": [{**file, "sha256": digest}]})
    answer = talk.put(outside, str(dossier.submission_id))
    assert answer.status_code == 422
    assert named in answer.json()["detail"]
    assert talk.simulator.filed() == []


def test_an_assertion_is_good_once_for_this_portal_and_not_for_long(talk: Talk) -> None:
    once = talk.assertion()
    assert talk.token(once).status_code == 200
    assert talk.token(once).json() == {"error": "invalid_client"}
    elsewhere = talk.identity.assertion("https://gateway.example/oauth2/token", datetime.now(UTC))
    assert talk.token(elsewhere).status_code == 401
    expired = talk.identity.assertion(f"{talk.simulator.url}/oauth2/token", datetime.now(UTC) - timedelta(hours=1))
    assert talk.token(expired).status_code == 401
    far = talk.identity.assertion(f"{talk.simulator.url}/oauth2/token", datetime.now(UTC) + timedelta(hours=1))
    assert talk.token(far).status_code == 401
    assert talk.token("nonsense").status_code == 401
    claims = jwt.decode(talk.assertion(), options={"verify_signature": False})
    forged = jwt.encode(claims, "secret" * 8, algorithm="HS256")
    assert talk.token(forged).status_code == 401
    assert talk.token(talk.assertion(), grant_type="password").status_code == 400


def test_control_changes_switches_and_refuses_unknown_ones_even_when_the_line_is_cut(talk: Talk) -> None:
    assert talk.http.post("/control", json={"online": False}).json()["online"] is False
    with pytest.raises(httpx.TransportError):
        talk.http.get("/kiosk/v1/submissions/x")
    assert talk.http.post("/control", json={"bogus": 1}).status_code == 400
    assert talk.http.post("/control", json={"fail_times": -1}).status_code == 400
    assert talk.http.post("/control", json={}, headers={"Origin": "https://evil.example"}).status_code == 403
    assert talk.http.get("/control").json()["online"] is False
    assert talk.http.post("/control", json={"online": True}).json()["online"] is True


def test_after_a_restart_it_knows_its_kiosks_uploads_and_dossiers(tmp_path: Path) -> None:
    with PortalSimulator(tmp_path / "portal") as first:
        talk = Talk(first)
        place = talk.upload({**TUS, "Upload-Length": "5", "Upload-Metadata": metadata()}).headers["Location"]
        assert talk.http.patch(place, content=b"hel", headers=PIECE).is_success
        filed, submission_id = document(talk, {})
        receipt = talk.put(filed, submission_id).json()
        recipient = first.recipient
        talk.http.close()
    with PortalSimulator(tmp_path / "portal") as second:
        assert second.recipient == recipient
        talk.simulator = second
        with httpx.Client(base_url=second.url, trust_env=False) as http:
            talk.http = http
            http.headers["Authorization"] = f"Bearer {talk.token(talk.assertion()).json()['access_token']}"
            assert http.head(place, headers=TUS).headers["Upload-Offset"] == "3"
            again = talk.put(filed, submission_id)
            assert (again.status_code, again.json()) == (200, receipt)
            assert [folder.name for folder in second.filed()] == [submission_id]
