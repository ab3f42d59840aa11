"""What a receipt printer says of itself: three kinds of answers in one stream, told apart by their fixed bits.

All by Epson's command reference: ``DLE EOT`` is answered by one byte with bits 1 and 4 set, Automatic Status Back comes
in four bytes of which only the first has bit 4 set (and bit 1 not), ``GS r`` is answered by one byte without bit 4.
"""

from __future__ import annotations

from collections import deque

from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import PrintFault

_KIND_BITS = 0b10010011
_REALTIME, _REPORT = 0b00010010, 0b00010000
_TAIL_BITS = 0b10010000
_REPORT_BYTES = 4


class Answers:
    """Takes the bytes as they come. ``realtime`` and ``confirmations`` wait to be taken.

    ``reported`` is the first fault of which the printer told by itself, and stays: a fault that came and went has
    spoilt the slip all the same.
    """

    def __init__(self) -> None:
        self.realtime: deque[int] = deque()
        self.confirmations: deque[int] = deque()
        self.reported: PrintFault | None = None
        self._begun = bytearray()

    def take(self, data: bytes) -> None:
        """Sort some bytes; what fits no kind (XON, XOFF, noise) is passed over."""
        for byte in data:
            if byte & _KIND_BITS == _REALTIME:
                self.realtime.append(byte)
            elif byte & _KIND_BITS == _REPORT:
                self._begun = bytearray((byte,))
            elif byte & _TAIL_BITS:
                continue
            elif self._begun:
                self._report_goes_on(byte)
            else:
                self.confirmations.append(byte)

    def _report_goes_on(self, byte: int) -> None:
        self._begun.append(byte)
        if len(self._begun) == _REPORT_BYTES:
            self.reported = self.reported or read_report(bytes(self._begun)).fault
            self._begun.clear()


def read_realtime(printer: int, offline: int, error: int, paper: int) -> PrinterStatus:
    """Read the answers to ``DLE EOT`` 1 to 4."""
    return _status(
        cover=bool(offline & 0x04),
        paper_out=bool(paper & 0x60 or offline & 0x20),
        cutter=bool(error & 0x08),
        heat=bool(error & 0x40),
        offline=bool(printer & 0x08 or error & 0x24),
        paper_low=bool(paper & 0x0C),
    )


def says_trouble(printer: int, offline: int) -> bool:
    """Say whether the answers to ``DLE EOT`` 1 and 2 tell that the printer stands still, or is about to."""
    return bool(printer & 0x08 or offline & 0x64)


def read_report(report: bytes) -> PrinterStatus:
    """Read the four bytes of a report that came by itself."""
    printer, error, paper, _ = report
    return _status(
        cover=bool(printer & 0x20),
        paper_out=bool(paper & 0x0C),
        cutter=bool(error & 0x08),
        heat=bool(error & 0x40),
        offline=bool(printer & 0x08 or error & 0x24),
        paper_low=bool(paper & 0x03),
    )


def read_confirmation(paper: int) -> PrinterStatus:
    """Read the answer to ``GS r 1``, which is given only when nothing is in the way."""
    return PrinterStatus(paper_low=bool(paper & 0x03))


def _status(*, cover: bool, paper_out: bool, cutter: bool, heat: bool, offline: bool, paper_low: bool) -> PrinterStatus:
    """Name the first thing that a hand has to mend; ``offline`` only where nothing else explains it."""
    found = {
        PrintFault.COVER_OPEN: cover,
        PrintFault.PAPER_OUT: paper_out,
        PrintFault.CUTTER_ERROR: cutter,
        PrintFault.OVERHEATED: heat,
        PrintFault.OFFLINE: offline,
    }
    return PrinterStatus(next((fault for fault, there in found.items() if there), None), paper_low)
