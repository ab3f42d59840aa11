"""When a job is over and what may be said of it; the clock is a number."""

from __future__ import annotations

import pytest

from drivers.document_printer.job_watch import Expected, JobWatch, Sight, Step, Waits
from drivers.document_printer.words import JobState
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutUnconfirmed,
)

WAITS = Waits(stuck=60, longest=600, stop=10)
READY, OUT, GONE = PrinterCondition.READY, PrinterCondition.PAPER_OUT, PrinterCondition.UNREACHABLE
DUMB = PrinterCondition.NO_ANSWER


def watch(pages: int = 3, sheets: int = 3, *, queue: bool = False, tells_the_end: bool = True) -> JobWatch:
    return JobWatch(WAITS, Expected(pages, sheets, queue, tells_the_end), now=0)


@pytest.mark.parametrize(
    ("sight", "outcome"),
    [
        (Sight(JobState.COMPLETED, READY), PrintoutPrinted(3)),
        (Sight(JobState.COMPLETED, READY, pages=4), PrintoutPrinted(4)),
        (Sight(JobState.COMPLETED, OUT), PrintoutPrinted(3)),
        (Sight(JobState.COMPLETED, READY, pages=2), PrintoutUnconfirmed(JobTrouble.TOO_FEW_PAGES)),
        (
            Sight(JobState.COMPLETED, READY, frozenset({"job-completed-with-errors"})),
            PrintoutUnconfirmed(JobTrouble.WITH_ERRORS),
        ),
        (Sight(JobState.ABORTED, READY), PrintoutFailed(JobTrouble.BROKEN_OFF)),
        (Sight(JobState.ABORTED, OUT, pages=1), PrintoutFailed(OUT, 1)),
        (Sight(JobState.ABORTED, GONE), PrintoutUnconfirmed(GONE)),
        (Sight(JobState.CANCELLED, READY), PrintoutFailed(JobTrouble.CANCELLED_ELSEWHERE)),
        (Sight(JobState.CANCELLED, GONE), PrintoutUnconfirmed(GONE)),
        (Sight(None, READY, gone=True), PrintoutUnconfirmed(JobTrouble.FORGOTTEN)),
        (Sight(JobState.PENDING, READY), Step.LOOK_AGAIN),
        (Sight(JobState.PROCESSING, READY), Step.LOOK_AGAIN),
        (Sight(JobState.STOPPED, OUT), Step.LOOK_AGAIN),
        (Sight(None, GONE), Step.LOOK_AGAIN),
    ],
)
def test_one_look(sight: Sight, outcome: Step | PrintoutOutcome) -> None:
    assert watch().saw(sight, 1) == outcome


def test_only_complete_is_ever_called_printed() -> None:
    for state in [None, *JobState]:
        for condition in PrinterCondition:
            for gone in (False, True):
                seen = watch().saw(Sight(state, condition, gone=gone), 1)
                assert isinstance(seen, PrintoutPrinted) == (state is JobState.COMPLETED and not gone)


def test_two_sides_need_half_the_sheets() -> None:
    assert watch(3, 2).saw(Sight(JobState.COMPLETED, READY, pages=2), 1) == PrintoutPrinted(2)


def test_the_count_of_a_queue_is_not_believed() -> None:
    assert watch(queue=True).saw(Sight(JobState.COMPLETED, READY, pages=1), 1) == PrintoutPrinted(3)


@pytest.mark.parametrize("silent", [GONE, DUMB])
def test_what_a_queue_calls_complete_is_not_printed_while_its_printer_is_silent(silent: PrinterCondition) -> None:
    assert watch(queue=True).saw(Sight(JobState.COMPLETED, silent), 1) == PrintoutUnconfirmed(silent)
    assert watch().saw(Sight(JobState.COMPLETED, silent), 1) == PrintoutPrinted(3), "the printer itself said so"


def test_a_printer_that_was_switched_off_and_on_printed_nothing_that_its_queue_knows_of() -> None:
    job = watch(queue=True)
    assert job.saw(Sight(JobState.PROCESSING, GONE), 1) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.COMPLETED, READY), 20) == PrintoutUnconfirmed(GONE)


def test_one_slow_answer_while_printing_is_no_silence() -> None:
    job = watch(queue=True)
    assert job.saw(Sight(JobState.PROCESSING, DUMB), 1) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.COMPLETED, READY), 20) == PrintoutPrinted(3)


def test_a_queue_before_a_printer_that_says_nothing_confirms_nothing() -> None:
    seen = watch(queue=True, tells_the_end=False).saw(Sight(JobState.COMPLETED, READY), 1)
    assert seen == PrintoutUnconfirmed(JobTrouble.NOT_TOLD)


def test_a_job_that_stands_still_is_cancelled_and_says_why() -> None:
    job = watch()
    assert job.saw(Sight(JobState.PROCESSING, READY), 5) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.STOPPED, OUT, pages=1), 64) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.STOPPED, OUT, pages=1), 123.9) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.STOPPED, OUT, pages=1), 124) is Step.CANCEL
    assert job.saw(Sight(JobState.CANCELLED, OUT, pages=1), 125) == PrintoutFailed(OUT, 1)


def test_pages_that_come_out_are_movement_whatever_the_printer_says() -> None:
    job = watch(pages=50)
    for page in range(1, 9):
        assert job.saw(Sight(JobState.PROCESSING, OUT, pages=page), page * 59) is Step.LOOK_AGAIN


def test_a_job_that_takes_too_long_is_cancelled_though_nothing_is_wrong() -> None:
    job = watch()
    assert job.saw(Sight(JobState.PENDING, READY), 599) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.PENDING, READY), 600) is Step.CANCEL
    assert job.saw(Sight(JobState.CANCELLED, READY), 601) == PrintoutFailed(JobTrouble.TOO_LONG)


def test_a_wish_is_passed_on_once_and_is_the_reason_then() -> None:
    job = watch()
    assert job.wish(3) is Step.CANCEL
    assert job.wish(4) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.PROCESSING, READY), 12.9) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.CANCELLED, READY, pages=1), 13) == PrintoutCancelled(1)


def test_a_wish_that_comes_too_late_changes_nothing() -> None:
    job = watch()
    job.wish(3)
    assert job.saw(Sight(JobState.COMPLETED, READY), 4) == PrintoutPrinted(3)


def test_a_printer_that_does_not_stop_is_not_waited_for_without_end() -> None:
    job = watch()
    job.wish(3)
    assert job.saw(Sight(JobState.PROCESSING, READY), 13) == PrintoutUnconfirmed(JobTrouble.NOT_STOPPED)


def test_a_line_that_broke_gives_way_to_what_the_printer_says_of_itself() -> None:
    job = watch()
    job.wish(3, JobTrouble.CONNECTION_LOST)
    assert job.saw(Sight(JobState.PROCESSING, OUT), 4) is Step.LOOK_AGAIN
    assert job.saw(Sight(JobState.CANCELLED, READY), 5) == PrintoutFailed(OUT)
