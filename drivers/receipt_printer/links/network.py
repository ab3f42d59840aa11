"""A printer on the network."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress

from escpos.printer import Network

from drivers.receipt_printer.address import NetworkAddress
from drivers.receipt_printer.links.link import ANSWER_BYTES, Link

_WAITING_BYTES = 16 * 1024
"""How much may wait in the system for a printer that stands still: little, so that it is noticed at once."""


class NetworkLink(Link):
    """The connection is made here: python-escpos knows IPv4 only, and leaves the socket behind when nobody answers."""

    def __init__(self, address: NetworkAddress, patience: float) -> None:
        super().__init__(patience)
        self._escpos = Network(address.host, port=address.port, timeout=patience)
        self._socket = self._escpos.device = socket.create_connection((address.host, address.port), patience)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _WAITING_BYTES)
        # Else each question after a band waits 40 ms for the printer's system to acknowledge the band.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, data: bytes) -> None:
        """Send all of it, in ``patience`` in all."""
        self._socket.settimeout(self._patience)
        self._escpos._raw(data)  # noqa: SLF001 - its documented way for one's own commands

    def receive(self, seconds: float) -> bytes:
        """Return what comes; a connection that was closed is an error."""
        self._socket.settimeout(seconds)
        try:
            data = self._socket.recv(ANSWER_BYTES)
        except (TimeoutError, BlockingIOError):
            return b""
        if not data:
            raise ConnectionResetError("the printer hung up")
        return data

    def close(self) -> None:
        """Close in both directions."""
        self._escpos.close()

    def abandon(self) -> None:
        """Close with a reset: the system sends nothing of what still waits."""
        with suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()
