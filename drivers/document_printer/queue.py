"""The printer's queue: which jobs of this kiosk lie in it, and how they get out of it."""

from __future__ import annotations

import time

from drivers.document_printer.encoding import Group
from drivers.document_printer.errors import LineError
from drivers.document_printer.job_watch import Waits
from drivers.document_printer.line import IppLine
from drivers.document_printer.words import Operation, first, keywords, number, refusal, whole, yes
from kiosk.domain.printout import JobTrouble, PrintReason, QueueClear, QueueNotClear, QueueState

_WHOSE = keywords("requested-attributes", "job-id", "job-name", "job-originating-user-name")
_WHAT_IT_IS = keywords("requested-attributes", "cups-version")


class _RefusedError(Exception):
    """The printer does not tell its jobs."""

    def __init__(self, reason: PrintReason) -> None:
        super().__init__(reason)
        self.reason = reason


def clear_queue(line: IppLine, waits: Waits) -> QueueState:
    """Cancel whatever of this kiosk waits or prints, and look until it is gone, or no longer than ``waits.stop``.

    A queue of CUPS also has to forget our jobs that are over: it keeps their papers on its disk for a day.
    """
    try:
        left = _cancel_all(line, waits)
        if left:
            return QueueNotClear(JobTrouble.NOT_STOPPED, left)
        if line.ask(Operation.GET_PRINTER_ATTRIBUTES, _WHAT_IT_IS).first_of(Group.PRINTER).get("cups-version"):
            for job in _ours(line, "completed"):
                purge(line, job)
    except LineError as error:
        return QueueNotClear(error.condition)
    except _RefusedError as error:
        return QueueNotClear(error.reason)
    return QueueClear()


def purge(line: IppLine, job: int) -> None:
    """Make a queue of CUPS forget a job that is over, and throw its papers away."""
    line.ask(Operation.CANCEL_JOB, number("job-id", job), yes("purge-job"))


def _cancel_all(line: IppLine, waits: Waits) -> int:
    """Return how many jobs of ours are left when the time is over."""
    end = time.monotonic() + waits.stop
    while left := _ours(line, "not-completed"):
        for job in left:
            line.ask(Operation.CANCEL_JOB, number("job-id", job))
        if time.monotonic() >= end:
            return len(left)
        time.sleep(waits.look)
    return 0


def _ours(line: IppLine, which: str) -> list[int]:
    """Return our jobs, and no one else's, even from a printer that overhears ``my-jobs``."""
    answer = line.ask(Operation.GET_JOBS, yes("my-jobs"), keywords("which-jobs", which), _WHOSE)
    if not answer.ok:
        raise _RefusedError(refusal(answer.status))
    jobs = answer.all_of(Group.JOB)
    ours = [job for job in jobs if line.is_ours(first(job, "job-originating-user-name"), first(job, "job-name"))]
    return [number for job in ours if (number := whole(job, "job-id")) is not None]
