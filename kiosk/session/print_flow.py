"""One paper on A4: made, shown with its pages and price, printed, and followed until the printer has said its end."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    Printout,
    PrintoutOutcome,
    PrintoutProgress,
    PrintoutRefused,
    PrintReason,
)
from kiosk.ports.document_printer import DocumentPrinter
from kiosk.ports.jobs import Jobs
from kiosk.session.printouts import NotMadeError, ToPrint
from kiosk.session.screens import PrintStage

_BEGUN = PrintoutProgress(0, PrinterCondition.READY)


class PrintFlow:
    """``printout`` is None until it is made; ``outcome`` until it has ended. ``changed`` tells of both."""

    def __init__(self, paper: ToPrint, printer: DocumentPrinter, jobs: Jobs, changed: Callable[[], None]) -> None:
        self.paper = paper
        self._printer = printer
        self._jobs = jobs
        self._changed = changed
        self._cancel = threading.Event()
        self._alive = True
        self.stage = PrintStage.MAKING
        self.printout: Printout | None = None
        self.progress = _BEGUN
        self.outcome: PrintoutOutcome | None = None

    def make(self) -> None:
        """Make the paper, and ask the printer meanwhile whether it can print at all."""
        make = self.paper.make

        def work() -> tuple[Printout, PrinterCondition]:
            return make(), self._printer.condition()

        def made(result: tuple[Printout, PrinterCondition]) -> None:
            self.printout, condition = result
            if condition.prints:
                self._stand(PrintStage.READY)
            else:
                self._end(PrintoutRefused(condition))

        def failed(error: Exception) -> None:
            self._refuse(error.reason if isinstance(error, NotMadeError) else JobTrouble.NOT_MADE)

        self._jobs.run(work, made, failed)

    def print(self) -> None:
        """Print what was made; once more, where it did not come out. What could not be made is tried anew."""
        printout = self.printout
        if self.stage not in {PrintStage.READY, PrintStage.ENDED}:
            return
        if printout is None:
            self.outcome = None
            self._stand(PrintStage.MAKING)
            self.make()
            return
        self._cancel, self.progress, self.outcome = threading.Event(), _BEGUN, None
        cancel = self._cancel

        def work(tell: Callable[[PrintoutProgress], None]) -> PrintoutOutcome:
            return self._printer.print_out(printout, tell, cancel)

        self._stand(PrintStage.PRINTING)
        self._jobs.stream(work, self._progressed, self._end, lambda _error: self._refuse(PrinterCondition.FAULT))

    def stop(self) -> None:
        """Stop; whether it stopped, the printer says."""
        if self.stage is PrintStage.PRINTING:
            self._cancel.set()
            self._stand(PrintStage.STOPPING)

    def abandon(self) -> None:
        """Stop, and tell nobody any more."""
        self._alive = False
        self._cancel.set()

    @property
    def prints(self) -> bool:
        """Whether the printer is at work for this paper."""
        return self.stage in {PrintStage.PRINTING, PrintStage.STOPPING}

    def _progressed(self, progress: PrintoutProgress) -> None:
        self.progress = progress
        self._tell()

    def _refuse(self, reason: PrintReason) -> None:
        self._end(PrintoutRefused(reason))

    def _end(self, outcome: PrintoutOutcome) -> None:
        self.outcome = outcome
        self._stand(PrintStage.ENDED)

    def _stand(self, stage: PrintStage) -> None:
        self.stage = stage
        self._tell()

    def _tell(self) -> None:
        if self._alive:
            self._changed()
