"""What was sealed ahead is stored as it is; what it does not stand for, page or key, is sealed anew, never stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from doubles.manual import ManualClock
from doubles.submissions import pdf, submission

from kiosk.domain.outbox import Stored
from kiosk.domain.seal import Seal
from kiosk.domain.submission import Submission
from offline_queue import sealing
from offline_queue.content import read_files, read_whole
from offline_queue.outbox import SqliteOutbox
from offline_queue.schema import connect
from offline_queue.staff import StaffQueue


class Bench:
    """An outbox whose keys the test changes: ``keys`` are the private ones of those that it seals to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
        self.outbox = SqliteOutbox(folder, "AH-01", self.recipients, ManualClock())

    def recipients(self) -> tuple[str, ...]:
        return tuple(str(key.to_public()) for key in self.keys)

    def ahead(self, dossier: Submission) -> tuple[Seal, ...]:
        """Seal as a journey does: each paper when it is kept, the rest at the declaration."""
        papers = [seal for one in dossier.attachments if (seal := self.outbox.seal_paper(one.pdf))]
        return self.outbox.seal(dossier, papers)

    def store(self, dossier: Submission, seals: tuple[Seal, ...] = ()) -> None:
        assert isinstance(self.outbox.store(dossier, seals), Stored)

    def on_disk(self, submission_id: UUID) -> list[bytes]:
        """Return the sealed files as they lie in the rows, the payload first."""
        with closing(connect(self.folder)) as connection:
            return [read_whole(connection, submission_id, one) for one in read_files(connection, submission_id)]

    def opened(self, dossier: Submission, key: int = 0) -> list[bytes]:
        return [pyrage.decrypt(data, [self.keys[key]]) for data in self.on_disk(dossier.submission_id)]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path / "data")
    yield bench
    bench.outbox.close()


@pytest.fixture
def sealed_now(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Everything that is sealed from now on."""
    seen: list[bytes] = []
    seal = sealing.Sealer.seal

    def watched(sealer: sealing.Sealer, content: bytes) -> Seal:
        seen.append(content)
        return seal(sealer, content)

    monkeypatch.setattr(sealing.Sealer, "seal", watched)
    return seen


def test_what_was_sealed_ahead_is_stored_as_it_is(bench: Bench, sealed_now: list[bytes]) -> None:
    dossier = submission(700_000, 1_000)
    seals = bench.ahead(dossier)
    assert len(sealed_now) == 3
    assert not bench.folder.exists(), "sealing touches no disk"
    sealed_now.clear()
    bench.store(dossier, seals)
    assert sealed_now == []
    assert bench.on_disk(dossier.submission_id) == [seal.data for seal in seals]
    inside, *papers = bench.opened(dossier)
    assert papers == [one.pdf for one in dossier.attachments]
    assert json.loads(inside)["answers"] == dossier.answers
    with closing(StaffQueue(bench.folder)) as staff:
        assert staff.verify() == (1, [])


def test_the_moment_of_sending_is_no_part_of_what_is_sealed(bench: Bench, sealed_now: list[bytes]) -> None:
    dossier = submission(1_000)
    seals = bench.ahead(dossier)
    sealed_now.clear()
    bench.store(replace(dossier, created_at=ManualClock().now()), seals)
    assert sealed_now == []


def test_a_paper_that_was_scanned_again_is_never_stored_in_its_old_form(bench: Bench, sealed_now: list[bytes]) -> None:
    dossier = submission(1_000, 2_000)
    seals = bench.ahead(dossier)
    sealed_now.clear()
    changed = replace(dossier.attachments[0], pdf=pdf(2, 3_000))
    dossier = replace(dossier, attachments=(changed, dossier.attachments[1]))
    bench.store(dossier, seals)
    inside, *papers = bench.opened(dossier)
    assert papers == [one.pdf for one in dossier.attachments]
    assert sealed_now == [changed.pdf, inside], "the paper, and the payload that names its digest"


def test_an_answer_that_was_changed_is_stored_as_it_is_now(bench: Bench) -> None:
    dossier = submission(1_000)
    seals = bench.ahead(dossier)
    dossier = replace(dossier, answers={"copies": 3}, lookup_secret="K7M2QY")  # noqa: S106 - a secret of this test
    bench.store(dossier, seals)
    inside = json.loads(bench.opened(dossier)[0])
    assert (inside["answers"], inside["lookup_secret"]) == ({"copies": 3}, "K7M2QY")


def test_nothing_of_another_citizen_is_stored(bench: Bench) -> None:
    before, dossier = submission(1_000), submission(2_000)
    bench.store(dossier, bench.ahead(before))
    assert bench.opened(dossier)[1] == dossier.attachments[0].pdf


def test_a_key_that_came_meanwhile_can_open_it_and_one_that_was_taken_away_cannot(bench: Bench) -> None:
    dossier = submission(5_000)
    seals = bench.ahead(dossier)
    taken_away, stays = bench.keys
    bench.keys = [stays, pyrage.x25519.Identity.generate()]
    bench.store(dossier, seals)
    for key in range(2):
        assert bench.opened(dossier, key)[1] == dossier.attachments[0].pdf
    for data in bench.on_disk(dossier.submission_id):
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(data, [taken_away])


def test_the_same_keys_in_another_order_are_sealed_to_as_well(bench: Bench) -> None:
    dossier = submission(5_000)
    seals = bench.ahead(dossier)
    bench.keys.reverse()
    bench.store(dossier, seals)
    assert bench.opened(dossier, 0) == bench.opened(dossier, 1)


def test_without_a_key_nothing_is_sealed_ahead(bench: Bench) -> None:
    bench.keys = []
    assert bench.outbox.seal_paper(pdf(1)) is None
    assert bench.ahead(submission(1_000)) == ()


def test_a_seal_says_nothing_of_what_is_inside(bench: Bench) -> None:
    seal = bench.ahead(submission())[0]
    assert "CANARY" not in repr(seal)
    assert "%PDF" not in repr(bench.outbox.seal_paper(pdf(1)))
