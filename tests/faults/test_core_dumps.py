"""A window or a sender that crashes for real leaves nothing of its memory on the disk."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from doubles.queue_line import settings_file

from offline_queue.portal_simulator import PortalSimulator

CANARY = "CANARY-NGUYEN-THI-HOA-087153004821"
CRASHES = [signal.SIGSEGV, signal.SIGABRT]


@contextmanager
def crashing(folder: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process that may write a core of any size, and that has the canary in its memory."""
    folder.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SOMEBODY": CANARY}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _allow_cores(process.pid)
        try:
            yield process
        finally:
            process.kill()


def _allow_cores(pid: int) -> None:
    """Allow cores of any size; who may not raise the limit has what the tests before this one left of it."""
    try:
        resource.prlimit(pid, resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (ValueError, PermissionError):
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.prlimit(pid, resource.RLIMIT_CORE, (hard, hard))


def core_limit(pid: int) -> str:
    lines = Path(f"/proc/{pid}/limits").read_text(encoding="ascii").splitlines()
    return next(line for line in lines if line.startswith("Max core file size")).split()[4]


def wait_until_cores_are_forbidden(process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while core_limit(process.pid) not in {"0", "1"}:
        assert process.poll() is None, "it ended before its time"
        assert time.monotonic() < deadline
        time.sleep(0.01)


def leaks(*folders: Path) -> list[Path]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if CANARY.encode() in file.read_bytes()]


@pytest.mark.parametrize("number", CRASHES, ids=lambda number: number.name)
@pytest.mark.parametrize("words", [("run", "--windowed"), ("sync",)], ids=lambda words: words[0])
def test_a_crash_leaves_no_core(tmp_path: Path, words: tuple[str, ...], number: signal.Signals) -> None:
    with PortalSimulator(tmp_path / "portal") as portal:
        settings = settings_file(tmp_path, portal)
        command = [sys.executable, "-m", "kiosk", *words, "--config", str(settings)]
        with crashing(tmp_path / "here", *command) as process:
            wait_until_cores_are_forbidden(process)
            process.send_signal(number)
            assert process.wait(60) == -number
        assert list((tmp_path / "here").iterdir()) == []
        assert leaks(tmp_path / "here", tmp_path / "data") == []


def test_a_process_that_does_not_forbid_them_would_be_found_out(tmp_path: Path) -> None:
    if "/" in Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii"):
        pytest.skip("this machine pipes cores away")
    with crashing(tmp_path / "here", sys.executable, "-c", "import time; time.sleep(60)") as process:
        if core_limit(process.pid) != "unlimited":
            pytest.skip("this machine forbids cores to all")
        process.send_signal(signal.SIGSEGV)
        process.wait(60)
    assert leaks(tmp_path / "here") != []
