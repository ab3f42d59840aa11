"""Outbox, sender, client and portal together, over real HTTP on loopback: exactly once, whatever happens on the way."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from doubles.manual import ManualClock
from doubles.submissions import pdf, submission
from uuid6 import uuid7

from kiosk.bootstrap.queue import SystemClock
from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import DossierStanding
from kiosk.domain.submission import Attachment, JsonValue, Submission, SubmissionKind
from kiosk.domain.supplement import NotAskedFor
from kiosk.session.submission import supplement_of
from offline_queue.ballast import Room
from offline_queue.device_token import DeviceIdentity
from offline_queue.household import Household, Rules
from offline_queue.ledger import Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_client import HttpPortal
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.retry import RetryPolicy
from offline_queue.route import Route
from offline_queue.schema import FILE
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows


class Line:
    """One kiosk's queue and its portal."""

    def __init__(self, folder: Path, portal: PortalSimulator) -> None:
        key = Ed25519PrivateKey.generate()
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        public = key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        portal.register("AH-01", public.decode())
        self.portal = portal
        self.folder = folder
        self.outbox = SqliteOutbox(folder, "AH-01", (portal.recipient,), ManualClock())
        self.rows = WorkRows(folder)
        self.client = HttpPortal(portal.url, DeviceIdentity("AH-01", private.decode()), Route(5.0), SystemClock())
        quick = Pace(0.01, RetryPolicy(first=0.0, longest=0.0, spread=0.0))
        house = Household(self.rows, Room(folder, 0, 0), Ledger(folder), Rules(), SystemClock())
        self.sender = Sender(self.rows, self.client, quick, house, SystemClock(), randomness=random.Random(7))

    def store(self, dossier: Submission) -> str:
        stored = self.outbox.store(dossier)
        assert isinstance(stored, Stored)
        return stored.reference_code

    def state(self, dossier: Submission) -> ItemState:
        delivery = self.outbox.delivery(dossier.submission_id)
        assert delivery is not None
        return delivery.state

    def verify(self) -> list[str]:
        with closing(StaffQueue(self.folder)) as staff:
            return staff.verify()[1]

    def close(self) -> None:
        self.client.close()
        self.rows.close()
        self.outbox.close()


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    with PortalSimulator(tmp_path / "portal") as portal:
        line = Line(tmp_path / "data", portal)
        yield line
        line.close()


def test_a_dossier_arrives_unsealed_and_whole(line: Line) -> None:
    dossier = submission(10_000, 700_000)
    code = line.store(dossier)
    line.sender.drain()
    (folder,) = line.portal.filed()
    payload = json.loads((folder / "payload.json").read_text(encoding="utf-8"))
    outside = json.loads((folder / "submission.json").read_text(encoding="utf-8"))
    assert outside["reference_code"] == code
    assert payload["answers"] == dict(dossier.answers)
    assert payload["applicant"]["full_name"] == "NGUYỄN THỊ CANARY-HOA"
    for attachment in dossier.attachments:
        assert (folder / "papers" / attachment.file_name).read_bytes() == attachment.pdf
    assert line.state(dossier) is ItemState.PURGED
    delivery = line.outbox.delivery(dossier.submission_id)
    assert delivery is not None
    assert delivery.dossier_code is not None
    assert line.outbox.summary().online is True


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        (SubmissionKind.RATING, {"score": 3}),
        (SubmissionKind.COMPLAINT, {"text": "Chờ lâu quá."}),
        (SubmissionKind.HELP_REQUEST, {"screen": "AskQuestion", "language": "vi"}),
    ],
)
def test_a_message_travels_without_papers_and_without_a_person(
    line: Line, kind: SubmissionKind, answers: dict[str, JsonValue]
) -> None:
    message = submission(kind=kind, applicant=None, delivery=None, consents=(), answers=answers)
    line.store(message)
    assert line.outbox.summary().waiting == 0, "it is no dossier that waits"
    line.sender.drain()
    assert line.state(message) is ItemState.PURGED


def papers_of(*components: str) -> tuple[Attachment, ...]:
    return tuple(Attachment(uuid7(), one, f"{one}_1_Giay.pdf", 2, pdf(2, 300_000)) for one in components)


@pytest.fixture
def standing(line: Line) -> DossierStanding:
    """A filed dossier, of which the portal asks for one row."""
    dossier = submission(10_000)
    line.store(dossier)
    line.sender.drain()
    delivery = line.outbox.delivery(dossier.submission_id)
    assert delivery is not None
    line.portal.change({"missing": {delivery.dossier_code: {"khai_sinh": "Ảnh mờ."}}})
    assert line.outbox.kept(delivery.reference_code) == delivery
    assert line.outbox.kept(delivery.reference_code + "X") is None
    standing = line.client.lookup(delivery.reference_code, dossier.lookup_secret)
    assert isinstance(standing, DossierStanding)
    return standing


def test_a_supplement_goes_the_same_way_and_is_filed_under_its_dossier(line: Line, standing: DossierStanding) -> None:
    more = supplement_of(standing, "K7M2QX", papers_of("khai_sinh"), "H00.00", ManualClock().now())
    assert isinstance(more, Submission)
    seals = line.outbox.seal(more, [seal for one in more.attachments if (seal := line.outbox.seal_paper(one.pdf))])
    assert isinstance(line.outbox.store(more, seals), Stored)
    assert line.outbox.summary().waiting == 1, "it counts as a dossier that waits"
    line.portal.set_online(False)
    line.sender.drain()
    line.portal.set_online(True)
    line.sender.drain()
    delivery = line.outbox.delivery(more.submission_id)
    assert delivery is not None
    assert (delivery.state, delivery.dossier_code) == (ItemState.PURGED, standing.code)
    folder = line.portal.filed()[-1]
    assert json.loads((folder / "payload.json").read_bytes())["dossier_code"] == standing.code
    assert [file.read_bytes() for file in (folder / "papers").iterdir()] == [more.attachments[0].pdf]


def test_a_row_that_the_portal_has_not_named_is_no_supplement(standing: DossierStanding) -> None:
    for components in (("uy_quyen",), ("khai_sinh", "uy_quyen")):
        answer = supplement_of(standing, "K7M2QX", papers_of(*components), "H00.00", ManualClock().now())
        assert answer == NotAskedFor(("uy_quyen",))
    nothing_asked = replace(standing, missing=())
    answer = supplement_of(nothing_asked, "K7M2QX", papers_of("khai_sinh"), "H00.00", ManualClock().now())
    assert answer == NotAskedFor()


def test_what_the_portal_asks_for_no_more_is_set_aside_with_its_words(line: Line, standing: DossierStanding) -> None:
    more = supplement_of(standing, "K7M2QX", papers_of("khai_sinh"), "H00.00", ManualClock().now())
    assert isinstance(more, Submission)
    line.store(more)
    line.portal.change({"missing": {standing.code: {"bao_tu": "Thiếu giấy."}}})
    line.sender.drain()
    delivery = line.outbox.delivery(more.submission_id)
    assert delivery is not None
    assert delivery.state is ItemState.SET_ASIDE
    assert delivery.reason == "422: attachment row khai_sinh was not asked for"
    assert len(line.portal.filed()) == 1
    line.portal.change({"missing": {standing.code: {"khai_sinh": "Ảnh mờ."}}})
    with closing(StaffQueue(line.folder)) as staff:
        assert staff.retry(str(more.submission_id))
    line.sender.drain()
    assert line.state(more) is ItemState.PURGED


@pytest.mark.parametrize("wanting", [{"dossier_code": None}, {"attachments": ()}])
def test_a_supplement_without_dossier_or_papers_is_our_bug(wanting: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="supplement"):
        submission(1_000, **{"kind": SubmissionKind.SUPPLEMENT, "dossier_code": "H00.00-261012-0001", **wanting})


def test_an_acknowledged_dossier_leaves_nothing_of_itself_in_the_log_of_the_database(line: Line) -> None:
    line.store(submission(300_000))
    assert log_of(line).stat().st_size > 300_000
    line.sender.drain()
    assert log_of(line).stat().st_size < 10_000, "the page that says that the line is up came after it"


def log_of(line: Line) -> Path:
    return line.folder / f"{FILE}-wal"


def test_while_the_line_is_cut_everything_is_kept(line: Line) -> None:
    dossier = submission(10_000)
    line.store(dossier)
    line.portal.set_online(False)
    line.sender.drain()
    assert line.state(dossier) is not ItemState.PURGED
    assert line.outbox.summary().online is False
    line.portal.set_online(True)
    line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED
    assert len(line.portal.filed()) == 1


@pytest.mark.parametrize("broken_after", [1, 100_000, 262_144, 300_000, 690_000])
def test_a_line_that_breaks_anywhere_costs_no_byte_twice(line: Line, broken_after: int) -> None:
    dossier = submission(700_000)
    line.store(dossier)
    line.portal.change({"break_after": broken_after})
    for _ in range(4):
        line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED
    assert len(line.portal.filed()) == 1


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_busy_portal_is_tried_again(line: Line, status: int) -> None:
    dossier = submission(10_000)
    line.store(dossier)
    line.portal.change({"fail_status": status, "fail_times": 1})
    line.sender.drain()
    line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED


@pytest.mark.parametrize("trouble", [{"captive": True}, {"wrong_receipt": True}])
def test_an_answer_that_is_no_receipt_of_ours_is_never_believed(line: Line, trouble: dict[str, bool]) -> None:
    dossier = submission(10_000)
    line.store(dossier)
    line.portal.change(trouble)
    line.sender.drain()
    assert line.state(dossier) is not ItemState.PURGED
    line.portal.change(dict.fromkeys(trouble, False))
    line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED
    assert len(line.portal.filed()) == 1


def test_a_refusal_for_good_is_set_aside_with_the_portals_words_and_blocks_nobody(line: Line) -> None:
    bad = submission(10_000, agency_code="H00.00")
    attachments = tuple(
        type(one)(one.attachment_id, one.component, one.file_name, 9, one.pdf) for one in bad.attachments
    )
    bad = type(bad)(**{name: getattr(bad, name) for name in bad.__slots__} | {"attachments": attachments})
    good = submission(10_000)
    line.store(bad)
    line.store(good)
    line.sender.drain()
    delivery = line.outbox.delivery(bad.submission_id)
    assert delivery is not None
    assert delivery.state is ItemState.SET_ASIDE
    assert "pages" in str(delivery.reason)
    assert line.state(good) is ItemState.PURGED


def test_a_kiosk_that_is_not_accepted_pauses_and_keeps_everything(line: Line) -> None:
    dossier = submission(10_000)
    line.store(dossier)
    line.portal.change({"refuse_tokens": True})
    line.sender.drain()
    assert line.state(dossier) is ItemState.STORED or line.state(dossier) is ItemState.UPLOADING
    line.portal.change({"refuse_tokens": False})
    line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED


def test_expired_uploads_are_sent_again(line: Line) -> None:
    dossier = submission(600_000)
    line.store(dossier)
    line.portal.change({"break_after": 400_000})
    line.sender.drain()
    line.portal.uploads.expire_all()
    for _ in range(3):
        line.sender.drain()
    assert line.state(dossier) is ItemState.PURGED


def test_a_code_that_comes_late_is_asked_for(line: Line) -> None:
    dossier = submission()
    line.store(dossier)
    line.portal.change({"late_codes": True})
    line.sender.drain()
    delivery = line.outbox.delivery(dossier.submission_id)
    assert delivery is not None
    assert delivery.dossier_code is None
    line.portal.change({"late_codes": False})
    line.sender.step()
    delivery = line.outbox.delivery(dossier.submission_id)
    assert delivery is not None
    assert delivery.dossier_code is not None


def test_the_log_is_folded_back_once_everything_is_filed(line: Line) -> None:
    for _ in range(3):
        line.store(submission(300_000))
    assert (line.folder / "outbox.sqlite3-wal").stat().st_size > 0
    line.sender.drain()
    assert (line.folder / "outbox.sqlite3-wal").stat().st_size == 0
    line.store(submission(1000))
    line.sender.step()
    line.sender.step()
    assert (line.folder / "outbox.sqlite3-wal").stat().st_size == 0


def test_storing_the_same_id_again_is_the_same_dossier(line: Line) -> None:
    dossier = submission(10_000)
    assert line.store(dossier) == line.store(dossier)
    line.sender.drain()
    assert len(line.portal.filed()) == 1


def test_flipped_bits_are_found_and_never_sent_as_good(line: Line) -> None:
    dossier = submission(300_000)
    line.store(dossier)
    assert line.verify() == []
    line.outbox._run(  # the only way to damage the file as a disk would
        lambda connection: connection.execute(
            "UPDATE chunk SET data = zeroblob(length(data)) WHERE place = 1 AND number = 0"
        ).fetchall()
    )
    assert any("chunk 0" in line_ for line_ in line.verify())
    line.sender.drain()
    assert line.state(dossier) is ItemState.SET_ASIDE
    assert line.portal.filed() == []
