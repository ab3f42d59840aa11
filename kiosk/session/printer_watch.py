"""Whether the printer can print slips: asked while nobody is there, and learned from each slip that was printed."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import Printed, PrintFault, PrintOutcome
from kiosk.ports.jobs import Jobs
from kiosk.ports.receipt_printer import ReceiptPrinter

_AGAIN_SECONDS = 15.0
_HEARSAY = {PrintFault.NO_ANSWER, PrintFault.UNREACHABLE, PrintFault.CONNECTION_LOST, PrintFault.OFFLINE}
"""What the printer has not said itself: believed when it is so twice."""


class PrinterWatch:
    """``fault`` is what keeps slips from coming out, None while nothing is known to.

    ``may_ask`` says whether nobody is there; ``changed`` is called when it is first known how the printer stands, and
    after ``fault`` has become another: an alarm of the last run must not outlive it.
    """

    def __init__(
        self, printer: ReceiptPrinter, jobs: Jobs, may_ask: Callable[[], bool], changed: Callable[[], None]
    ) -> None:
        self._printer = printer
        self._jobs = jobs
        self._may_ask = may_ask
        self._changed = changed
        self._suspected: PrintFault | None = None
        self._known = False
        self.fault: PrintFault | None = None

    def begin(self) -> None:
        """Ask from now on."""
        if self._may_ask():
            self._jobs.run(self._printer.status, self._hear, lambda _error: self._again())
        else:
            self._again()

    def learn(self, outcome: PrintOutcome) -> None:
        """Take from a print how the printer stands."""
        self._judge(None if isinstance(outcome, Printed) else outcome.fault)

    def _again(self) -> None:
        self._jobs.later(_AGAIN_SECONDS, self.begin)

    def _hear(self, status: PrinterStatus) -> None:
        self._again()
        self._judge(status.fault)

    def _judge(self, fault: PrintFault | None) -> None:
        believed = fault not in _HEARSAY or fault is self._suspected
        self._suspected = fault
        if believed and not (self._known and fault is self.fault):
            self._known, self.fault = True, fault
            self._changed()
