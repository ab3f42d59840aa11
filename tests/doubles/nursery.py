"""Processes that a test starts in a few milliseconds and kills at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Nursery:
    """Starts senders, windows and portals (see ``nursery_script``)."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._alive: set[int] = set()

    def start(self, *order: str) -> int:
        pid = int(self._ask(*order))
        self._alive.add(pid)
        return pid

    def await_death(self, pid: int) -> None:
        assert self._ask("gone", str(pid)) == "gone"
        self._alive.discard(pid)

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        self.await_death(pid)

    def kill_all(self) -> None:
        for pid in tuple(self._alive):
            self.kill(pid)

    def _ask(self, *words: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(words) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@contextmanager
def nursery(settings: Path) -> Iterator[Nursery]:
    """Open one; what still lives at the end is killed."""
    script = Path(__file__).with_name("nursery_script.py")
    environment = os.environ | {"PYTHONPATH": str(script.parent.parent)}
    with (
        settings.with_suffix(".log").open("w") as log,
        subprocess.Popen(
            [sys.executable, str(script), str(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=environment,
        ) as process,
    ):
        one = Nursery(process)
        try:
            yield one
        finally:
            one.kill_all()
            assert process.stdin is not None
            process.stdin.close()
