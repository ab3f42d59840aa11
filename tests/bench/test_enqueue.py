"""How long it takes to make a dossier durable, beside the floor of this disk and three queues with equal durability."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from bench import enqueue_peers
from bench.enqueue_peers import CONTENDERS, Contender, Ours
from doubles.submissions import submission

ROUNDS = {10_000: 150, 2_000_000: 40}
FLOOR = "append + fdatasync"
_SYNC = re.compile(r"\b(fsync|fdatasync|sync_file_range|msync)\(")


@pytest.fixture
def contenders(tmp_path: Path) -> Iterator[dict[str, Contender]]:
    for package in ("persistqueue", "litequeue", "huey"):
        pytest.importorskip(package, reason="the peers come with pip install -e .[bench]")
    with ExitStack() as opened:
        made = {}
        for number, (name, make) in enumerate(CONTENDERS.items()):
            (tmp_path / f"{number}").mkdir()
            made[name] = opened.enter_context(closing(make(tmp_path / f"{number}")))
        yield made


@pytest.mark.bench
@pytest.mark.timeout(900)
@pytest.mark.parametrize("size", ROUNDS)
def test_enqueue(
    size: int, contenders: dict[str, Contender], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    names = list(contenders)
    for number in range(ROUNDS[size] + 5):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            deed = contenders[name].ready(submission(size), number)
            begun = time.perf_counter()
            deed()
            if number >= 5:
                seconds[name].append(time.perf_counter() - begun)
        for one in contenders.values():
            if isinstance(one, Ours):
                one.rest()
    floor = statistics.median(seconds[FLOOR])
    with capsys.disabled():
        print(f"\n{size} bytes, {ROUNDS[size]} rounds, turn about: ms median, p95; x the floor's median; syncs each")
        for name, taken in seconds.items():
            median, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
            told = f"{name:20} {median * 1000:7.2f} {late * 1000:7.2f}   x {median / floor:.2f}"
            print(f"{told}   {syncs_each(name, size, tmp_path)}")


def syncs_each(name: str, size: int, folder: Path) -> str:
    """Count the syncs of twenty further enqueues, by strace where it is installed."""
    if shutil.which("strace") is None:
        return "not counted: no strace"
    few, many = (count_syncs(name, size, folder / f"strace-{count}", count) for count in (10, 30))
    return f"{(many - few) / 20:.2f}"


def count_syncs(name: str, size: int, folder: Path, count: int) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    script = [sys.executable, enqueue_peers.__file__, name, str(folder), str(count), str(size)]
    log = folder / "strace.log"
    subprocess.run(
        [str(shutil.which("strace")), "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", str(log), *script], check=True
    )
    return len(_SYNC.findall(log.read_text()))
