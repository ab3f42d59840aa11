"""The A4 printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.printout import PrinterCondition, Printout, PrintoutOutcome, PrintoutProgress, QueueState
from kiosk.ports.scanner import Cancel


class DocumentPrinter(Protocol):
    """One A4 printer. All calls block and belong in a background job; none raises for what a printer can do."""

    def condition(self) -> PrinterCondition:
        """Ask the printer how it is; takes some seconds at most."""
        ...

    def print_out(
        self, printout: Printout, on_progress: Callable[[PrintoutProgress], None], cancel: Cancel
    ) -> PrintoutOutcome:
        """Print, and follow the job to its end; only PrintoutPrinted may be called printed.

        ``on_progress`` is called from this thread whenever pages or condition have changed. A job that stands still
        for too long is cancelled, so that it does not come out when its owner has left.
        """
        ...

    def clear(self) -> QueueState:
        """Cancel whatever of this kiosk is left in the printer's queue, and look whether it is gone."""
        ...
