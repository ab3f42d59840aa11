"""A printer on a serial line."""

from __future__ import annotations

from contextlib import suppress

import serial
from escpos.printer import Serial

from drivers.receipt_printer.address import SerialAddress
from drivers.receipt_printer.links.link import Link, opened

_PIECE = 512
"""Bytes: half a second at 9,600 baud, so that a slow line is not taken for one that stands still."""


class SerialLink(Link):
    """Nobody else can open the line meanwhile."""

    def __init__(self, address: SerialAddress, patience: float) -> None:
        super().__init__(patience)
        self._escpos = opened(Serial(address.path, baudrate=address.baud, timeout=patience))
        self._port: serial.Serial = self._escpos.device
        try:
            self._port.exclusive = True
            self._port.rtscts = address.handshake
            self._port.write_timeout = patience
        except OSError:
            self._port.close()
            raise

    def send(self, data: bytes) -> None:
        """Send all of it, each piece in ``patience``."""
        for start in range(0, len(data), _PIECE):
            try:
                self._escpos._raw(data[start : start + _PIECE])  # noqa: SLF001 - its documented way for own commands
            except serial.SerialTimeoutException as error:
                raise TimeoutError(str(error)) from error

    def receive(self, seconds: float) -> bytes:
        """Return what comes. python-escpos' own reading waits for sixteen bytes; a status is one."""
        self._port.timeout = seconds
        return bytes(self._port.read(1) + self._port.read(self._port.in_waiting))

    def close(self) -> None:
        """Close. Whoever closes has had an answer to all that was sent, or sent no more than a question."""
        self.abandon()

    def abandon(self) -> None:
        """Throw away what waits, and close: python-escpos' own closing waits for ever for a line that stands still."""
        with suppress(OSError):
            self._port.reset_output_buffer()
        with suppress(OSError):
            self._port.close()
