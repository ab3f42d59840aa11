"""One update, whatever the source says: the outcome is told, kept for the operator, and true."""

from __future__ import annotations

import errno
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from doubles.publisher import SMALL, today

from kiosk.catalogue.bundle import digest, pack
from kiosk.catalogue.report import Report, read_report, write_report
from kiosk.catalogue.store import CatalogueStore
from kiosk.catalogue.updating import update
from kiosk.domain.catalogue_update import (
    AlreadyCurrent,
    Bundle,
    Expired,
    Failed,
    Found,
    NothingNew,
    Outcome,
    Refusal,
    Refused,
    Unreachable,
    Updated,
)

NOW = datetime(2026, 10, 12, 8, tzinfo=UTC)
LATER = NOW + timedelta(days=14)
GOOD = pack(SMALL)


class ScriptedSource:
    """Answers what the test says, or raises it."""

    def __init__(self, *answers: Found | OSError) -> None:
        self.answers = list(answers)
        self.has: list[str] = []

    def look(self, has: str) -> Found:
        self.has.append(has)
        answer = self.answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer


@pytest.fixture
def store(tmp_path: Path) -> CatalogueStore:
    return CatalogueStore(tmp_path / "catalogue")


def run(store: CatalogueStore, source: ScriptedSource) -> Outcome:
    return update(source, store, today, lambda: NOW)


def test_the_source_is_told_what_is_here(store: CatalogueStore) -> None:
    source = ScriptedSource(Bundle(GOOD, LATER), NothingNew(LATER + timedelta(days=1)))
    assert run(store, source) == Updated(digest(GOOD))
    assert run(store, source) == AlreadyCurrent(digest(GOOD))
    assert source.has == ["", digest(GOOD)]
    report = read_report(store.folder)
    assert report is not None
    assert (report.at, report.status, report.confirmed_until) == (NOW, "current", LATER + timedelta(days=1))


@pytest.mark.parametrize(
    ("answer", "status", "reason"),
    [
        (Unreachable("no line"), "unreachable", ""),
        (Expired("old"), "expired", ""),
        *[(Refused(refusal, "bad"), "refused", refusal.value) for refusal in Refusal],
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), "failed", ""),
        (Bundle(b"?", LATER), "refused", "broken_bundle"),
        (Bundle(pack({"procedures/1/procedure.toml": b""}), LATER), "refused", "check_failed"),
    ],
)
def test_whatever_goes_wrong_is_kept_for_the_operator(
    store: CatalogueStore, answer: Found | OSError, status: str, reason: str
) -> None:
    run(store, ScriptedSource(Bundle(GOOD, LATER)))
    before = store.installed()
    outcome = run(store, ScriptedSource(answer))
    assert store.installed() == before
    report = read_report(store.folder)
    assert report == Report(NOW, status, reason, getattr(outcome, "message", ""), LATER)
    assert "The catalogue in service stays. " in report.message


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("?")
    outcome = run(CatalogueStore(tmp_path / "data" / "catalogue"), ScriptedSource())
    assert isinstance(outcome, Failed)
    assert str(tmp_path / "data") in outcome.message


def test_others_may_not_look_into_the_store(store: CatalogueStore) -> None:
    run(store, ScriptedSource(Bundle(GOOD, LATER)))
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"at": 1}', b"\xff", b'{"at": "\xff"}'])
def test_a_report_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    write_report(tmp_path, Report(NOW, "updated", "", "", None))
    assert read_report(tmp_path) is not None
    (tmp_path / "last-update.json").write_bytes(content)
    assert read_report(tmp_path) is None
