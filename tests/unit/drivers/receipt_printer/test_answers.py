"""Three kinds of answers in one stream: each byte means what Epson says, whatever it comes between."""

from __future__ import annotations

import pytest

from drivers.receipt_printer.answers import Answers, read_confirmation, read_realtime, read_report, says_trouble
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import PrintFault

WELL, OPEN = b"\x10\x00\x00\x0f", b"\x38\x00\x00\x0f"


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ((0x12, 0x12, 0x12, 0x12), None),
        ((0x1A, 0x16, 0x12, 0x12), PrintFault.COVER_OPEN),
        ((0x1A, 0x32, 0x12, 0x7E), PrintFault.PAPER_OUT),
        ((0x1A, 0x52, 0x1A, 0x12), PrintFault.CUTTER_ERROR),
        ((0x1A, 0x52, 0x52, 0x12), PrintFault.OVERHEATED),
        ((0x1A, 0x12, 0x12, 0x12), PrintFault.OFFLINE),
        ((0x12, 0x12, 0x32, 0x12), PrintFault.OFFLINE),
    ],
)
def test_answers_to_questions(answers: tuple[int, int, int, int], fault: PrintFault | None) -> None:
    assert read_realtime(*answers).fault is fault
    assert says_trouble(*answers[:2]) == (fault is not None and answers[2] != 0x32)


@pytest.mark.parametrize(
    ("report", "status"),
    [
        (WELL, PrinterStatus()),
        (OPEN, PrinterStatus(PrintFault.COVER_OPEN)),
        (b"\x18\x00\x0c\x0f", PrinterStatus(PrintFault.PAPER_OUT)),
        (b"\x18\x08\x00\x0f", PrinterStatus(PrintFault.CUTTER_ERROR)),
        (b"\x18\x40\x00\x0f", PrinterStatus(PrintFault.OVERHEATED)),
        (b"\x18\x00\x00\x0f", PrinterStatus(PrintFault.OFFLINE)),
        (b"\x10\x00\x03\x0f", PrinterStatus(paper_low=True)),
    ],
)
def test_reports_that_come_by_themselves(report: bytes, status: PrinterStatus) -> None:
    assert read_report(report) == status


def test_a_confirmation_tells_of_low_paper() -> None:
    assert read_confirmation(0x00) == PrinterStatus()
    assert read_confirmation(0x03) == PrinterStatus(paper_low=True)


@pytest.mark.parametrize("pieces", [1, 2, 3, 100])
def test_the_kinds_are_told_apart_in_whatever_pieces_they_come(pieces: int) -> None:
    answers = Answers()
    stream = b"\x12" + OPEN + b"\x13\x00" + WELL + b"\x11\x16\x03\xff"
    for start in range(0, len(stream), pieces):
        answers.take(stream[start : start + pieces])
    assert list(answers.realtime) == [0x12, 0x16]
    assert list(answers.confirmations) == [0x00, 0x03]
    assert answers.reported is PrintFault.COVER_OPEN  # it went, and the slip is spoilt all the same


def test_no_byte_of_a_report_is_a_confirmation() -> None:
    answers = Answers()
    for third in range(16):
        answers.take(bytes((0x10, 0x00, third, 0x0F)))
    assert not answers.confirmations
