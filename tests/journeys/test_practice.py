"""A whole journey practised by touch in the real window: outbox, scanner, printer and portal see nothing of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.queue import open_queue
from kiosk.bootstrap.world import open_world
from kiosk.cli.configuration import read_settings
from kiosk.demo.dock import Dock
from kiosk.demo.supervisor import sender_of


@pytest.mark.timeout(400)
def test_nothing_is_kept_sent_scanned_or_printed(tmp_path: Path) -> None:
    with open_world(tmp_path / "world") as world, Dock(world) as dock, sender_of(world):
        world.do("scanner/papers")
        script = Path(__file__).with_name("practice.py")
        answer = subprocess.run(
            [sys.executable, str(script), str(world.settings), dock.url, str(tmp_path / "out")],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=380,
        )
        state = world.state()
    told = json.loads(answer.stdout.splitlines()[-1])
    assert {"CardRead", "ReviewPages", "Check", "Sending", "SlipReady", "Practised"} <= set(told["seen"])
    assert told["unmarked"] == ["Attract", "Home"]
    assert (state.sheets, state.slips, state.dossiers) == (2, (), ())
    with open_queue(read_settings(world.settings)) as queue:
        assert queue.items() == []
