"""One program at a time at the printer: the window, a test slip from the command line, the doctor."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOOK_S = 0.02


@contextmanager
def turn(file: Path | None, patience: float, *, leaves_traces: bool = True) -> Iterator[bool]:
    """Wait in seconds for one's turn; False when somebody else still has it. The lock goes with the process.

    Without a file, or where none can be made, everybody has a turn: a slip is worth more than order. Somebody who
    leaves no traces makes no file; where there is none, nothing was ever printed.
    """
    how = os.O_RDONLY | os.O_CLOEXEC | (os.O_CREAT if leaves_traces else 0)
    try:
        lock = None if file is None else os.open(file, how, 0o644)
    except OSError:
        lock = None
    if lock is None:
        yield True
        return
    try:
        yield _locked(lock, time.monotonic() + patience)
    finally:
        os.close(lock)


def _locked(lock: int, end: float) -> bool:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return False
            time.sleep(_LOOK_S)
        else:
            return True
