"""Nothing about a person lies in the clear in any byte of the kiosk's folders or logs: queued, refused or delivered."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from doubles.manual import ManualClock
from doubles.queue_line import settings_file
from doubles.submissions import CANARIES, submission

from kiosk.domain.outbox import Stored
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator

FILE_NAME = "uy_quyen_1_Canary_giay.pdf"
SECRETS = (*CANARIES, FILE_NAME, "Canary_giay", "K7M2QX", "%PDF-")


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[PortalSimulator]:
    with PortalSimulator(tmp_path / "portal") as portal:
        yield portal


def forms_of(text: str) -> set[bytes]:
    """Return a text as it could be written: composed or decomposed, in either case, in UTF-8, UTF-16 or as JSON."""
    spellings = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    spellings |= {spelling.lower() for spelling in spellings} | {spelling.upper() for spelling in spellings}
    escaped = {spelling.encode("ascii", "backslashreplace") for spelling in spellings}
    return {spelling.encode(code) for spelling in spellings for code in ("utf-8", "utf-16-le")} | escaped


def leaks(*folders: Path) -> list[str]:
    """Look into every file. Another process reads them: to open a database file here would drop SQLite's locks."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    content = {file: subprocess.check_output(["/bin/cat", str(file)]) for file in files}
    return [
        f"{secret!r} in {file}"
        for file, data in content.items()
        for secret in SECRETS
        if any(form in data for form in forms_of(secret))
    ]


def sync(settings: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "sync", "--once", "--config", str(settings)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout + done.stderr


def test_nothing_is_found_when_queued_when_refused_and_when_delivered(tmp_path: Path, portal: PortalSimulator) -> None:
    home = tmp_path / "kiosk"
    home.mkdir()
    settings = settings_file(home, portal)
    good = submission(300_000)
    good = replace(good, attachments=(replace(good.attachments[0], file_name=FILE_NAME),))
    bad = submission(20_000)
    bad = replace(bad, attachments=(replace(bad.attachments[0], file_name=FILE_NAME, pages=9),))
    with closing(SqliteOutbox(home / "data", "AH-01", (portal.recipient,), ManualClock())) as outbox:
        seals = outbox.seal(good, [paper for one in good.attachments if (paper := outbox.seal_paper(one.pdf))])
        assert not (home / "data").exists(), "what is not submitted is not on the disk, not even sealed"
        assert isinstance(outbox.store(good, seals), Stored)
        assert isinstance(outbox.store(bad), Stored)
        assert any(file.name.endswith("-wal") for file in (home / "data").iterdir())
        assert leaks(home) == []
        portal.set_online(False)
        log = sync(settings)
        portal.set_online(True)
        log += sync(settings)
        assert outbox.summary().set_aside == 1
        assert leaks(home) == []
    assert leaks(home) == []
    assert [folder.name for folder in portal.filed()] == [str(good.submission_id)]
    (home / "log").write_text(log, encoding="utf-8")
    assert "set aside" in log
    assert leaks(home) == []


def test_the_canaries_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"..." + CANARIES[0].encode("utf-16-le") + os.urandom(9))
    assert leaks(tmp_path)
