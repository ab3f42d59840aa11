"""When a job is over, when it stands still for too long, and what may be said of its end. Pure: time comes in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from drivers.document_printer.words import JobState
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutUnconfirmed,
    PrintReason,
)


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds: for one answer; for a job that stands still; for a job as a whole; to stop; between two looks."""

    answer: float = 5.0
    stuck: float = 60.0
    longest: float = 600.0
    stop: float = 10.0
    look: float = 0.5


_SILENT = {PrinterCondition.UNREACHABLE, PrinterCondition.NO_ANSWER}
"""A queue has let go of the job, but what its printer did with what it has, nobody knows."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One look at a job. ``state`` is None when the printer did not answer, ``gone`` when it knows no such job."""

    state: JobState | None
    condition: PrinterCondition
    reasons: frozenset[str] = frozenset()
    pages: int = 0
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What was sent: its pages, the sheets that they need at least, and what the end that is told is worth.

    ``queue`` is True for a queue of CUPS: it counts what it likes, and calls complete what was sent to a printer that
    then fell silent, or that was switched off and on and knows the job no more. ``tells_the_end`` is False for a queue
    that hears nothing of its printer.
    """

    pages: int
    sheets: int
    queue: bool = False
    tells_the_end: bool = True


class Step(Enum):
    """What to do next while a job is not over."""

    LOOK_AGAIN = auto()
    CANCEL = auto()


class JobWatch:
    """Watches one job from its creation on."""

    def __init__(self, waits: Waits, expected: Expected, now: float) -> None:
        self._waits = waits
        self._expected = expected
        self._begun = self._moved = now
        self._pages = 0
        self._was_away = False
        self._stop_asked: float | None = None
        self._why: PrintReason | None = None

    def wish(self, now: float, why: PrintReason | None = None) -> Step:
        """Stop the job: as somebody wishes it, or for a reason of its own."""
        if self._stop_asked is not None:
            return Step.LOOK_AGAIN
        self._stop_asked, self._why = now, why
        return Step.CANCEL

    def saw(self, sight: Sight, now: float) -> Step | PrintoutOutcome:
        """Take in one look; returns the outcome once the job is over, or nothing more can be learnt."""
        if sight.pages > self._pages or (sight.state is not None and sight.condition.prints):
            self._moved = now
        self._pages = max(self._pages, sight.pages)
        self._was_away = self._was_away or sight.condition is PrinterCondition.UNREACHABLE
        if self._why is JobTrouble.CONNECTION_LOST and not sight.condition.prints:
            self._why = sight.condition
        if sight.gone:
            return PrintoutUnconfirmed(JobTrouble.FORGOTTEN)
        match sight.state:
            case JobState.COMPLETED:
                return self._completed(sight)
            case JobState.CANCELLED | JobState.ABORTED if sight.condition in _SILENT:
                return PrintoutUnconfirmed(sight.condition)
            case JobState.CANCELLED:
                return self._cancelled()
            case JobState.ABORTED:
                return PrintoutFailed(self._why or _cause(sight.condition), self._pages)
            case _:
                return self._under_way(sight, now)

    def _completed(self, sight: Sight) -> PrintoutOutcome:
        if not self._expected.tells_the_end:
            return PrintoutUnconfirmed(JobTrouble.NOT_TOLD)
        if "job-completed-with-errors" in sight.reasons:
            return PrintoutUnconfirmed(JobTrouble.WITH_ERRORS)
        if self._expected.queue:
            return self._completed_by_queue(sight)
        if 0 < self._pages < self._expected.sheets:
            return PrintoutUnconfirmed(JobTrouble.TOO_FEW_PAGES)
        return PrintoutPrinted(self._pages or self._expected.pages)

    def _completed_by_queue(self, sight: Sight) -> PrintoutOutcome:
        if sight.condition in _SILENT:
            return PrintoutUnconfirmed(sight.condition)
        if self._was_away:
            return PrintoutUnconfirmed(PrinterCondition.UNREACHABLE)
        return PrintoutPrinted(self._expected.pages)

    def _cancelled(self) -> PrintoutOutcome:
        if self._stop_asked is None:
            return PrintoutFailed(JobTrouble.CANCELLED_ELSEWHERE, self._pages)
        return PrintoutCancelled(self._pages) if self._why is None else PrintoutFailed(self._why, self._pages)

    def _under_way(self, sight: Sight, now: float) -> Step | PrintoutOutcome:
        if self._stop_asked is not None:
            still = now - self._stop_asked < self._waits.stop
            return Step.LOOK_AGAIN if still else PrintoutUnconfirmed(self._why or JobTrouble.NOT_STOPPED)
        if now - self._moved >= self._waits.stuck:
            return self.wish(now, sight.condition)
        if now - self._begun >= self._waits.longest:
            return self.wish(now, JobTrouble.TOO_LONG)
        return Step.LOOK_AGAIN


def _cause(condition: PrinterCondition) -> PrintReason:
    return JobTrouble.BROKEN_OFF if condition.prints else condition
