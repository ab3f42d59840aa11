"""From touch to the first frame of the next screen, while a scan and an upload run, beside bare pages."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kiosk.bootstrap.queue import add_test_dossiers
from kiosk.bootstrap.world import open_world
from kiosk.cli.configuration import read_settings
from kiosk.demo.dock import Dock
from kiosk.demo.supervisor import sender_of

UPLOADS = 120
BYTES = 1_900_000


def spread(milliseconds: list[float]) -> tuple[float, float]:
    """Return p50 and p95."""
    ordered = sorted(milliseconds)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.95)]


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_touch_to_first_frame(tmp_path: Path) -> None:
    script = Path(__file__).with_name("screen_changes.py")
    with open_world(tmp_path / "world") as world, Dock(world) as dock:
        for _ in add_test_dossiers(read_settings(world.settings), UPLOADS, BYTES):
            pass
        with sender_of(world):
            answer = subprocess.run(
                [sys.executable, str(script), str(world.settings), dock.url],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                check=True,
                timeout=580,
            )
        uploaded = len(world.state().dossiers)
    told = json.loads(answer.stdout.splitlines()[-1])
    print(f"\n{told['sides']} sides scanned and {uploaded} dossiers of 1.9 MB uploaded beside it")
    for what, column, aim in (("waited", 1, "aim: p95 ≤ 33 ms and ≤ 1.5 ×"), ("work of the GUI thread alone", 2, "")):
        bare, real = (spread([change[column] for change in told[kind]]) for kind in ("bare", "real"))
        print(f"{what}: bare page p50 {bare[0]:.1f} ms, p95 {bare[1]:.1f} ms ({len(told['bare'])} changes)")
        print(f"{what}: real screens p50 {real[0]:.1f} ms, p95 {real[1]:.1f} ms ({len(told['real'])} changes)")
        print(f"  {real[0] / bare[0]:.1f} × and {real[1] / bare[1]:.1f} × {aim}".rstrip())
    by_screen: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for name, waited, worked in told["real"]:
        by_screen[name].append((waited, worked))
    print("medians by screen: waited, work")
    for name, taken in sorted(by_screen.items(), key=lambda item: -statistics.median(work for _, work in item[1])):
        waited, worked = (statistics.median(one) for one in zip(*taken, strict=True))
        print(f"  {waited:6.1f} {worked:6.1f} ms  {name}")
