"""Copies on a second medium and their way back: whole or not at all, gone after the receipt, filed exactly once."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from doubles.filed import check_everything_was_filed_once
from doubles.manual import ManualClock
from doubles.memory_portal import Killed
from doubles.queue_line import settings_file
from doubles.submissions import submission
from structlog.testing import capture_logs

from kiosk.domain.homecoming import Outcome
from kiosk.domain.outbox import Stored
from kiosk.domain.submission import Submission
from offline_queue.homecoming import put_back
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.second_medium import SecondMedium, Standing
from offline_queue.staff import StaffQueue


class Site:
    """A kiosk with a medium, and its portal."""

    def __init__(self, home: Path, portal: PortalSimulator) -> None:
        self.home, self.portal = home, portal
        self.data, self.stick = home / "data", home / "stick"
        self.stick.mkdir()
        self.settings = settings_file(home, portal)
        words = self.settings.read_text().replace("[queue]", f'[queue]\n        second_copy_dir = "{self.stick}"')
        self.settings.write_text(words)
        self.medium = SecondMedium(self.stick, self.data)
        self.stored: dict[str, Submission] = {}

    def store(self, *sizes: int) -> str:
        dossier = submission(*sizes)
        with closing(SqliteOutbox(self.data, "AH-01", (self.portal.recipient,), ManualClock())) as outbox:
            assert isinstance(outbox.store(dossier), Stored)
        self.stored[str(dossier.submission_id)] = dossier
        return str(dossier.submission_id)

    def kiosk(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kiosk", *words, "--config", str(self.settings)]
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

    def copies(self) -> set[str]:
        return {folder.name for folder in self.stick.iterdir() if (folder / "submission.json").exists()}

    def items(self) -> dict[str, str]:
        with closing(StaffQueue(self.data)) as staff:
            assert staff.verify()[1] == []
            return {item.submission_id: item.state.value for item in staff.items()}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with PortalSimulator(tmp_path / "portal") as portal:
        yield Site(tmp_path, portal)


def test_what_waits_has_a_copy_and_what_arrived_has_none(site: Site) -> None:
    ids = {site.store(20_000), site.store(), site.store(300_000, 1_000)}
    (site.stick / "photos").mkdir()
    site.portal.set_online(False)
    assert site.kiosk("sync", "--once").returncode == 1
    assert site.copies() == ids
    site.portal.set_online(True)
    assert site.kiosk("sync", "--once").returncode == 0
    assert [one.name for one in site.stick.iterdir()] == ["photos"]
    check_everything_was_filed_once(site.portal, site.stored)


def test_a_machine_whose_disk_is_lost_is_made_good_by_the_medium_and_nothing_is_filed_twice(site: Site) -> None:
    """Two had arrived before the disk was lost: their copies are on the medium still, for it was pulled out early."""
    for size in (1_000, 2_000, 300_000, 4_000):
        site.store(size)
    site.medium.tend()
    away = site.stick.rename(site.home / "drawer")
    site.portal.change({"fail_status": 500, "fail_times": 0})
    assert site.kiosk("sync", "--once").returncode == 0
    later = {site.store(5_000), site.store()}
    with closing(StaffQueue(site.data)) as staff:
        staff.export(away)
    for file in site.data.iterdir():
        file.unlink()
    done = site.kiosk("queue", "import", str(away), "--json")
    assert done.returncode == 0
    came = json.loads(done.stdout)
    assert [one["outcome"] for one in came] == ["put_back"] * 6
    again = json.loads(site.kiosk("queue", "import", str(away), "--json").stdout)
    assert [one["outcome"] for one in again] == ["known"] * 6
    assert later <= set(site.items())
    assert site.kiosk("sync", "--once").returncode == 0
    check_everything_was_filed_once(site.portal, site.stored)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_medium_that_is_full_or_read_only_is_a_warning_once_and_is_mended_by_itself(
    site: Site, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {site.store(1_000), site.store(1_000)}
    real = os.fsync

    def failing(handle: int) -> None:
        if str(site.stick) in str(Path(f"/proc/self/fd/{handle}").readlink()):
            raise OSError(number, os.strerror(number))
        real(handle)

    with monkeypatch.context() as patch, capture_logs() as logs:
        patch.setattr(os, "fsync", failing)
        first, second = site.medium.tend(), site.medium.tend()
        assert os.strerror(number) in first.trouble
        assert first == second
        assert site.copies() == set()
        ids.add(site.store())
    assert [log["log_level"] for log in logs] == ["warning"]
    assert site.medium.tend() == Standing()
    assert site.copies() == ids


def test_a_medium_that_is_not_there_is_told_and_never_made(site: Site) -> None:
    site.store(1_000)
    site.stick.rmdir()
    assert "not there" in site.medium.tend().trouble
    assert not site.stick.exists()
    assert site.kiosk("sync", "--once").returncode == 0


def test_a_kill_at_any_moment_of_copying_leaves_whole_copies_only(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [site.store(1_000, 2_000), site.store()]
    real, killed = os.fsync, 0
    for number in range(40):
        calls = 0

        def dying(handle: int, number: int = number) -> None:
            nonlocal calls
            calls += 1
            if calls > number:
                raise Killed
            real(handle)

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", dying)
            try:
                site.medium.tend()
            except Killed:
                killed += 1
        came = list(put_back(site.home / f"other-{number}", "AH-01", site.stick))
        assert {one.submission_id for one in came} == site.copies()
        assert all(one.outcome is Outcome.PUT_BACK for one in came)
        for folder in site.stick.iterdir():
            for file in folder.iterdir():
                file.unlink()
            folder.rmdir()
    assert 5 < killed < 40, "every sync of a copy was met"
    site.medium.tend()
    assert site.copies() == set(ids)


def test_copies_that_were_changed_are_refused_and_named(site: Site) -> None:
    dice = random.Random(3)
    ids = [site.store(2_000, 1_000) for _ in range(20)]
    with closing(StaffQueue(site.data)) as staff:
        staff.export(site.stick)
    for name in ids[:-1]:
        file = dice.choice(sorted((site.stick / name).iterdir()))
        data = bytearray(file.read_bytes())
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(7)
        file.write_bytes(data)
    other = site.home / "other"
    came = list(put_back(other, "AH-01", site.stick))
    with closing(StaffQueue(other)) as staff:
        assert staff.verify()[1] == []
    outcomes: dict[Any, Any] = {one.submission_id: one.outcome for one in came}
    assert outcomes[ids[-1]] is Outcome.PUT_BACK
    # A changed blank between the words of the outside changes nothing; all else is found.
    assert sum(outcome is Outcome.REFUSED for outcome in outcomes.values()) >= 17


def test_what_the_disk_has_damaged_is_made_whole_by_its_copy_and_filed(site: Site) -> None:
    """Also where the sender has set it aside already."""
    ids = [site.store(300_000), site.store(1_000), site.store()]
    site.medium.tend()
    with closing(StaffQueue(site.data)) as staff:
        damage = "UPDATE chunk SET data = zeroblob(length(data)) WHERE place = 1 AND number = 0"
        staff._connection.execute(damage)
    site.kiosk("sync", "--once")
    assert [one.name for one in site.portal.filed()] == ids[2:]
    outcomes = [one.outcome for one in put_back(site.data, "AH-01", site.stick)]
    assert outcomes == [Outcome.REPAIRED] * 2
    assert set(site.items()) == set(ids)
    assert site.kiosk("sync", "--once").returncode == 0
    check_everything_was_filed_once(site.portal, site.stored)
    assert list(site.stick.iterdir()) == []


def test_what_is_of_another_kiosk_is_refused(site: Site) -> None:
    site.store()
    with closing(StaffQueue(site.data)) as staff:
        staff.export(site.stick)
    (came,) = put_back(site.home / "other", "BT-07", site.stick)
    assert came.outcome is Outcome.REFUSED
    assert "AH-01" in str(came.reason)


def test_a_code_of_what_was_put_back_is_not_given_again(site: Site) -> None:
    site.store()
    with closing(StaffQueue(site.data)) as staff:
        staff.export(site.stick)
    other = site.home / "other"
    with closing(SqliteOutbox(other, "AH-01", (site.portal.recipient,), ManualClock())) as outbox:
        outbox.summary()  # the window is open already
        (came,) = put_back(other, "AH-01", site.stick)
        stored = outbox.store(submission())
        assert isinstance(stored, Stored)
        assert stored.reference_code != came.reference_code
