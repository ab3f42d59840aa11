"""The upload half of the Portal port against a tus server that others wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from doubles.foreign_tus import ForeignTus, is_there
from doubles.relays import RoughLine
from doubles.submissions import submission
from uuid6 import uuid7

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.portal import (
    Filed,
    NewUpload,
    OutOfStep,
    PortalFailure,
    Reached,
    Refused,
    Unreachable,
    UploadGone,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import JsonValue
from offline_queue.courier import Courier
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_client import HttpPortal
from offline_queue.route import Route
from offline_queue.work_rows import WorkRows

pytestmark = pytest.mark.skipif(not is_there(), reason="Node or @tus/server is not there (tests/tus/install)")

PIECE = bytes(range(256)) * 1024


@contextmanager
def portal_at(url: str) -> Iterator[HttpPortal]:
    with closing(HttpPortal(url, None, Route(5.0), SystemClock())) as portal:
        yield portal


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ForeignTus]:
    with ForeignTus(tmp_path / "uploads") as server:
        yield server


@pytest.fixture
def portal(server: ForeignTus) -> Iterator[HttpPortal]:
    with portal_at(server.url) as portal:
        yield portal


def begun(portal: HttpPortal, size: int) -> str:
    started = portal.start_upload(NewUpload(uuid7(), uuid7(), size, "0" * 64))
    assert isinstance(started, UploadStarted)
    return started.upload_id


def test_it_is_reached(portal: HttpPortal) -> None:
    assert portal.reach() == Reached()


def test_pieces_arrive_in_order_and_whole(portal: HttpPortal, server: ForeignTus) -> None:
    upload = begun(portal, len(PIECE) + 1000)
    assert portal.upload_offset(upload) == UploadOffset(0, len(PIECE) + 1000)
    assert portal.append(upload, 0, PIECE) == UploadOffset(len(PIECE))
    assert portal.append(upload, len(PIECE), PIECE[:1000]) == UploadOffset(len(PIECE) + 1000)
    assert server.kept(upload) == PIECE + PIECE[:1000]


def test_a_piece_at_another_place_is_out_of_step_and_an_unknown_upload_is_gone(portal: HttpPortal) -> None:
    upload = begun(portal, 1000)
    assert portal.append(upload, 5, b"x") == OutOfStep()
    assert portal.append(upload, 0, b"x" * 1000) == UploadOffset(1000)
    assert portal.append(upload, 0, b"x") == OutOfStep()
    assert portal.upload_offset("f" * 32) == UploadGone()
    assert portal.append("f" * 32, 0, b"x") == UploadGone()


def test_more_bytes_than_were_announced_are_never_taken(portal: HttpPortal, server: ForeignTus) -> None:
    upload = begun(portal, 10)
    assert isinstance(portal.append(upload, 0, b"x" * 20), PortalFailure)
    assert len(server.kept(upload)) <= 10


@pytest.mark.parametrize("arrives", [20_000, 100_000, 200_000])
def test_what_arrived_before_a_break_in_the_middle_of_a_piece_is_kept_and_gone_on_from(
    server: ForeignTus, arrives: int
) -> None:
    with RoughLine(server.port) as line, portal_at(f"http://127.0.0.1:{line.port}") as portal:
        upload = begun(portal, len(PIECE))
        line.cuts.append(line.carried + arrives)
        assert isinstance(portal.append(upload, 0, PIECE), Unreachable)
        reached = portal.upload_offset(upload)
        assert isinstance(reached, UploadOffset)
        assert arrives - 1000 < reached.offset < arrives, "the head of the question is less than 1000 bytes"
        assert portal.append(upload, reached.offset, PIECE[reached.offset :]) == UploadOffset(len(PIECE))
    assert server.kept(upload) == PIECE


def test_a_server_that_refuses_checksums_gets_the_same_piece_without_one(tmp_path: Path) -> None:
    with ForeignTus(tmp_path / "uploads", "refuse-checksums") as server, portal_at(server.url) as portal:
        upload = begun(portal, len(PIECE) + 10)
        assert portal.append(upload, 0, PIECE) == UploadOffset(len(PIECE))
        assert portal.append(upload, len(PIECE), b"x" * 10) == UploadOffset(len(PIECE) + 10)
        assert server.kept(upload) == PIECE + b"x" * 10


class UploadsElsewhere(HttpPortal):
    """A portal whose uploads are the foreign server's; what is filed is kept for the test."""

    filed: Mapping[str, JsonValue] | None = None

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        self.filed = document
        return Refused(422, "not here")


def test_a_dossier_comes_up_whole_over_a_line_that_breaks_every_100_kb(server: ForeignTus, tmp_path: Path) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    with (
        RoughLine(server.port) as line,
        closing(SqliteOutbox(tmp_path / "data", "AH-01", (recipient,), SystemClock())) as outbox,
        closing(WorkRows(tmp_path / "data")) as rows,
        closing(UploadsElsewhere(f"http://127.0.0.1:{line.port}", None, Route(5.0), SystemClock())) as portal,
    ):
        outbox.store(submission(700_000, 10_000, 300_000))
        line.cuts.extend(range(100_000, 2_000_000, 100_000))
        for _ in range(30):
            (work,) = rows.waiting()
            if isinstance(Courier(rows, portal, SystemClock()).deliver(work), Refused):
                break
        assert portal.filed is not None
        attachments = portal.filed["attachments"]
        assert isinstance(attachments, list)
        for told in attachments:
            assert isinstance(told, dict)
            kept = server.kept(str(told["upload_id"]))
            assert (hashlib.sha256(kept).hexdigest(), len(kept)) == (told["sha256"], told["bytes"])
        size = sum(len(server.kept(str(told["upload_id"]))) for told in attachments if isinstance(told, dict))
        assert line.carried < size * 1.05
