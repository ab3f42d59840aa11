"""A job from its first byte to its end: the document is sent, then the job is looked at until it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from drivers.document_printer.encoding import Attribute, Group, Tag, Values
from drivers.document_printer.errors import LineError, StoppedError
from drivers.document_printer.job_watch import JobWatch, Sight, Step, Waits
from drivers.document_printer.line import IppLine
from drivers.document_printer.printer import Printer
from drivers.document_printer.words import (
    ENDS,
    PDF,
    JobState,
    Operation,
    Status,
    first,
    keywords,
    number,
    refusal,
    strings,
    whole,
    yes,
)
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutOutcome,
    PrintoutProgress,
)
from kiosk.ports.scanner import Cancel

_ASKED = keywords(
    "requested-attributes",
    "job-state",
    "job-state-reasons",
    "job-printer-state-reasons",
    "job-impressions-completed",
    "job-uuid",
)
_FORMAT = Attribute("document-format", Tag.MIME, (PDF,))


class Following:
    """Follows one job, as Create-Job told of it. ``over``: the printer said that it is, or that it knows it no more.

    A printer that was switched off and on counts its jobs from one again: a job with our number and another uuid is
    another's.
    """

    def __init__(
        self,
        line: IppLine,
        printer: Printer,
        watch: JobWatch,
        job: Mapping[str, Values],
        *,
        told: Callable[[PrintoutProgress], None],
        cancel: Cancel,
    ) -> None:
        self.number = whole(job, "job-id") or 0
        self._uuid = first(job, "job-uuid")
        self._line = line
        self._printer = printer
        self._watch = watch
        self._told = told
        self._cancel = cancel
        self._last: PrintoutProgress | None = None
        self._to_cancel = False
        self.over = False

    def send(self, pdf: bytes) -> None:
        """Send the document. Whatever becomes of that, the job tells its end."""
        try:
            answer = self._line.send(pdf, self._job_id, _FORMAT, yes("last-document"), cancel=self._cancel)
            if not answer.ok:
                self._stop(self._watch.wish(time.monotonic(), refusal(answer.status)))
        except StoppedError:
            self._stop(self._watch.wish(time.monotonic()))
        except LineError:
            self._stop(self._watch.wish(time.monotonic(), JobTrouble.CONNECTION_LOST))

    def to_the_end(self, waits: Waits) -> PrintoutOutcome:
        """Look at the job until it is over, or nothing more can be learnt of it."""
        while True:
            sight = self._look()
            seen = self._watch.saw(sight, time.monotonic())
            if not isinstance(seen, Step):
                self.over = sight.gone or sight.state in ENDS
                return seen
            self._tell(sight)
            self._stop(seen)
            if self._cancel.is_set():
                self._stop(self._watch.wish(time.monotonic()))
            if self._to_cancel:
                self._ask_to_cancel()
            time.sleep(waits.look)

    @property
    def _job_id(self) -> Attribute:
        return number("job-id", self.number)

    def _look(self) -> Sight:
        try:
            job = self._line.ask(Operation.GET_JOB_ATTRIBUTES, self._job_id, _ASKED)
        except LineError as error:
            return Sight(None, error.condition)
        told = job.first_of(Group.JOB)
        self._uuid = self._uuid or first(told, "job-uuid")
        if job.status in {Status.NOT_FOUND, Status.GONE} or first(told, "job-uuid") != self._uuid:
            return Sight(None, PrinterCondition.READY, gone=True)
        state = whole(told, "job-state")
        return Sight(
            state=JobState(state) if state in set(JobState) else None,
            condition=self._condition(strings(told, "job-printer-state-reasons")),
            reasons=strings(told, "job-state-reasons"),
            pages=whole(told, "job-impressions-completed") or 0,
        )

    def _condition(self, told_by_job: frozenset[str]) -> PrinterCondition:
        try:
            return self._printer.condition(told_by_job)
        except LineError as error:
            return error.condition

    def _tell(self, sight: Sight) -> None:
        now = PrintoutProgress(sight.pages, sight.condition)
        if now != self._last:
            self._last = now
            self._told(now)

    def _stop(self, step: Step) -> None:
        self._to_cancel = self._to_cancel or step is Step.CANCEL

    def _ask_to_cancel(self) -> None:
        """Ask until the printer has heard it; that it heard is not that it did."""
        try:
            self._line.ask(Operation.CANCEL_JOB, self._job_id)
        except LineError:
            return
        self._to_cancel = False
