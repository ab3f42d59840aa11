"""Disks that fail, under the connections that the outbox opens."""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest
from doubles.faulty_disk import FaultyDisk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyDisk]:
    """A disk under every connection; nothing is passed in that names it, so the opener is changed."""
    disk = FaultyDisk()
    opened = apsw.Connection
    monkeypatch.setattr(apsw, "Connection", lambda name: opened(name, vfs="faulty-disk"))
    yield disk
    monkeypatch.undo()
    disk.unregister()
