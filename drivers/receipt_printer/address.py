"""Where the receipt printer is, as ``receipt_printer.url`` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urlsplit

_BAUD = 38400
_HOW = "write tcp://host:port, usb://04b8:0e15 or serial:///dev/ttyUSB0?baud=38400"
_HANDSHAKES = {"rts": True, "none": False}


class PrinterAddressError(ValueError):
    """The printer's address in the settings cannot be used; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class NetworkAddress:
    """A printer on the network."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """A printer on USB, by the numbers that ``lsusb`` shows."""

    vendor: int
    product: int


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """A printer on a serial line; ``handshake``: it says by RTS and CTS when it takes no more."""

    path: str
    baud: int = _BAUD
    handshake: bool = True


Address = NetworkAddress | UsbAddress | SerialAddress


def parse_address(url: str) -> Address:
    """Read an address. Raises PrinterAddressError."""
    try:
        return _read(urlsplit(url))
    except ValueError as error:
        raise PrinterAddressError(f"receipt_printer.url {url!r} cannot be used; {_HOW}") from error


def _read(parts: SplitResult) -> Address:
    match parts.scheme:
        case "tcp" if parts.hostname and parts.port:
            return NetworkAddress(parts.hostname, parts.port)
        case "usb":
            vendor, product = parts.netloc.split(":")
            return UsbAddress(int(vendor, 16), int(product, 16))
        case "serial" if parts.path.startswith("/dev/"):
            return _serial(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)))
    raise ValueError(parts.scheme)


def _serial(path: str, how: dict[str, str]) -> SerialAddress:
    baud, handshake = int(how.pop("baud", _BAUD)), how.pop("handshake", "rts")
    if how or baud <= 0 or handshake not in _HANDSHAKES:
        raise ValueError(path)
    return SerialAddress(path, baud, _HANDSHAKES[handshake])
