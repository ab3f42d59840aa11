"""The receipt printer over python-escpos: refuse early, send in bands, believe only what the printer confirms."""

from __future__ import annotations

import threading
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from drivers.receipt_printer import protocol
from drivers.receipt_printer.protocol import Status
from drivers.receipt_printer.slip_raster import draw_slip
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, PrintOutcome, Refused, Slip, Unconfirmed

if TYPE_CHECKING:
    from escpos.escpos import Escpos

_QUERIES = (1, 2, 3, 4)


class PrinterAddressError(ValueError):
    """The printer's address in the settings cannot be used; the message says how to write it."""


class _NoAnswerError(Exception):
    """The printer did not answer a question in time."""


class EscposReceiptPrinter:
    """Implements the ReceiptPrinter port.

    ``url`` is ``tcp://host:port``, ``usb://vendor:product`` (hex) or ``serial:///dev/…``, empty for none;
    ``width_dots`` the printable width; ``timeout_s`` the wait in seconds for each answer.
    """

    def __init__(self, url: str, width_dots: int, timeout_s: float) -> None:
        self._url = url
        self._width = width_dots
        self._timeout = timeout_s
        self._one_at_a_time = threading.Lock()
        if url:
            check_address(url)

    def preview(self, slip: Slip) -> bytes:
        """Return the raster that would be printed, as a PNG."""
        out = BytesIO()
        draw_slip(slip, self._width).save(out, "PNG")
        return out.getvalue()

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Print and cut; Printed only when the printer answered after the cut."""
        with self._one_at_a_time:
            if not self._url:
                return Refused(PrintFault.UNREACHABLE)
            from drivers.receipt_printer.transport import open_device  # noqa: PLC0415 - escpos takes long to import

            device = open_device(self._url, self._timeout)
            try:
                device.open(raise_not_found=True)
            except Exception:  # noqa: BLE001 - escpos raises its own, pyusb's, pyserial's and the system's errors
                return Refused(PrintFault.UNREACHABLE)
            try:
                return self._print(device, slip)
            finally:
                device.close()

    def _print(self, device: Escpos, slip: Slip) -> PrintOutcome:
        try:
            before = _status(device)
        except (_NoAnswerError, OSError):
            return Refused(PrintFault.NO_ANSWER)
        if before.fault is not None:
            return Refused(before.fault)
        try:
            device._raw(protocol.INITIALISE)  # noqa: SLF001 - the transport has no public way to send bytes
            for band in protocol.raster(draw_slip(slip, self._width)):
                device._raw(band)  # noqa: SLF001 - likewise
            device._raw(protocol.CUT + protocol.CONFIRM)  # noqa: SLF001 - likewise
        except OSError:
            return _broken_off(device, PrintFault.CONNECTION_LOST)
        return self._confirmed(device)

    def _confirmed(self, device: Escpos) -> PrintOutcome:
        """Wait for the answer that is given only after the cut; without it, ask what stands in the way."""
        try:
            _answer(device)
            return Printed(_status(device).paper_low)
        except _NoAnswerError:
            return self._unanswered(device)
        except OSError:
            return Unconfirmed(PrintFault.CONNECTION_LOST)

    def _unanswered(self, device: Escpos) -> PrintOutcome:
        try:
            fault = _status(device).fault
        except (_NoAnswerError, OSError):
            return Unconfirmed(PrintFault.NO_ANSWER)
        return Unconfirmed(PrintFault.NO_ANSWER) if fault is None else _broken_off(device, fault)


def check_address(url: str) -> None:
    """Check a printer's address. Raises PrinterAddressError."""
    parts = urlsplit(url)
    try:
        good = {
            "tcp": lambda: bool(parts.hostname) and parts.port is not None,
            "usb": lambda: all(int(number, 16) >= 0 for number in parts.netloc.split(":", 1)) and ":" in parts.netloc,
            "serial": lambda: parts.path.startswith("/dev/"),
        }[parts.scheme]()
    except (KeyError, ValueError):
        good = False
    if not good:
        raise PrinterAddressError(
            f"receipt_printer.url {url!r} cannot be used; write tcp://host:port, usb://04b8:0e15 or serial:///dev/ttyUSB0"
        )


def _status(device: Escpos) -> Status:
    answers = []
    for kind in _QUERIES:
        device._raw(protocol.ask(kind))  # noqa: SLF001 - the transport has no public way to send bytes
        answer = _answer(device)
        if not protocol.is_status(answer):
            raise _NoAnswerError
        answers.append(answer)
    return protocol.read_status(*answers)


def _answer(device: Escpos) -> int:
    try:
        data = device._read()  # noqa: SLF001 - likewise for reading
    except TimeoutError:
        raise _NoAnswerError from None
    if not data:
        raise _NoAnswerError
    return int(data[0])


def _broken_off(device: Escpos, fault: PrintFault) -> PrintFailed:
    """Tell the printer to forget the rest, so that the half slip is not finished after the paper was changed."""
    with suppress(OSError):
        device._raw(protocol.CLEAR)  # noqa: SLF001 - likewise
    return PrintFailed(fault)
