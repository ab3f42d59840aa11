"""How long it takes to make a dossier safe, and how fast a queue empties over loopback."""

from __future__ import annotations

import statistics
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from doubles.queue_line import settings_file
from doubles.submissions import submission

from config.settings import load_settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.sender import run_sender
from kiosk.domain.outbox import Stored
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator

DOSSIERS = 30


@pytest.mark.bench
@pytest.mark.parametrize("size", [20_000, 1_900_000])
def test_store_and_deliver(tmp_path: Path, size: int, capsys: pytest.CaptureFixture[str]) -> None:
    with (
        PortalSimulator(tmp_path / "portal") as portal,
        closing(SqliteOutbox(tmp_path / "data", "AH-01", (portal.recipient,), SystemClock())) as outbox,
    ):
        settings = load_settings(settings_file(tmp_path, portal))
        seconds = []
        for _ in range(DOSSIERS):
            dossier = submission(size, size)
            begun = time.perf_counter()
            assert isinstance(outbox.store(dossier), Stored)
            seconds.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        assert run_sender(settings, threading.Event(), once=True)
        drained = time.perf_counter() - begun
    with capsys.disabled():
        print(
            f"\n2 papers of {size} bytes: safe after {statistics.median(seconds) * 1000:.1f} ms (median), "
            f"{max(seconds) * 1000:.1f} ms (longest); {DOSSIERS / drained:.1f} dossiers/s delivered"
        )
