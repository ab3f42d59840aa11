"""A card held to a reader, in the real window: read where a card is asked for, and only there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.world import open_world

TOLD = ["address", "slip APS-AH01-261012-0007-K", "other", "unclear"]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("serial", [*TOLD, "two_cards", "087153004821 NGUYỄN THỊ HOA"]),
        ("keyboard", [*TOLD, "087153004821 None"]),
    ],
)
def test_each_thing_that_is_held_to_the_reader_is_answered(tmp_path: Path, kind: str, told: list[str]) -> None:
    with open_world(tmp_path / "world") as world:
        answer = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("held_card.py")), str(world.settings), kind],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=280,
        )
    assert json.loads(answer.stdout.splitlines()[-1]) == told
