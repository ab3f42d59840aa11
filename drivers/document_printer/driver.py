"""The A4 printer over IPP: refuse early, send once, follow to the end, believe only what the printer says is done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from drivers.document_printer.address import read_address
from drivers.document_printer.errors import LineError
from drivers.document_printer.job_watch import Waits
from kiosk.domain.printout import (
    PrinterCondition,
    Printout,
    PrintoutOutcome,
    PrintoutProgress,
    PrintoutRefused,
    QueueClear,
    QueueState,
)
from kiosk.ports.scanner import Cancel

if TYPE_CHECKING:
    from drivers.document_printer.line import IppLine


class IppDocumentPrinter:
    """Implements the DocumentPrinter port.

    ``url`` is the printer's or its queue's, empty for none; ``kiosk_id`` is the name under which its jobs lie there.
    ``ca_file`` is a path to the certificates that are believed for ``ipps://`` instead of the system's.
    """

    def __init__(self, url: str, kiosk_id: str, waits: Waits = Waits(), ca_file: str = "") -> None:  # noqa: B008 - frozen
        self._address = read_address(url) if url else None
        self._user = f"aps-kiosk-{kiosk_id}"
        self._waits = waits
        self._ca_file = ca_file
        self._one_at_a_time = threading.Lock()
        self._clear = False  # a kiosk that was killed may have left something behind

    def condition(self) -> PrinterCondition:
        """Ask the printer how it is."""
        from drivers.document_printer.printer import Printer  # noqa: PLC0415 - httpx takes long to import

        line = self._line
        if line is None:
            return PrinterCondition.NONE
        try:
            return Printer(line).offer().condition
        except LineError as error:
            return error.condition

    def print_out(
        self, printout: Printout, on_progress: Callable[[PrintoutProgress], None], cancel: Cancel
    ) -> PrintoutOutcome:
        """Print, and follow the job to its end."""
        from drivers.document_printer.errand import Errand  # noqa: PLC0415 - likewise

        line = self._line
        if line is None:
            return PrintoutRefused(PrinterCondition.NONE)
        with self._one_at_a_time:
            errand = Errand(line, self._waits, clear=self._clear)
            try:
                return errand.run(printout, on_progress, cancel)
            finally:
                self._clear = errand.clear

    def clear(self) -> QueueState:
        """Cancel whatever of this kiosk is left in the queue, and look whether it is gone."""
        from drivers.document_printer.queue import clear_queue  # noqa: PLC0415 - likewise

        line = self._line
        if line is None:
            return QueueClear()
        with self._one_at_a_time:
            state = clear_queue(line, self._waits)
            self._clear = isinstance(state, QueueClear)
            return state

    @cached_property
    def _line(self) -> IppLine | None:
        if self._address is None:
            return None
        from drivers.document_printer.line import IppLine  # noqa: PLC0415 - likewise

        return IppLine(self._address, self._user, self._waits.answer, self._waits.stuck, self._ca_file)
