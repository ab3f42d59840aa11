"""From process start to the first frame, and what the attract screen costs at rest, beside a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from bench.processes import megabytes, processor_share

from kiosk.bootstrap.world import open_world

HERE = Path(__file__).parent
ROUNDS = 7
AT_REST_S = 30.0
SETTLED_S = 5.0


@contextmanager
def window(*words: str) -> Iterator[tuple[tuple[float, float], psutil.Process]]:
    """Open a window in a process of its own; gives the milliseconds to the first frame and to the answer to a touch."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QSG_RENDER_LOOP": "basic", "PYTHONPATH": str(HERE.parent)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"frame\n"
        framed = 1000 * (time.perf_counter() - begun)
        assert process.stdout.readline() == b"answered\n"
        answered = 1000 * (time.perf_counter() - begun)
        yield (framed, answered), psutil.Process(process.pid)
    finally:
        process.terminate()
        process.communicate()


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_start_and_rest(tmp_path: Path) -> None:
    with open_world(tmp_path / "world") as world:
        both = {
            "bare window": (str(HERE / "bare_window.py"),),
            "kiosk": (
                str(HERE / "kiosk_window.py"),
                "run",
                "--windowed",
                "--size",
                "1080x1920",
                "--config",
                str(world.settings),
            ),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in both}
        for _ in range(ROUNDS):
            for name, words in both.items():
                with window(*words) as (milliseconds, _process):
                    taken[name].append(milliseconds)
        print()
        for column, what in enumerate(("first frame", "the first touch is answered")):
            floor = statistics.median(one[column] for one in taken["bare window"])
            for name, milliseconds in taken.items():
                middle = statistics.median(one[column] for one in milliseconds)
                print(f"{name}: {what} after {middle:.0f} ms (median of {ROUNDS}), {middle / floor:.2f} × bare")
        print("(aim: ≤ 1.3 ×)")
        for name, words in both.items():
            with window(*words) as (_, process):
                time.sleep(SETTLED_S)
                share = processor_share(process, AT_REST_S)
                rss, pss = megabytes(process)
                print(
                    f"{name} at rest: {share:.1f} % of a core over {AT_REST_S:.0f} s, {rss:.0f} MB RSS, {pss:.0f} PSS"
                )
        print("(aim: < 10 % of a core)")
