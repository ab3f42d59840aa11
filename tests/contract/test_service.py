"""``aps-kiosk sync`` as a service: what it tells systemd, where its key comes from, and the unit itself."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from doubles.queue_line import settings_file
from doubles.submissions import submission

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.outbox import ItemState, Stored
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.staff import StaffQueue

UNIT = Path(__file__).parents[2] / "packaging" / "systemd" / "aps-kiosk-sync.service"
COMMAND = [sys.executable, "-m", "kiosk", "sync", "--config"]


class Kiosk:
    """A kiosk with one dossier that waits, its sender as a service, and the service manager's socket."""

    def __init__(self, folder: Path, portal: PortalSimulator) -> None:
        self.folder = folder
        self.portal = portal
        self.settings = settings_file(folder, portal)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._socket.settimeout(60)

    def close(self) -> None:
        self._socket.close()

    def key_is(self, place: str) -> None:
        told = self.settings.read_text().replace(f'"{self.folder / "device.pem"}"', f'"{place}"')
        self.settings.write_text(told)

    def store(self) -> None:
        with closing(SqliteOutbox(self.folder / "data", "AH-01", (self.portal.recipient,), SystemClock())) as outbox:
            assert isinstance(outbox.store(submission(600_000)), Stored)

    @contextmanager
    def service(self, **environment: str) -> Iterator[subprocess.Popen[str]]:
        told = {**os.environ, "NOTIFY_SOCKET": str(self.folder / "notify"), "WATCHDOG_USEC": "2000000", **environment}
        with subprocess.Popen([*COMMAND, self.settings], env=told, stderr=subprocess.PIPE, text=True) as process:
            try:
                yield process
            finally:
                process.kill()

    def hear(self, wanted: str) -> None:
        """Wait until the service says what begins so."""
        while not self._socket.recv(4096).decode().startswith(wanted):
            pass

    def falls_silent(self) -> bool:
        """Say whether it is not heard for longer than the manager would bear, after what was on its way already."""
        self._socket.settimeout(2.5)
        try:
            for _ in range(5):
                self._socket.recv(4096)
        except TimeoutError:
            return True
        return False

    def alarm(self) -> str | None:
        with closing(StaffQueue(self.folder / "data")) as staff:
            return staff.alarm()

    def states(self) -> list[ItemState]:
        with closing(StaffQueue(self.folder / "data")) as staff:
            return [ItemState(item.state) for item in staff.items()]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with PortalSimulator(tmp_path / "portal") as portal, closing(Kiosk(tmp_path, portal)) as kiosk:
        kiosk.store()
        yield kiosk


def test_it_says_when_it_is_ready_that_it_lives_how_the_queue_stands_and_when_it_stops(kiosk: Kiosk) -> None:
    with kiosk.service() as process:
        kiosk.hear("READY=1")
        kiosk.hear("STATUS=")
        for _ in range(3):
            kiosk.hear("WATCHDOG=1")
        while kiosk.states() != [ItemState.PURGED]:
            kiosk.hear("")
        process.send_signal(signal.SIGTERM)
        kiosk.hear("STOPPING=1")
        assert process.wait(60) == 0


def test_it_gives_no_sign_of_life_while_a_portal_keeps_it_without_moving_on(kiosk: Kiosk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the question and never answers
        told = kiosk.settings.read_text().replace(kiosk.portal.url, f"http://127.0.0.1:{silent.getsockname()[1]}")
        kiosk.settings.write_text(told)
        with kiosk.service():
            kiosk.hear("READY=1")
            connection, _ = silent.accept()
            with connection:
                assert kiosk.falls_silent()


def test_the_key_comes_from_a_credential(kiosk: Kiosk) -> None:
    credentials = kiosk.folder / "credentials"
    credentials.mkdir()
    (kiosk.folder / "device.pem").rename(credentials / "device-key")
    kiosk.key_is("credential:device-key")
    with kiosk.service(CREDENTIALS_DIRECTORY=str(credentials)) as process:
        kiosk.hear("READY=1")
        while kiosk.states() != [ItemState.PURGED]:
            kiosk.hear("")
        process.send_signal(signal.SIGTERM)
    assert kiosk.alarm() is None


@pytest.mark.parametrize(
    ("content", "folder", "reason"),
    [
        (None, True, "No such file"),
        ("missing", True, "not an Ed25519 private key"),
        (None, False, "CREDENTIALS_DIRECTORY"),
    ],
)
def test_a_key_that_is_missing_or_none_is_told_and_raises_the_alarm(
    kiosk: Kiosk, content: str | None, folder: bool, reason: str
) -> None:
    if content is not None:
        (kiosk.folder / "device-key").write_text(content)
    kiosk.key_is("credential:device-key")
    environment = {"CREDENTIALS_DIRECTORY": str(kiosk.folder)} if folder else {}
    with kiosk.service(**environment) as process:
        _, words = process.communicate(timeout=60)
    assert process.returncode == 2
    assert reason in words
    assert "[portal] device_key = credential:device-key" in words
    assert reason in str(kiosk.alarm())
    assert kiosk.states() == [ItemState.STORED]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_the_unit_is_one_that_systemd_takes_without_a_word(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    command = f"{sys.executable} -m kiosk"
    unit.write_text(UNIT.read_text(encoding="utf-8").replace("/usr/bin/aps-kiosk", command), encoding="utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)],  # noqa: S607 - whichever systemd the machine has
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def test_the_unit_hands_over_the_key_that_the_settings_name_and_is_watched() -> None:
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    assert "LoadCredential=device-key:/etc/aps-kiosk/device-key.pem" in lines
    assert {"Type=notify", "Restart=always", "WatchdogSec=180", "StartLimitIntervalSec=0"} <= set(lines)
