"""A scanner that reads one side, in the real window through real libsane: the stack is turned over, the lid is open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from drivers.scanner.papers import side_jpeg
from kiosk.bootstrap.world import open_world
from kiosk.demo.dock import Dock


def small(jpeg: bytes) -> bytes:
    with Image.open(BytesIO(jpeg)) as image:
        return image.convert("L").resize((124, 175)).tobytes()


@pytest.mark.timeout(300)
def test_fronts_and_backs_come_together_through_an_open_lid(tmp_path: Path) -> None:
    with open_world(tmp_path / "world") as world, Dock(world) as dock:
        script = Path(__file__).with_name("one_sided.py")
        answer = subprocess.run(
            [sys.executable, str(script), str(world.settings), dock.url, str(tmp_path)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=280,
        )
    assert json.loads(answer.stdout.splitlines()[-1]) == [[2, 0], [2, 0]]
    sides = [("uy_quyen", 0), ("uy_quyen", 1), ("khai_sinh", 0), ("khai_sinh", 1)]
    drawn = {side: small(side_jpeg(*side, 300, False)) for side in sides}
    for number, side in enumerate(sides, 1):
        seen = small((tmp_path / f"{number}.jpg").read_bytes())
        likest = min(drawn, key=lambda one: sum(abs(a - b) for a, b in zip(drawn[one], seen, strict=True)))
        assert likest == side
