"""How long the GUI thread is ever away while the scanner scans and the dossier is made safe, sent and printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.world import open_world
from kiosk.demo.dock import Dock
from kiosk.demo.supervisor import sender_of


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_longest_gap_on_the_gui_thread(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    script = Path(__file__).with_name("gui_gaps.py")
    with open_world(tmp_path / "world") as world, Dock(world) as dock, sender_of(world):
        answer = subprocess.run(
            [sys.executable, str(script), str(world.settings), dock.url, str(out)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=500,
        )
    gaps = json.loads(answer.stdout.splitlines()[-1])
    floor = gaps.pop("floor")
    print(f"\nfloor: the attract screen at rest, longest gap {floor:.1f} ms")
    for screen, gap in gaps.items():
        print(f"{screen}: longest gap {gap:.1f} ms, {gap / floor:.1f} × floor (aim: below 50 ms)")
