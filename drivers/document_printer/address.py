"""The printer's address in the settings: where HTTP goes, and how IPP names the printer."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

_PORT = 631
_OVER = {"ipp": "http", "ipps": "https", "http": "http", "https": "https"}


class PrinterAddressError(ValueError):
    """The printer's address in the settings cannot be used; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """``http`` is what is connected to, ``uri`` what is asked for (``printer-uri``)."""

    http: str
    uri: str


def read_address(url: str) -> PrinterAddress:
    """Read ``ipp://host[:port]/path``, ``ipps://`` or the ``http://`` of ipp-usb. Raises PrinterAddressError."""
    try:
        parts = urlsplit(url)
        over, host, port = _OVER[parts.scheme], parts.hostname, parts.port
    except (KeyError, ValueError):
        host = None
    if not host or parts.username or parts.password or parts.query or parts.fragment:
        raise PrinterAddressError(
            f"document_printer.url {url!r} cannot be used; write ipp://host/ipp/print, ipps://… or "
            "ipp://127.0.0.1:631/printers/a4"
        )
    port = port or (_PORT if parts.scheme.startswith("ipp") else {"http": 80, "https": 443}[over])
    name = f"[{host}]" if ":" in host else host
    path = parts.path or "/ipp/print"
    return PrinterAddress(
        f"{over}://{name}:{port}{path}", f"{'ipps' if over == 'https' else 'ipp'}://{name}:{port}{path}"
    )
