"""The service manager hears what is true, over its own socket, and a silent sender is one that stands still."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from doubles.manual import ManualClock

from offline_queue.metrics import Depth
from offline_queue.supervision import Supervisor

DEPTH = Depth(3, 1, datetime(2026, 10, 12, 1, 31, tzinfo=UTC), True, None, False)


class Manager:
    """The socket of a service manager."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self._socket.setblocking(False)
        self.address = address

    def heard(self) -> list[str]:
        told = []
        try:
            while True:
                told.append(self._socket.recv(4096).decode())
        except BlockingIOError:
            return told

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    address = str(tmp_path / "notify") if request.param == "path" else f"@aps-kiosk-test-{os.getpid()}"
    with closing(Manager(address)) as manager:
        yield manager


def supervised(manager: Manager, clock: ManualClock, **more: str) -> Supervisor:
    return Supervisor.of({"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": "180000000", **more}, clock)


def test_beginning_and_end_are_told(manager: Manager) -> None:
    supervisor = supervised(manager, ManualClock())
    supervisor.ready()
    supervisor.stopping()
    assert manager.heard() == ["READY=1", "STOPPING=1"]


def test_signs_of_life_are_told_often_enough_and_no_oftener(manager: Manager) -> None:
    clock = ManualClock()
    supervisor = supervised(manager, clock)
    assert supervisor.beat <= 90
    for _ in range(1800):
        supervisor.alive()
        clock.seconds += 0.1
    assert manager.heard() == ["WATCHDOG=1"] * 4


@pytest.mark.parametrize("environment", [{"WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": ""}, {"WATCHDOG_USEC": "soon"}])
def test_a_watchdog_for_somebody_else_is_none(manager: Manager, environment: dict[str, str]) -> None:
    assert supervised(manager, ManualClock(), **environment).beat == float("inf")


def test_the_queue_is_told_in_words_that_name_nobody(manager: Manager) -> None:
    clock = ManualClock()
    supervisor = supervised(manager, clock)
    supervisor.status(lambda: DEPTH)
    supervisor.status(lambda: DEPTH)
    assert manager.heard() == ["STATUS=3 wait, the oldest since 2026-10-12 01:31 UTC; 1 set aside; line up"]
    clock.seconds += 16
    supervisor.status(lambda: Depth(0, 0, None, False, None, False))
    assert manager.heard() == ["STATUS=0 wait; 0 set aside; line down"]


def test_without_a_manager_nothing_is_asked_and_nothing_said() -> None:
    def never() -> Depth:
        raise AssertionError

    supervisor = Supervisor.of({}, ManualClock())
    supervisor.ready()
    supervisor.alive()
    supervisor.status(never)


def test_a_manager_that_is_gone_or_deaf_hinders_nothing(manager: Manager) -> None:
    supervisor = supervised(manager, ManualClock())
    for _ in range(2000):  # more than the socket has room for
        supervisor.ready()
    manager.close()
    supervisor.stopping()
