"""A handheld reader as a serial device (USB CDC): the line is raw, and what lay in it before is thrown away."""

from __future__ import annotations

import fcntl
import os
import select
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from drivers.code_reader.framing import Framing
from kiosk.domain.handheld import CodeHeard, CodeSpoilt, HandheldOutcome, NoCode, ReaderGone
from kiosk.ports.scanner import Cancel

_LOOK_SECONDS = 0.05
_SILENT_LOOKS = 6
"""Looks in vain after which a code without its end has broken off: 0.3 s; a reader sends a whole one in 0.05 s."""

_ALONE_LOOKS = 2
"""Looks in vain after which no other code has come with one: a reader that sees several sends them in one go."""

_CHUNK = 4096


class SerialReader:
    """Implements the HandheldReader port. The device is opened for each wait, so that unplugging mends itself.

    A wait begins when the one before has closed the device, which nobody can open twice.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._one_at_a_time = threading.Lock()

    def wait(self, cancel: Cancel) -> HandheldOutcome:
        """Wait for the next code; what was read before belongs to somebody else and is forgotten."""
        try:
            with self._one_at_a_time, _open_line(self._path) as line:
                return _listen(line, cancel)
        except (OSError, termios.error) as error:
            return ReaderGone(f"{self._path}: {error}")


def _listen(line: int, cancel: Cancel) -> HandheldOutcome:
    framing, silent = Framing(), 0
    come: list[CodeHeard | CodeSpoilt] = []
    while not cancel.is_set():
        ready, _, _ = select.select([line], [], [], _LOOK_SECONDS)
        if ready:
            data = os.read(line, _CHUNK)
            if not data:
                raise OSError("the line was hung up")
            silent = 0
            come += framing.feed(data)
            continue
        silent += 1
        if come and silent >= _ALONE_LOOKS:
            return _in_one_go(come)
        if silent == _SILENT_LOOKS and (broken := framing.silence()) is not None:
            return broken
    return NoCode()


def _in_one_go(come: list[CodeHeard | CodeSpoilt]) -> CodeHeard | CodeSpoilt:
    whole = [one.payload for one in come if isinstance(one, CodeHeard)]
    return CodeHeard(whole[0], tuple(whole[1:])) if whole else come[0]


@contextmanager
def _open_line(path: str) -> Iterator[int]:
    line = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        tty.setraw(line, termios.TCSANOW)
        with suppress(OSError):  # nobody else is to read a citizen's card; some lines cannot be locked
            fcntl.ioctl(line, termios.TIOCEXCL)
        termios.tcflush(line, termios.TCIFLUSH)
        yield line
    finally:
        with suppress(OSError):
            fcntl.ioctl(line, termios.TIOCNXCL)
        os.close(line)
