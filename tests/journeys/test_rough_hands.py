"""Rough hands at the scanner, in the real window through real libsane: nothing is lost or left for the next one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.world import open_world
from kiosk.demo.dock import Dock


@pytest.mark.timeout(300)
def test_whatever_is_done_to_the_scanner_has_an_answer(tmp_path: Path) -> None:
    with open_world(tmp_path / "world") as world, Dock(world) as dock:
        answer = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("rough_hands.py")), str(world.settings), dock.url],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=280,
        )
    assert json.loads(answer.stdout.splitlines()[-1]) == {
        "no card": "empty",
        "lid opened": ["cover_open", True],
        "nothing lost by giving up": True,
        "stopped twice": True,
        "leaves in the middle": "LeaveSheet(told=True, originals=True, slip=False, printed=False)",
        "the next one sees": 2,
    }
