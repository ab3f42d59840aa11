"""Memory over many citizens in one process: 50 in a bench, 1,000 in a soak."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

WARM = 5
"""The share of the first looks, one in so many, that is warming up."""


def memory_over(sessions: int, looks: int) -> list[tuple[int, float, float]]:
    """File so many dossiers in one process; returns number, RSS and PSS in MB at each look."""
    script = Path(__file__).with_name("sessions.py")
    begun = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, str(script), str(sessions), str(looks)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(script.parents[1])},
        stdout=subprocess.PIPE,
        check=True,
        timeout=7000,
    )
    told: list[tuple[int, float, float]] = [json.loads(line) for line in answer.stdout.splitlines()]
    print(f"\n{sessions} sessions with 8 sides each in {time.perf_counter() - begun:.0f} s (aim: < 2 %, < 250 MB)")
    for number, rss, pss in told:
        print(f"  after {number:5}: {rss:.1f} MB RSS, {pss:.1f} MB PSS")
    first, last = told[len(told) // WARM], told[-1]
    print(f"growth from {first[0]} to {last[0]}: {100 * (last[1] / first[1] - 1):+.1f} % RSS")
    return told


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_memory_over_fifty_sessions() -> None:
    memory_over(50, 10)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_memory_over_a_thousand_sessions() -> None:
    told = memory_over(1000, 20)
    assert told[-1][0] == 1000
