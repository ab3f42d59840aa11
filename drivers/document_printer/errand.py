"""One printout: look at the printer, make a job, send the document, follow it, leave nothing behind."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from drivers.document_printer.encoding import Attribute, Group, Tag, Values
from drivers.document_printer.errors import LineError
from drivers.document_printer.following import Following
from drivers.document_printer.job_watch import JobWatch, Waits
from drivers.document_printer.line import IppLine
from drivers.document_printer.offer import Offer
from drivers.document_printer.printer import Printer
from drivers.document_printer.queue import clear_queue, purge
from drivers.document_printer.words import PDF, Operation, refusal, whole, yes
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    Printout,
    PrintoutCancelled,
    PrintoutOutcome,
    PrintoutProgress,
    PrintoutRefused,
    QueueClear,
)
from kiosk.ports.scanner import Cancel

_FORMAT = Attribute("document-format", Tag.MIME, (PDF,))
_AS_ASKED = yes("ipp-attribute-fidelity")
"""Other paper than A4 is refused, never a surprise."""


class Errand:
    """Prints one printout. ``clear`` says, before and after, whether the queue is known to be free of our jobs."""

    def __init__(self, line: IppLine, waits: Waits, *, clear: bool) -> None:
        self._line = line
        self._waits = waits
        self.clear = clear

    def run(self, printout: Printout, told: Callable[[PrintoutProgress], None], cancel: Cancel) -> PrintoutOutcome:
        """Print; every end is an outcome."""
        printer = Printer(self._line)
        try:
            offer = printer.offer()
            if not offer.condition.prints:
                return PrintoutRefused(offer.condition)
            if not self._cleared():
                return PrintoutRefused(JobTrouble.LEFT_BEHIND)
            if cancel.is_set():
                return PrintoutCancelled(0)
            job = self._make_job(printout, offer)
        except LineError as error:
            return PrintoutRefused(error.condition)
        if isinstance(job, PrintoutRefused):
            return job
        watch = JobWatch(self._waits, offer.expected(printout), time.monotonic())
        return self._follow(Following(self._line, printer, watch, job, told=told, cancel=cancel), printout, offer)

    def _cleared(self) -> bool:
        self.clear = self.clear or isinstance(clear_queue(self._line, self._waits), QueueClear)
        return self.clear

    def _make_job(self, printout: Printout, offer: Offer) -> Mapping[str, Values] | PrintoutRefused:
        """Make the job, without its document yet: when the answer is lost, there is nothing that could come out."""
        name, job = self._line.job_name(printout.kind), offer.job_attributes(both_sides=printout.both_sides)
        valid = self._line.ask(Operation.VALIDATE_JOB, name, _AS_ASKED, _FORMAT, job=job)
        if not valid.ok:
            return PrintoutRefused(refusal(valid.status))
        self.clear = False
        made = self._line.ask(Operation.CREATE_JOB, name, _AS_ASKED, job=job)
        if not made.ok:
            self.clear = True
            return PrintoutRefused(refusal(made.status))
        if whole(made.first_of(Group.JOB), "job-id") is None:
            return PrintoutRefused(PrinterCondition.NOT_IPP)
        return made.first_of(Group.JOB)

    def _follow(self, job: Following, printout: Printout, offer: Offer) -> PrintoutOutcome:
        job.send(printout.pdf)
        outcome = job.to_the_end(self._waits)
        self.clear = job.over
        if self.clear and offer.queue:
            with suppress(LineError):
                purge(self._line, job.number)
        return outcome
