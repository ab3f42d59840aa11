"""Keeps the window's memory small over months, and the window free of pauses to look after it."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of ``mallopt``."""

_LARGE = 128 * 1024


def give_large_memory_back() -> None:
    """Let every block of 128 kB and more go back to the system when it is freed: scanned pages come and go.

    By itself glibc raises this limit up to 32 MB once large blocks are freed, and pages then leave holes.
    """
    with suppress(OSError, AttributeError):  # another C library: nothing to set
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_TRIM_THRESHOLD, _LARGE)


def keep_what_is_loaded() -> None:
    """Spare the garbage collector what is there for good: modules, classes, the catalogue.

    Looking it through takes a tenth of a second, which a citizen would wait at some touch.
    """
    gc.collect()
    gc.freeze()
