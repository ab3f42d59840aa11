"""The DocumentPrinter port, kept by the real driver against a real ``ippeveprinter``: printed means told so by it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import trustme
from doubles.eve_printer import EvePrinter

from drivers.document_printer.driver import IppDocumentPrinter
from drivers.document_printer.job_watch import Waits
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    Printout,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutKind,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutProgress,
    PrintoutRefused,
    PrintoutUnconfirmed,
    QueueClear,
    QueueNotClear,
)
from kiosk.ports.document_printer import DocumentPrinter

WAITS = Waits(answer=5, stuck=0.4, longest=60, stop=20, look=0.05)
IMPATIENT = Waits(answer=5, stuck=0.4, longest=60, stop=0.3, look=0.05)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 300 + b"\n%%EOF\n"
FORM = Printout(PrintoutKind.FORM, PDF, 3)

STATES = [
    ("cover-open", PrinterCondition.COVER_OPEN),
    ("media-jam", PrinterCondition.PAPER_JAM),
    ("media-empty", PrinterCondition.PAPER_OUT),
    ("media-needed", PrinterCondition.PAPER_NEEDED),
    ("input-tray-missing", PrinterCondition.TRAY_MISSING),
    ("toner-empty", PrinterCondition.TONER_OUT),
    ("marker-supply-empty", PrinterCondition.TONER_OUT),
    ("paused", PrinterCondition.PAUSED),
    ("spool-area-full", PrinterCondition.FAULT),
    ("media-jam,media-empty,cover-open", PrinterCondition.COVER_OPEN),
]


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[EvePrinter]:
    with EvePrinter(tmp_path / "eve") as eve:
        yield eve


@pytest.fixture
def printer(eve: EvePrinter) -> IppDocumentPrinter:
    return IppDocumentPrinter(eve.url, "AH-01", WAITS)


def put(printer: DocumentPrinter, printout: Printout = FORM) -> PrintoutOutcome:
    return printer.print_out(printout, lambda _progress: None, threading.Event())


def while_printing(
    printer: DocumentPrinter, then: Callable[[threading.Event], None], condition: PrinterCondition | None = None
) -> PrintoutOutcome:
    """Print, and do something when the job is under way and the printer is in that condition."""
    reached, cancel = threading.Event(), threading.Event()

    def told(progress: PrintoutProgress) -> None:
        if condition in (None, progress.condition):
            reached.set()

    with ThreadPoolExecutor() as pool:
        job = pool.submit(printer.print_out, FORM, told, cancel)
        assert reached.wait(20)
        then(cancel)
        return job.result(timeout=60)


def test_what_arrives_is_the_document_byte_for_byte(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    assert put(printer) == PrintoutPrinted(3)
    assert eve.received == [PDF]


def test_pages_are_those_that_the_printer_counted(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    eve.says("STATE: none\nATTR: job-impressions-completed=3\n")
    assert put(printer) == PrintoutPrinted(3)
    eve.says("STATE: none\nATTR: job-impressions-completed=1\n")
    assert put(printer) == PrintoutUnconfirmed(JobTrouble.TOO_FEW_PAGES)


def test_the_queue_learns_nothing_of_a_person(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    put(printer)
    assert "job-name (nameWithoutLanguage) aps-kiosk-AH-01 form" in eve.log
    assert "requesting-user-name (nameWithoutLanguage) aps-kiosk-AH-01" in eve.log
    assert "document-name" not in eve.log.split("aps-kiosk-AH-01 form", 1)[1].split("Send-Document successful-ok", 1)[0]


def test_it_asks_for_a4_one_copy_and_the_sides_that_were_wished(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    put(printer, Printout(PrintoutKind.RESULT, PDF, 3, both_sides=True))
    job = eve.log.rsplit("Create-Job(0005)", 1)[1].split("Create-Job successful-ok", 1)[0]
    assert "media (keyword) iso_a4_210x297mm" in job
    assert "copies (integer) 1" in job
    assert "sides (keyword) two-sided-long-edge" in job
    assert "ipp-attribute-fidelity (boolean) true" in job


@pytest.mark.parametrize(("state", "condition"), STATES)
def test_a_printer_that_cannot_print_is_sent_nothing(
    eve: EvePrinter, printer: IppDocumentPrinter, state: str, condition: PrinterCondition
) -> None:
    eve.says(f"STATE: {state}\n")
    assert put(printer) == PrintoutPrinted(3)
    assert printer.condition() is condition
    assert put(printer) == PrintoutRefused(condition)
    assert len(eve.received) == 1


@pytest.mark.parametrize(
    ("state", "condition"),
    [
        ("media-low", PrinterCondition.PAPER_LOW),
        ("toner-low", PrinterCondition.TONER_LOW),
        ("marker-waste-almost-full", PrinterCondition.READY),
    ],
)
def test_what_runs_low_is_told_and_prints_on(
    eve: EvePrinter, printer: IppDocumentPrinter, state: str, condition: PrinterCondition
) -> None:
    eve.says(f"STATE: {state}\n")
    assert put(printer) == PrintoutPrinted(3)
    assert printer.condition() is condition
    assert put(printer) == PrintoutPrinted(3)


def test_tray_and_toner_as_the_machine_itself_tells_them(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    eve.load(sheets=0)
    assert put(printer) == PrintoutRefused(PrinterCondition.PAPER_OUT)
    eve.load(sheets=5)
    assert printer.condition() is PrinterCondition.PAPER_LOW
    eve.load("na_letter_8.5x11in")
    assert put(printer) == PrintoutRefused(PrinterCondition.PAPER_NEEDED)
    eve.load()
    eve.toner(5)
    assert printer.condition() is PrinterCondition.TONER_LOW
    eve.toner(0)
    assert put(printer) == PrintoutRefused(PrinterCondition.TONER_OUT)


@pytest.mark.parametrize(("state", "condition"), STATES[:-1])
def test_what_happens_in_the_middle_ends_the_job_once_it_stands_still(
    eve: EvePrinter, printer: IppDocumentPrinter, state: str, condition: PrinterCondition
) -> None:
    eve.says(f"STATE: {state}\nATTR: job-impressions-completed=1\n", hold=True)
    outcome = while_printing(printer, lambda _cancel: eve.let_go_when_cancelled(), condition)
    assert outcome == PrintoutFailed(condition, pages=1)
    assert printer.clear() == QueueClear()


def test_what_is_mended_in_time_comes_out_whole(eve: EvePrinter) -> None:
    patient = IppDocumentPrinter(eve.url, "AH-01", Waits(stuck=60, look=0.05))
    eve.says("STATE: media-empty\n", "STATE: none\nATTR: job-impressions-completed=3\n", hold=True)
    outcome = while_printing(patient, lambda _cancel: eve.let_go(), PrinterCondition.PAPER_OUT)
    assert outcome == PrintoutPrinted(3)


def test_a_job_that_the_printer_gives_up_has_failed(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    eve.says(exit_code=1)
    assert put(printer) == PrintoutFailed(JobTrouble.BROKEN_OFF)
    eve.says("STATE: media-jam\n", exit_code=1)
    assert put(printer) == PrintoutFailed(PrinterCondition.PAPER_JAM)


def test_cancelled_in_the_middle(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    eve.says(hold=True)

    def stop(cancel: threading.Event) -> None:
        cancel.set()
        eve.let_go_when_cancelled()

    assert while_printing(printer, stop) == PrintoutCancelled(0)
    assert printer.clear() == QueueClear()


def test_cancelled_before_anything_is_sent(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    cancel = threading.Event()
    cancel.set()
    assert printer.print_out(FORM, lambda _progress: None, cancel) == PrintoutCancelled(0)
    assert eve.received == []


def test_a_printer_that_hears_and_does_not_stop_is_never_called_cancelled(eve: EvePrinter) -> None:
    printer = IppDocumentPrinter(eve.url, "AH-01", IMPATIENT)
    eve.says(hold=True)
    assert while_printing(printer, threading.Event.set) == PrintoutUnconfirmed(JobTrouble.NOT_STOPPED)
    assert printer.clear() == QueueNotClear(JobTrouble.NOT_STOPPED, 1)
    assert put(printer) == PrintoutRefused(JobTrouble.LEFT_BEHIND)
    eve.let_go()
    while printer.clear() != QueueClear():
        pass
    eve.says()
    assert put(printer) == PrintoutPrinted(3)


def test_a_kiosk_that_was_killed_finds_what_it_left_in_the_queue(eve: EvePrinter) -> None:
    eve.says(hold=True)
    killed = IppDocumentPrinter(eve.url, "AH-01", IMPATIENT)
    while_printing(killed, threading.Event.set)
    again = IppDocumentPrinter(eve.url, "AH-01", IMPATIENT)
    assert again.clear() == QueueNotClear(JobTrouble.NOT_STOPPED, 1)
    eve.let_go()


def test_the_job_of_another_kiosk_is_left_alone(eve: EvePrinter, printer: IppDocumentPrinter) -> None:
    neighbour = IppDocumentPrinter(eve.url, "AH-02", WAITS)
    eve.says(hold=True)

    def meanwhile(_cancel: threading.Event) -> None:
        assert put(printer) == PrintoutRefused(PrinterCondition.BUSY)
        assert printer.clear() == QueueClear()
        eve.let_go()

    assert while_printing(neighbour, meanwhile) == PrintoutPrinted(3)


def test_a_printer_that_does_not_take_pdf_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    with EvePrinter(tmp_path / "eve", "image/pwg-raster") as eve:
        printer = IppDocumentPrinter(eve.url, "AH-01", WAITS)
        assert put(printer) == PrintoutRefused(PrinterCondition.UNSUITABLE)


def test_the_plug_is_pulled(eve: EvePrinter) -> None:
    printer = IppDocumentPrinter(eve.url, "AH-01", IMPATIENT)
    eve.says(hold=True)
    outcome = while_printing(printer, lambda _cancel: eve.switch_off())
    assert outcome == PrintoutUnconfirmed(PrinterCondition.UNREACHABLE)
    assert printer.clear() == QueueNotClear(PrinterCondition.UNREACHABLE)
    assert printer.condition() is PrinterCondition.UNREACHABLE
    assert put(printer) == PrintoutRefused(PrinterCondition.UNREACHABLE)


def test_a_printer_that_answers_no_more_keeps_nobody_waiting(eve: EvePrinter) -> None:
    printer = IppDocumentPrinter(eve.url, "AH-01", Waits(answer=0.3, stuck=0.3, stop=0.3, look=0.05))
    eve.freeze()
    try:
        assert printer.condition() is PrinterCondition.NO_ANSWER
        assert put(printer) == PrintoutRefused(PrinterCondition.NO_ANSWER)
    finally:
        eve.thaw()


def test_no_printer_in_the_settings() -> None:
    printer = IppDocumentPrinter("", "AH-01")
    assert printer.condition() is PrinterCondition.NONE
    assert put(printer) == PrintoutRefused(PrinterCondition.NONE)
    assert printer.clear() == QueueClear()


def test_over_tls_only_a_printer_that_proves_itself_is_given_anything(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    proof = authority.issue_cert("localhost")
    keys = tmp_path / "keys"
    keys.mkdir()
    proof.private_key_pem.write_to_path(str(keys / "localhost.key"))
    proof.cert_chain_pems[0].write_to_path(str(keys / "localhost.crt"))
    with EvePrinter(tmp_path / "eve", more=("-K", str(keys))) as eve:
        url = eve.url.replace("ipp://", "ipps://")
        assert put(IppDocumentPrinter(url, "AH-01", WAITS, str(tmp_path / "ca.pem"))) == PrintoutPrinted(3)
        assert put(IppDocumentPrinter(url, "AH-01", WAITS)) == PrintoutRefused(PrinterCondition.UNREACHABLE)
        assert eve.received == [PDF]
