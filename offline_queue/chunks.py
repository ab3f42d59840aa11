"""Sealed bytes in pieces, each with its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator


def digest_of(data: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def pieces_of(data: bytes, size: int) -> Iterator[bytes]:
    """Yield pieces of at most ``size`` bytes, in order."""
    for start in range(0, len(data), size):
        yield data[start : start + size]
