"""The Portal port, kept by the HTTP client against the strict simulator."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from doubles.queue_line import device_key
from doubles.sealed import Sealed, filed, sealed, start, upload
from doubles.submissions import pdf
from uuid6 import uuid7

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    Filed,
    MissingPaper,
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
)
from kiosk.domain.submission import Attachment, SubmissionKind
from kiosk.ports.portal import Portal
from offline_queue.device_token import DeviceIdentity
from offline_queue.portal_client import HttpPortal
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.route import Route


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[PortalSimulator]:
    with PortalSimulator(tmp_path / "portal") as simulator:
        yield simulator


@pytest.fixture
def portal(simulator: PortalSimulator) -> Iterator[Portal]:
    client = HttpPortal(simulator.url, DeviceIdentity("AH-01", device_key(simulator)), Route(5.0), SystemClock())
    yield client
    client.close()


def test_it_can_be_reached(portal: Portal) -> None:
    assert portal.reach() == Reached()


def test_what_is_filed_is_unsealed_whole(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000, 300_000)
    receipt = filed(portal, dossier).receipt
    assert receipt.submission_id == dossier.inside.submission_id
    assert receipt.manifest_sha256 == dossier.manifest
    assert str(receipt.dossier_code).startswith("H00.00-")
    (folder,) = simulator.filed()
    assert json.loads((folder / "payload.json").read_bytes())["answers"] == dossier.inside.answers
    papers = {path.name: path.read_bytes() for path in (folder / "papers").iterdir()}
    assert papers == {one.file_name: one.pdf for one in dossier.inside.attachments}


def test_filing_again_answers_the_first_receipt(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000)
    first = filed(portal, dossier)
    again = portal.file(
        dossier.inside.submission_id,
        replace(
            dossier.envelope,
            attachments=tuple(replace(one, upload_id="long-gone") for one in dossier.envelope.attachments),
        ).document(),
    )
    assert again == first
    assert len(simulator.filed()) == 1


def test_the_same_id_with_another_content_is_refused_for_good(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator)
    filed(portal, dossier)
    other = replace(dossier.envelope, created_at="2026-10-12T01:31:01.000Z")
    answer = portal.file(dossier.inside.submission_id, other.document())
    assert isinstance(answer, Refused)
    assert answer.status == 409


def test_a_filing_whose_answer_is_lost_has_happened_once(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000)
    document = upload(portal, dossier).document()
    simulator.change({"drop_answers": 1})
    assert isinstance(portal.file(dossier.inside.submission_id, document), Unreachable)
    assert isinstance(portal.file(dossier.inside.submission_id, document), Filed)
    assert len(simulator.filed()) == 1


@pytest.mark.parametrize("broken_after", [0, 1, 99_999, 250_000])
def test_what_arrived_before_a_broken_line_is_kept(
    portal: Portal, simulator: PortalSimulator, broken_after: int
) -> None:
    dossier = sealed(simulator, 300_000)
    data = dossier.files.attachments[0].data
    upload_id = start(portal, dossier)
    simulator.change({"break_after": broken_after})
    assert isinstance(portal.append(upload_id, 0, data), Unreachable)
    stands = portal.upload_offset(upload_id)
    assert stands == UploadOffset(broken_after, len(data))
    assert portal.append(upload_id, broken_after, data[broken_after:]) == UploadOffset(len(data))
    attachment = replace(dossier.envelope.attachments[0], upload_id=upload_id)
    document = replace(dossier.envelope, attachments=(attachment,)).document()
    assert isinstance(portal.file(dossier.inside.submission_id, document), Filed)


def test_a_piece_at_another_place_is_out_of_step(portal: Portal, simulator: PortalSimulator) -> None:
    upload_id = start(portal, sealed(simulator, 1000))
    assert portal.append(upload_id, 5, b"x") == OutOfStep()
    assert portal.upload_offset(upload_id) == UploadOffset(0, sealed_size(simulator, upload_id))


def sealed_size(simulator: PortalSimulator, upload_id: str) -> int:
    return simulator.uploads.find(upload_id).size


def test_an_incomplete_and_an_unknown_upload_are_missing(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000, 1000, 1000)
    whole = upload(portal, dossier)
    begun = start(portal, dossier, 1)
    ids = (whole.attachments[0].upload_id, begun, "0" * 32)
    attachments = tuple(
        replace(one, upload_id=upload_id) for one, upload_id in zip(whole.attachments, ids, strict=True)
    )
    answer = portal.file(dossier.inside.submission_id, replace(whole, attachments=attachments).document())
    assert answer == UploadsMissing((begun, "0" * 32))
    assert simulator.filed() == []


def test_an_expired_upload_is_gone_and_missing(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000)
    envelope = upload(portal, dossier)
    upload_id = str(envelope.attachments[0].upload_id)
    simulator.uploads.expire_all()
    assert portal.upload_offset(upload_id) == UploadGone()
    assert portal.append(upload_id, 0, b"x") == UploadGone()
    assert portal.file(dossier.inside.submission_id, envelope.document()) == UploadsMissing((upload_id,))


def test_an_unknown_upload_is_gone(portal: Portal) -> None:
    assert portal.upload_offset("f" * 32) == UploadGone()


def test_a_receipt_can_be_had_again_and_holds_the_code_when_it_is_there(
    portal: Portal, simulator: PortalSimulator
) -> None:
    dossier = sealed(simulator)
    assert portal.receipt(dossier.inside.submission_id, dossier.manifest) == NotKnown()
    simulator.change({"late_codes": True})
    assert filed(portal, dossier).receipt.dossier_code is None
    late = portal.receipt(dossier.inside.submission_id, dossier.manifest)
    assert isinstance(late, Filed)
    assert late.receipt.dossier_code is None
    simulator.change({"late_codes": False})
    late = portal.receipt(dossier.inside.submission_id, dossier.manifest)
    assert isinstance(late, Filed)
    assert late.receipt.dossier_code is not None


def test_a_dossier_is_looked_up_by_either_code_with_its_secret_only(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator)
    receipt = filed(portal, dossier).receipt
    secret = dossier.inside.lookup_secret
    by_reference = portal.lookup(dossier.envelope.reference_code, secret)
    assert by_reference == portal.lookup(str(receipt.dossier_code), secret)
    assert not isinstance(by_reference, NotKnown)
    assert portal.lookup(dossier.envelope.reference_code, "WRONG") == NotKnown()
    assert portal.lookup(dossier.envelope.reference_code, None) == NotKnown()
    assert portal.lookup("APS-AH01-261012-0000-X", secret) == NotKnown()


# supplements


def supplement(simulator: PortalSimulator, code: str | None, *components: str) -> Sealed:
    """Return a supplement with one paper for each of these rows."""
    papers = tuple(
        Attachment(uuid7(), component, f"{component}_{number}_Giay.pdf", 2, pdf(2))
        for number, component in enumerate(components, 1)
    )
    kind = SubmissionKind.SUPPLEMENT
    return sealed(
        simulator, kind=kind, dossier_code=code, attachments=papers, applicant=None, delivery=None, consents=()
    )


@pytest.fixture
def asked(portal: Portal, simulator: PortalSimulator) -> str:
    """The code of a filed dossier, of which the portal asks for two rows."""
    dossier = sealed(simulator, 1000)
    code = str(filed(portal, dossier).receipt.dossier_code)
    simulator.change({"missing": {code: {"khai_sinh": "Ảnh mờ, không đọc được.", "bao_tu": "Thiếu giấy."}}})
    return code


def test_the_rows_that_the_portal_asks_for_are_told_with_their_reasons(
    portal: Portal, simulator: PortalSimulator, asked: str
) -> None:
    standing = portal.lookup(asked, "K7M2QX")
    assert isinstance(standing, DossierStanding)
    assert (standing.code, standing.status) == (asked, 5)
    assert standing.missing == (
        MissingPaper("khai_sinh", "Ảnh mờ, không đọc được."),
        MissingPaper("bao_tu", "Thiếu giấy."),
    )


def test_a_supplement_of_the_named_rows_is_filed_under_its_dossier(
    portal: Portal, simulator: PortalSimulator, asked: str
) -> None:
    for component in ("khai_sinh", "bao_tu"):
        more = supplement(simulator, asked, component)
        first = filed(portal, more)
        assert first.receipt.dossier_code == asked
        attachments = tuple(replace(one, upload_id="long-gone") for one in more.envelope.attachments)
        again = replace(more.envelope, attachments=attachments).document()
        assert portal.file(more.inside.submission_id, again) == first, "filed again: the first receipt"
    standing = portal.lookup(asked, "K7M2QX")
    assert isinstance(standing, DossierStanding)
    assert (standing.missing, standing.status) == ((), 1)
    payloads = [json.loads((folder / "payload.json").read_bytes()) for folder in simulator.filed()]
    assert [payload["dossier_code"] for payload in payloads] == [None, asked, asked]


@pytest.mark.parametrize("components", [("ho_khau",), ("khai_sinh", "ho_khau")])
def test_a_row_that_was_not_asked_for_is_refused_and_nothing_of_it_filed(
    portal: Portal, simulator: PortalSimulator, asked: str, components: tuple[str, ...]
) -> None:
    more = supplement(simulator, asked, *components)
    answer = portal.file(more.inside.submission_id, upload(portal, more).document())
    assert answer == Refused(422, "attachment row ho_khau was not asked for")
    assert len(simulator.filed()) == 1


def test_a_row_is_brought_once(portal: Portal, simulator: PortalSimulator, asked: str) -> None:
    filed(portal, supplement(simulator, asked, "khai_sinh"))
    again = supplement(simulator, asked, "khai_sinh")
    assert isinstance(portal.file(again.inside.submission_id, upload(portal, again).document()), Refused)


@pytest.mark.parametrize("code", ["H00.00-261012-9999", "APS-AH01-261012-0007-K"])
def test_a_supplement_to_no_dossier_is_refused(portal: Portal, simulator: PortalSimulator, code: str) -> None:
    more = supplement(simulator, code, "khai_sinh")
    answer = portal.file(more.inside.submission_id, upload(portal, more).document())
    assert isinstance(answer, Refused)
    assert "dossier_code" in answer.detail
    assert code not in answer.detail


def test_after_a_restart_a_supplement_still_belongs_to_its_dossier(
    portal: Portal, simulator: PortalSimulator, asked: str, tmp_path: Path
) -> None:
    more = supplement(simulator, asked, "khai_sinh")
    filed(portal, more)
    with PortalSimulator(tmp_path / "portal") as again:
        client = HttpPortal(again.url, DeviceIdentity("AH-01", device_key(again)), Route(5.0), SystemClock())
        receipt = client.receipt(more.inside.submission_id, more.manifest)
        standing = client.lookup(asked, "K7M2QX")
        client.close()
    assert isinstance(receipt, Filed)
    assert receipt.receipt.dossier_code == asked
    assert isinstance(standing, DossierStanding)


# trouble


def test_guessing_secrets_is_slowed_down(portal: Portal, simulator: PortalSimulator) -> None:
    answers = [portal.lookup("APS-AH01-261012-0000-X", str(guess)) for guess in range(12)]
    assert isinstance(answers[-1], Busy)
    assert answers[-1].status == 429
    assert answers[-1].retry_after


def test_a_cut_line_is_unreachable(portal: Portal, simulator: PortalSimulator) -> None:
    assert portal.reach() == Reached()
    simulator.set_online(False)
    assert isinstance(portal.reach(), Unreachable)
    assert isinstance(portal.upload_offset("f" * 32), Unreachable)
    simulator.set_online(True)
    assert portal.reach() == Reached()


def test_a_captive_portal_and_a_foreign_receipt_are_not_trusted(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator)
    simulator.change({"captive": True})
    assert isinstance(portal.file(dossier.inside.submission_id, dossier.envelope.document()), Untrusted)
    simulator.change({"captive": False, "wrong_receipt": True})
    assert isinstance(portal.file(dossier.inside.submission_id, dossier.envelope.document()), Untrusted)


def test_a_portal_that_is_busy_says_when_to_come_back(portal: Portal, simulator: PortalSimulator) -> None:
    simulator.change({"fail_status": 503, "fail_times": 1, "retry_after": 7})
    assert portal.upload_offset("f" * 32) == Busy(503, 7.0)


def test_an_unknown_kiosk_is_not_let_in(simulator: PortalSimulator) -> None:
    with_unknown_key = DeviceIdentity("AH-02", device_key(simulator, "AH-01"))
    client = HttpPortal(simulator.url, with_unknown_key, Route(5.0), SystemClock())
    assert isinstance(client.upload_offset("f" * 32), Unauthorised)
    client.close()


def test_a_token_that_is_worth_nothing_any_more_is_replaced(portal: Portal, simulator: PortalSimulator) -> None:
    assert portal.upload_offset("f" * 32) == UploadGone()
    simulator.change({"refuse_tokens": True})
    assert isinstance(portal.upload_offset("f" * 32), Unauthorised)
    simulator.change({"refuse_tokens": False})
    assert portal.upload_offset("f" * 32) == UploadGone()


def test_damaged_bytes_are_refused(portal: Portal, simulator: PortalSimulator) -> None:
    dossier = sealed(simulator, 1000)
    data = bytearray(dossier.files.attachments[0].data)
    data[-1] ^= 1
    upload_id = start(portal, dossier)
    assert portal.append(upload_id, 0, bytes(data)) == UploadOffset(len(data))
    attachment = replace(dossier.envelope.attachments[0], upload_id=upload_id)
    answer = portal.file(dossier.inside.submission_id, replace(dossier.envelope, attachments=(attachment,)).document())
    assert isinstance(answer, Refused)
    assert hashlib.sha256(data).hexdigest() not in answer.detail
