"""kill -9 of the window right after "safe": what the citizen was told is safe arrives, once, and nothing else stays."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from kiosk.bootstrap.queue import open_outbox, open_queue
from kiosk.bootstrap.world import open_world
from kiosk.cli.configuration import read_settings
from kiosk.demo.dock import Dock
from kiosk.demo.supervisor import kiosk_command

pytestmark = pytest.mark.timeout(300)


def test_a_dossier_that_was_called_safe_survives_the_window(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with open_world(tmp_path / "world") as world, Dock(world) as dock:
        settings = read_settings(world.settings)
        words = ("play", "--config", str(world.settings), "--dock", dock.url, "--out", str(out))
        window = subprocess.Popen(kiosk_command(*words), env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        try:
            wait_for_picture(out, "SlipReady", window)
            children = psutil.Process(window.pid).children(recursive=True)
        finally:
            os.kill(window.pid, signal.SIGKILL)
            window.wait()
        psutil.wait_procs(children, timeout=60)
        assert not [child for child in children if child.is_running()]

        with open_queue(settings) as queue:
            (item,) = queue.items()
        world.do("network/on")
        for _ in range(2):
            subprocess.run(kiosk_command("sync", "--once", "--config", str(world.settings)), check=False, timeout=60)
        (dossier,) = world.state().dossiers
        filed = json.loads((dossier / "submission.json").read_text(encoding="utf-8"))
        assert filed["reference_code"] == item.reference_code
        assert len(list((dossier / "papers").iterdir())) == 1
        with open_outbox(settings, ()) as outbox:
            assert outbox.summary().waiting == 0


def wait_for_picture(out: Path, name: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the journey has taken the picture of a screen."""
    deadline = time.monotonic() + 200
    while not list(out.glob(f"screens/*-{name}.png")):
        assert process.poll() is None, "the window ended before its time"
        assert time.monotonic() < deadline, f"{name} was never shown"
        time.sleep(0.02)
