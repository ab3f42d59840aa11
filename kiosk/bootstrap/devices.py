"""The devices as the settings name them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from config.settings import Settings
from drivers.code_reader.ladder import LadderCodeReader
from drivers.receipt_printer.driver import EscposReceiptPrinter, PrinterAddressError
from drivers.scanner.sane_scanner import Deadlines, SaneScanner
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest
from kiosk.ports.code_reader import CodeReader
from kiosk.ports.receipt_printer import ReceiptPrinter


@contextmanager
def open_scanner(settings: Settings) -> Iterator[SaneScanner]:
    """Return the scanner; every process of it is ended with the ``with``."""
    scanner = settings.scanner
    deadlines = Deadlines(scanner.open_timeout_s, scanner.first_page_timeout_s, scanner.page_timeout_s)
    with closing(SaneScanner(scanner.device, scanner.sane_config_dir, deadlines)) as opened:
        yield opened


def receipt_printer(settings: Settings) -> ReceiptPrinter:
    """Return the receipt printer. Raises CannotStartError for an address that is none."""
    printer = settings.receipt_printer
    try:
        return EscposReceiptPrinter(printer.url, printer.width_dots, printer.timeout_s)
    except PrinterAddressError as error:
        raise CannotStartError(str(error)) from error


def code_reader() -> CodeReader:
    """Return the reader of QR codes."""
    return LadderCodeReader()


def scan_batch(settings: Settings, *, duplex: bool, told: Callable[[ScanEvent], None]) -> ScanOutcome:
    """Scan what lies in the feeder, once."""
    with open_scanner(settings) as scanner:
        return scanner.scan(ScanRequest(duplex, settings.scanner.dpi), told, threading.Event())


def read_codes(image: bytes) -> tuple[bytes, ...]:
    """Return the payloads of the QR codes in an image. Raises ValueError when it is none."""
    return code_reader().read(image)
