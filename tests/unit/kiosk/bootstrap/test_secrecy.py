"""A crashed kiosk leaves no memory on the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

_CRASH = """
import os, signal
from kiosk.bootstrap.secrecy import forbid_core_dumps
{forbid}
os.kill(os.getpid(), signal.SIGSEGV)
"""


def crash(folder: Path, forbid: str) -> int:
    limits = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)\n"
    command = [sys.executable, "-c", limits + _CRASH.format(forbid=forbid)]
    return subprocess.run(command, cwd=folder, check=False, timeout=60).returncode


def test_a_process_that_forbade_them_leaves_no_core(tmp_path: Path) -> None:
    assert crash(tmp_path, "forbid_core_dumps()") == -signal.SIGSEGV
    assert list(tmp_path.iterdir()) == []


def test_the_limit_holds_for_children_and_the_kernel_is_told_not_to_dump() -> None:
    script = (
        "import ctypes, resource, subprocess, sys\n"
        "from kiosk.bootstrap.secrecy import forbid_core_dumps\n"
        "forbid_core_dumps()\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)\n"
        "child = 'import resource; print(resource.getrlimit(resource.RLIMIT_CORE))'\n"
        "subprocess.run([sys.executable, '-c', child], check=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split("\n")[0] == "0"
    assert done.stdout.split("\n")[1] in {"(1, 1)", "(0, 0)"}
