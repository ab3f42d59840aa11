"""The same port through a real ``cupsd`` before a real ``ippeveprinter``: what a queue says is not what there is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from doubles.cups_queue import CupsQueue
from doubles.eve_printer import EvePrinter

from drivers.document_printer.address import read_address
from drivers.document_printer.driver import IppDocumentPrinter
from drivers.document_printer.encoding import Group
from drivers.document_printer.job_watch import Waits
from drivers.document_printer.line import IppLine
from drivers.document_printer.offer import ASKED
from drivers.document_printer.words import Operation
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    Printout,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutKind,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
    QueueClear,
)

WAITS = Waits(answer=5, stuck=0.6, longest=60, stop=20, look=0.05)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 300 + b"\n%%EOF\n"
FORM = Printout(PrintoutKind.FORM, PDF, 3)


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[EvePrinter]:
    with EvePrinter(tmp_path / "eve") as eve:
        yield eve


@pytest.fixture
def queue(eve: EvePrinter) -> Iterator[CupsQueue]:
    with CupsQueue(eve.url) as queue:
        yield queue


@pytest.fixture
def printer(queue: CupsQueue) -> IppDocumentPrinter:
    return IppDocumentPrinter(queue.url, "AH-01", WAITS)


def put(printer: IppDocumentPrinter) -> PrintoutOutcome:
    return printer.print_out(FORM, lambda _progress: None, threading.Event())


def while_printing(
    printer: IppDocumentPrinter, eve: EvePrinter, then: Callable[[threading.Event], None]
) -> PrintoutOutcome:
    """Print, and do something when the job has reached the printer behind the queue."""
    cancel = threading.Event()
    with ThreadPoolExecutor() as pool:
        job = pool.submit(printer.print_out, FORM, lambda _progress: None, cancel)
        eve.wait_for_job()
        then(cancel)
        return job.result(timeout=60)


def told_by_the_queue(queue: CupsQueue) -> tuple[object, object]:
    line = IppLine(read_address(queue.url), "somebody", 5, 5)
    told = line.ask(Operation.GET_PRINTER_ATTRIBUTES, ASKED).first_of(Group.PRINTER)
    return told["printer-state"], told["printer-state-reasons"]


def test_it_comes_out_and_nothing_is_left_on_the_disk_of_cupsd(
    eve: EvePrinter, queue: CupsQueue, printer: IppDocumentPrinter
) -> None:
    assert put(printer) == PrintoutPrinted(3)
    assert eve.received == [PDF]
    assert queue.papers == []
    assert "Purged by" in queue.log
    assert printer.clear() == QueueClear()


def test_a_printer_out_of_reach_is_noticed_though_cupsd_calls_it_idle(
    eve: EvePrinter, queue: CupsQueue, printer: IppDocumentPrinter
) -> None:
    eve.switch_off()
    assert told_by_the_queue(queue) == ((3,), ("none",))
    assert printer.condition() is PrinterCondition.UNREACHABLE
    assert put(printer) == PrintoutRefused(PrinterCondition.UNREACHABLE)
    assert queue.papers == []


def test_what_the_queue_saw_at_its_last_job_is_no_matter_of_the_next(
    eve: EvePrinter, queue: CupsQueue, printer: IppDocumentPrinter
) -> None:
    eve.says("STATE: media-empty\n", hold=True)
    outcome = while_printing(printer, eve, lambda _cancel: eve.let_go_when_cancelled())
    assert outcome == PrintoutFailed(PrinterCondition.PAPER_OUT, pages=outcome.pages)
    assert put(printer) == PrintoutRefused(PrinterCondition.PAPER_OUT)
    eve.load()
    eve.says()
    assert told_by_the_queue(queue)[1] != ("none",)  # cupsd goes on saying so until the next job
    assert printer.condition() is PrinterCondition.READY
    assert put(printer) == PrintoutPrinted(3)


def test_the_plug_is_pulled_behind_the_queue(eve: EvePrinter, queue: CupsQueue, printer: IppDocumentPrinter) -> None:
    eve.says(hold=True)
    outcome = while_printing(printer, eve, lambda _cancel: eve.switch_off())
    assert outcome == PrintoutUnconfirmed(PrinterCondition.UNREACHABLE)
    assert printer.clear() == QueueClear()
    assert queue.papers == []


def test_cancelled_through_the_queue(eve: EvePrinter, queue: CupsQueue, printer: IppDocumentPrinter) -> None:
    eve.says(hold=True)

    def stop(cancel: threading.Event) -> None:
        cancel.set()
        eve.let_go_when_cancelled()

    assert isinstance(while_printing(printer, eve, stop), PrintoutCancelled)
    assert printer.clear() == QueueClear()
    assert queue.papers == []


def test_a_queue_before_a_printer_that_tells_nothing_back_confirms_nothing(tmp_path: Path) -> None:
    with EvePrinter(tmp_path / "eve") as eve, CupsQueue(f"{eve.url}?waitjob=false") as queue:
        printer = IppDocumentPrinter(queue.url, "AH-01", WAITS)
        assert put(printer) == PrintoutUnconfirmed(JobTrouble.NOT_TOLD)
        assert queue.papers == []
