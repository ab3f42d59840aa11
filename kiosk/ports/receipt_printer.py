"""The receipt printer."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import PrintOutcome, Slip


class ReceiptPrinter(Protocol):
    """One receipt printer. All calls block (``print_slip`` for seconds) and never raise for a printer's state."""

    def status(self) -> PrinterStatus:
        """Ask how it stands; nothing is printed."""
        ...

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Print and cut; Printed is answered only when the printer itself confirmed it."""
        ...

    def preview(self, slip: Slip) -> bytes:
        """Return the very raster that would be printed, as a PNG."""
        ...
