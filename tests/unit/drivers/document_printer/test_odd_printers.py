"""Printers that do what no ``ippeveprinter`` can be brought to; those it can are in the contract suite."""

from __future__ import annotations

import threading

import pytest
from doubles.odd_printer import FORBIDDEN, NOT_FOUND, OK, OddPrinter, but, job

from drivers.document_printer.driver import IppDocumentPrinter
from drivers.document_printer.encoding import Attribute, Group, Tag
from drivers.document_printer.job_watch import Waits
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

WAITS = Waits(answer=2, stuck=0.2, longest=10, stop=0.2, look=0.01)
FORM = Printout(PrintoutKind.FORM, b"%PDF-1.7" + bytes(100_000), 2)


def at(device: OddPrinter) -> IppDocumentPrinter:
    return IppDocumentPrinter(device.url, "AH-01", WAITS)


def put(device: OddPrinter) -> PrintoutOutcome:
    return at(device).print_out(FORM, lambda _progress: None, threading.Event())


@pytest.mark.parametrize(
    ("attributes", "condition"),
    [
        (but(printer_state=Attribute("printer-state", Tag.ENUM, (5,))), PrinterCondition.FAULT),
        (
            but(printer_state_reasons=Attribute("printer-state-reasons", Tag.KEYWORD, ("offline-report",))),
            PrinterCondition.OFFLINE,
        ),
        (
            but(printer_is_accepting_jobs=Attribute("printer-is-accepting-jobs", Tag.BOOLEAN, (False,))),
            PrinterCondition.PAUSED,
        ),
        (but(operations_supported=Attribute("operations-supported", Tag.ENUM, (2, 4))), PrinterCondition.UNSUITABLE),
        (
            but(media_supported=Attribute("media-supported", Tag.KEYWORD, ("na_letter_8.5x11in",))),
            PrinterCondition.UNSUITABLE,
        ),
        (but(document_format_supported=None), PrinterCondition.UNSUITABLE),
    ],
)
def test_a_printer_that_cannot_print_this_is_sent_nothing(
    attributes: tuple[Attribute, ...], condition: PrinterCondition
) -> None:
    with OddPrinter(attributes) as device:
        assert at(device).condition() is condition
        assert put(device) == PrintoutRefused(condition)
        assert set(device.asked) == {Operation.GET_PRINTER_ATTRIBUTES}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (FORBIDDEN, PrinterCondition.NOT_ALLOWED),
        (0x040A, PrinterCondition.UNSUITABLE),
        (0x0506, PrinterCondition.PAUSED),
        (0x0507, PrinterCondition.BUSY),
        (0x0400, JobTrouble.REJECTED),
    ],
)
@pytest.mark.parametrize("operation", [Operation.VALIDATE_JOB, Operation.CREATE_JOB])
def test_a_job_that_is_not_taken_is_refused(operation: Operation, status: int, reason: JobTrouble) -> None:
    with OddPrinter() as device:
        device.answers[operation] = [(status, ())]
        assert put(device) == PrintoutRefused(reason)
        assert Operation.SEND_DOCUMENT not in device.asked


@pytest.mark.parametrize(("code", "condition"), [(401, "not_allowed"), (403, "not_allowed"), (404, "not_ipp")])
def test_what_http_says_is_told_apart(code: int, condition: str) -> None:
    with OddPrinter() as device:
        device.code = code
        assert put(device) == PrintoutRefused(PrinterCondition(condition))


@pytest.mark.parametrize("raw", [b"", b"<html>It works!</html>", b"\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\x00\xff"])
def test_something_else_at_the_address_is_no_printer(raw: bytes) -> None:
    with OddPrinter() as device:
        device.raw = raw
        assert put(device) == PrintoutRefused(PrinterCondition.NOT_IPP)


def test_an_answer_without_an_end_is_not_read_to_it() -> None:
    with OddPrinter() as device:
        device.raw = bytes(2_000_000)
        assert put(device) == PrintoutRefused(PrinterCondition.NO_ANSWER)


def test_a_connection_that_breaks_before_the_document_leaves_nothing_to_come_out() -> None:
    with OddPrinter() as device:
        device.hung_up_on = {Operation.CREATE_JOB}
        printer = at(device)
        assert printer.print_out(FORM, print, threading.Event()) == PrintoutRefused(PrinterCondition.NO_ANSWER)
        device.hung_up_on = set()
        device.answers[Operation.GET_JOBS] = [(OK, _jobs(7)), (OK, ())]
        assert printer.print_out(FORM, print, threading.Event()) == PrintoutPrinted(2)
        assert Operation.CANCEL_JOB in device.asked  # the job that may have been made meanwhile


def test_a_connection_that_breaks_in_the_document_is_followed_to_the_end() -> None:
    with OddPrinter() as device:
        device.hung_up_on = {Operation.SEND_DOCUMENT}
        device.answers[Operation.GET_JOB_ATTRIBUTES] = [(OK, job(5)), (OK, job(7))]
        assert put(device) == PrintoutFailed(JobTrouble.CONNECTION_LOST)
        assert Operation.CANCEL_JOB in device.asked


def test_a_document_whose_receipt_was_lost_may_still_have_been_printed() -> None:
    with OddPrinter() as device:
        device.hung_up_on = {Operation.SEND_DOCUMENT}
        assert put(device) == PrintoutPrinted(2)


def test_a_wish_in_the_middle_of_the_document_stops_it() -> None:
    class AfterSomePieces:
        left = 3

        def is_set(self) -> bool:
            self.left -= 1
            return self.left < 0

    with OddPrinter() as device:
        device.answers[Operation.GET_JOB_ATTRIBUTES] = [(OK, job(7))]
        assert at(device).print_out(FORM, print, AfterSomePieces()) == PrintoutCancelled(0)
        assert Operation.SEND_DOCUMENT not in device.asked  # never whole


def test_a_job_that_was_cancelled_at_the_printer_is_not_called_ours() -> None:
    with OddPrinter() as device:
        device.answers[Operation.GET_JOB_ATTRIBUTES] = [(OK, job(5)), (OK, job(7))]
        assert put(device) == PrintoutFailed(JobTrouble.CANCELLED_ELSEWHERE)


def test_a_job_that_the_printer_has_forgotten_is_unconfirmed() -> None:
    with OddPrinter() as device:
        device.answers[Operation.GET_JOB_ATTRIBUTES] = [(OK, job(5)), (NOT_FOUND, ())]
        assert put(device) == PrintoutUnconfirmed(JobTrouble.FORGOTTEN)


def test_a_number_that_another_job_has_now_is_not_believed() -> None:
    def with_uuid(state: int, uuid: str) -> tuple[int, object]:
        return OK, job(state, Attribute("job-uuid", Tag.URI, (uuid,)))

    with OddPrinter() as device:
        device.answers[Operation.GET_JOB_ATTRIBUTES] = [with_uuid(5, "urn:uuid:1"), with_uuid(9, "urn:uuid:2")]
        assert put(device) == PrintoutUnconfirmed(JobTrouble.FORGOTTEN)


def test_jobs_of_others_stay_even_when_the_printer_lists_them_as_ours() -> None:
    with OddPrinter() as device:
        device.answers[Operation.GET_JOBS] = [(OK, _jobs(3, "aps-kiosk-AH-011"))]
        assert at(device).clear() == QueueClear()
        assert Operation.CANCEL_JOB not in device.asked


def _jobs(number: int, user: str = "aps-kiosk-AH-01") -> list[tuple[Group, list[Attribute]]]:
    told = [Attribute("job-id", Tag.INTEGER, (number,)), Attribute("job-originating-user-name", Tag.NAME, (user,))]
    return [(Group.JOB, told)]
