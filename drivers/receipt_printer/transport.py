"""The ways to a receipt printer, over python-escpos. Imported at the first slip: it takes as long as a whole window."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from escpos.escpos import Escpos
from escpos.printer import Network, Serial, Usb


def open_device(url: str, timeout_s: float) -> Escpos:
    """Return the transport for an address, not opened yet."""
    parts = urlsplit(url)
    match parts.scheme:
        case "tcp":
            return _Network(parts.hostname, port=parts.port, timeout=timeout_s)
        case "usb":
            vendor, product = parts.netloc.split(":", 1)
            return Usb(int(vendor, 16), int(product, 16), timeout=round(timeout_s * 1000))
        case _:
            return Serial(parts.path, timeout=timeout_s)


class _Network(Network):  # type: ignore[misc]  # python-escpos ships no types
    """The network transport, without its leak of a socket when nobody answers."""

    def open(self, raise_not_found: bool = True) -> None:  # noqa: FBT001, FBT002 - the base class's signature
        """Connect. Raises OSError when the printer cannot be reached."""
        del raise_not_found
        self.device = socket.create_connection((self.host, self.port), self.timeout)
