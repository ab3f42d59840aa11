"""Puts a disk of ours under every connection that the outbox opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw
import pytest

from doubles.crash_disk import LoggingDisk
from doubles.faulty_disk import FaultyDisk


@contextmanager
def beneath(disk: FaultyDisk | LoggingDisk) -> Iterator[None]:
    """Put a disk under every connection; nothing is passed in that names it, so the opener is changed."""
    opened = apsw.Connection
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apsw, "Connection", lambda name: opened(name, vfs=disk.name))
        yield
    disk.unregister()
