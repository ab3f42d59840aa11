"""A child presses everything in the real window: no crash, no warning, no dead end, always a way home."""

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


def let_loose(folder: Path, events: int, seed: int) -> dict[str, list[str]]:
    script = Path(__file__).with_name("monkey.py")
    with open_world(folder / "world") as world, Dock(world) as dock, sender_of(world):
        answer = subprocess.run(
            [sys.executable, str(script), str(world.settings), dock.url, str(events), str(seed)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=7000,
        )
    return json.loads(answer.stdout.splitlines()[-1])


@pytest.mark.timeout(300)
def test_a_child_finds_no_dead_end(tmp_path: Path) -> None:
    told = let_loose(tmp_path, 500, seed=3)
    assert told["warnings"] == []
    assert len(told["screens"]) >= 5
    assert len(told["looks"]) >= 3


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("seed", range(10))
def test_a_whole_school_finds_no_dead_end(tmp_path: Path, seed: int) -> None:
    told = let_loose(tmp_path, 2000, seed)
    print(f"\nseed {seed}: 2000 touches, {len(told['looks'])} looks, screens {', '.join(told['screens'])}")
    assert told["warnings"] == []
