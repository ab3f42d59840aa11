"""Only one sender works on an outbox at a time; the lock goes with the process, however it ends."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from offline_queue.errors import AlreadyRunningError


@contextmanager
def only_sender(data_dir: Path) -> Iterator[None]:
    """Hold the sender's lock. Raises AlreadyRunningError when another process holds it."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data_dir / "sender.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(f"another sender works on {data_dir}") from None
        yield
