"""The body of a request as it trickles in: slowed, cut or lost on the way, as the switches say."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import BinaryIO

from offline_queue.portal_simulator.answer import LineBroken, Problem
from offline_queue.portal_simulator.controls import Controls

_PIECE = 16 * 1024
SLICE = 0.05
"""Seconds: how finely a line is slow."""


class Body:
    """At most ``length`` bytes from the connection; every loss of the line is a LineBroken."""

    def __init__(self, stream: BinaryIO, length: int, controls: Controls) -> None:
        self._stream = stream
        self._controls = controls
        self.left = length

    def pieces(self) -> Iterator[bytes]:
        """Yield what arrives, in pieces; what was yielded before a LineBroken had arrived."""
        while self.left:
            rate = self._controls.state.bytes_per_second
            slowly = max(1, int(rate * SLICE)) if rate else _PIECE
            wanted = min(_PIECE, self.left, slowly)
            piece = self._receive(wanted)
            passing = self._controls.let_through(len(piece))
            if passing:
                yield piece[:passing]
            if passing < len(piece):
                raise LineBroken
            if rate:
                time.sleep(len(piece) / rate)

    def _receive(self, wanted: int) -> bytes:
        try:
            piece = self._stream.read(wanted)
        except OSError as error:
            raise LineBroken from error
        if not piece or not self._controls.state.online:
            raise LineBroken
        self.left -= len(piece)
        return piece

    def whole(self, limit: int) -> bytes:
        """Return all of it. Raises Problem (413) where it is longer than ``limit`` bytes."""
        if self.left > limit:
            raise Problem(413, f"a body may have at most {limit} bytes")
        return b"".join(self.pieces())

    def past_the_switches(self) -> bytes:
        """Return all of it, however slow or cut the line is said to be: the tester's own words."""
        data, self.left = self._stream.read(self.left), 0
        return data

    def drain(self) -> None:
        """Read and forget the rest, so that an answer can be heard on the same connection."""
        for _ in self.pieces():
            pass
