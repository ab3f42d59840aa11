"""A crash must not write what was in memory to a disk."""

from __future__ import annotations

import ctypes
import resource

_PR_SET_DUMPABLE = 4
_TOO_SMALL = 1
"""Bytes: less than any core has. To a collector the kernel would pipe one in spite of a limit of 0, but not of 1."""


def forbid_core_dumps() -> None:
    """Forbid them for this process and all that it starts, also where the kernel pipes them to a collector."""
    _, highest = resource.getrlimit(resource.RLIMIT_CORE)
    limit = 0 if highest == 0 else _TOO_SMALL  # who is allowed none at all cannot ask for more
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
