"""Sealed bytes in pieces, each with its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator


def digest_of(data: bytes | memoryview) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def pieces_of(data: bytes, size: int) -> Iterator[memoryview]:
    """Yield pieces of at most ``size`` bytes, in order; nothing is copied."""
    whole = memoryview(data)
    for start in range(0, len(data), size):
        yield whole[start : start + size]
