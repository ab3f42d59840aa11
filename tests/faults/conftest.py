"""Disks that fail or remember, under the connections that the outbox opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from doubles.beneath import beneath
from doubles.crash_disk import LoggingDisk
from doubles.faulty_disk import FaultyDisk


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    """A disk that fails when its test says so."""
    disk = FaultyDisk()
    with beneath(disk):
        yield disk


@pytest.fixture
def logged() -> Iterator[LoggingDisk]:
    """A disk that remembers all that happens to it."""
    disk = LoggingDisk()
    with beneath(disk):
        yield disk
