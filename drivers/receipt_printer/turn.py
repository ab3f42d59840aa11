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
def turn(file: Path | None, patience: float) -> Iterator[bool]:
    """Wait in seconds for one's turn; False when somebody else still has it. The lock goes with the process.

    Without a file, or where none can be made, everybody has a turn: a slip is worth more than order.
    """
    try:
        lock = None if file is None else os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
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
