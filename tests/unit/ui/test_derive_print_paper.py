"""A paper on A4: what each stage says, and that only the printer's word is called printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.money import Dong
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutKind,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
)
from kiosk.domain.text import Language, Text
from kiosk.session.screens import PrintPaper, PrintStage, Progress
from ui.viewmodels.print_paper import derive_print_paper

PROGRESS, NAME = Progress(1, 7, Text("Một", "One")), Text("Trích lục", "Extract")
READY = PrintPaper(PROGRESS, PrintoutKind.FORM, NAME, PrintStage.READY, 3, Dong(6000))
PRINTING = replace(READY, stage=PrintStage.PRINTING)
VI, EN = Language.VIETNAMESE, Language.ENGLISH


def test_before_it_prints_pages_and_price_stand_there() -> None:
    props = derive_print_paper(READY, VI)
    assert (props.head, props.price, props.price_note) == ("3 trang A4", "6.000 đồng", "Đóng ở quầy.")
    free = derive_print_paper(replace(READY, price=Dong(0)), VI)
    assert (free.price, free.price_note) == ("Không tốn tiền", "")


def test_while_it_is_made_there_is_nothing_to_press_but_back() -> None:
    props = derive_print_paper(replace(READY, stage=PrintStage.MAKING), VI)
    assert (props.next_text, props.back_text) == ("", "Quay lại")


def test_while_it_prints_it_can_be_stopped_and_says_what_it_waits_for() -> None:
    props = derive_print_paper(replace(PRINTING, out=1, condition=PrinterCondition.PAPER_OUT), VI)
    assert (props.back_text, props.next_text, props.head) == ("Thôi, đừng in", "", "Đã ra 1/3 trang")
    assert props.trouble
    assert props.notes[0].head == "Máy in A4 hết giấy."
    assert derive_print_paper(PRINTING, VI).notes == ()
    assert derive_print_paper(replace(PRINTING, stage=PrintStage.STOPPING), VI).back_text == ""


@pytest.mark.parametrize(
    "outcome",
    [
        PrintoutCancelled(1),
        PrintoutRefused(PrinterCondition.COVER_OPEN),
        PrintoutFailed(PrinterCondition.PAPER_JAM, 1),
        PrintoutUnconfirmed(JobTrouble.NOT_TOLD),
    ],
)
def test_what_is_not_printed_is_never_called_so_and_can_be_tried_again(outcome: PrintoutOutcome) -> None:
    props = derive_print_paper(replace(READY, stage=PrintStage.ENDED, outcome=outcome), EN)
    assert props.trouble
    assert not props.printed
    assert "printed" not in {props.question, *(note.head for note in props.notes)}
    assert (props.back_text, props.next_text) == ("Do not print", "Print again")


def test_what_is_printed_is_to_be_taken() -> None:
    props = derive_print_paper(replace(READY, stage=PrintStage.ENDED, outcome=PrintoutPrinted(3)), EN)
    assert props.printed
    assert (props.head, props.body) == ("Take the paper from the printer's tray.", "3 pages have been printed.")
    assert (props.back_text, props.next_text) == ("", "I have taken it")
