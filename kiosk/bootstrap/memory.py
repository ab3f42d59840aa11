"""Keeps the window's memory small over months, and the window free of pauses to look after it."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from contextlib import suppress

from kiosk.ports.jobs import Jobs
from kiosk.session.screens import Attract, View

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of ``mallopt``."""

_LARGE = 128 * 1024

_SWEEP_S = 1.0

_AFTER_S = 2.0
"""From the wipe until the room is given back: whoever only turned back has gone on by then."""


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


class Sweeper:
    """Looks for garbage on the window's thread alone, as often as Python would by itself.

    Left alone, Python looks on whichever thread makes the next object. A thread at work that meets what is left of a
    screen then holds Qt's lock on connections and waits for the interpreter, while the window's thread has the
    interpreter and waits for that lock: both for good.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def begin(self) -> None:
        """Look from now on; call it on the window's thread."""
        gc.disable()
        self._jobs.later(_SWEEP_S, self._sweep)

    def end(self) -> None:
        """Leave it to Python again."""
        gc.enable()

    def _sweep(self) -> None:
        self._jobs.later(_SWEEP_S, self._sweep)
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation, limit in enumerate(limits) if counts[generation] > limit]
        if due:
            gc.collect(due[-1])


class Housekeeping:
    """Between two citizens, while nobody waits, gives back the room of what the last one left.

    ``window`` lets the window do so too.
    """

    def __init__(self, jobs: Jobs, window: Callable[[], None]) -> None:
        self._jobs = jobs
        self._window = window
        self._at_rest = True

    def follow(self, view: View) -> None:
        """Take a new view."""
        was, self._at_rest = self._at_rest, isinstance(view.screen, Attract)
        if self._at_rest and not was:
            self._jobs.later(_AFTER_S, self._tidy)

    def _tidy(self) -> None:
        if self._at_rest:
            self.tidy()

    def tidy(self) -> None:
        """Give back what nobody needs any more; takes some hundredths of a second."""
        self._window()
        gc.collect()
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
