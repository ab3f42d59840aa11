"""What arrives at the simulated printer, cut into commands."""

from __future__ import annotations

from collections.abc import Iterator

STATUS, RECOVER, CLEAR = b"\x10\x04", b"\x10\x05", b"\x10\x14"
REALTIME = (STATUS, RECOVER, CLEAR)
RASTER, CUT, REPORT_CHANGES, CONFIRM = b"\x1dv", b"\x1dV", b"\x1da", b"\x1dr"
RASTER_HEAD = 8

_LENGTHS = {STATUS: 3, RECOVER: 3, CLEAR: 10, CUT: 4, REPORT_CHANGES: 3, CONFIRM: 3}
"""Of those with arguments; all others have two bytes."""


class Intake:
    """Keeps what is not whole yet. A picture that was broken off swallows what comes next until it has all its dots."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def __len__(self) -> int:
        """Return how many bytes of a command are here that is not whole."""
        return len(self._rest)

    def take(self, chunk: bytes) -> Iterator[bytes]:
        """Take what arrived, and yield each command that is whole now."""
        self._rest += chunk
        while 0 < (length := _length(self._rest)) <= len(self._rest):
            command = bytes(self._rest[:length])
            del self._rest[:length]
            yield command

    def forget(self) -> None:
        """Throw away what is not whole."""
        self._rest.clear()


def _length(data: bytearray) -> int:
    """Return how many bytes the command has that begins here; 0 when that cannot be said yet."""
    head = bytes(data[:2])
    if head == RASTER:
        if len(data) < RASTER_HEAD:
            return 0
        return RASTER_HEAD + int.from_bytes(data[4:6], "little") * int.from_bytes(data[6:8], "little")
    if head[:1] not in {b"\x10", b"\x1b", b"\x1d"}:
        return len(head[:1])
    return _LENGTHS.get(head, 2)
