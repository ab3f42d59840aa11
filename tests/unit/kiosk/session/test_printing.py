"""Papers on A4: what is said before, only the printer's word after, and nothing left when somebody goes."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from doubles.devices import ScriptedDocuments
from doubles.eve_printer import EvePrinter
from doubles.extract_stage import ExtractStage
from doubles.stage import Stage

from drivers.document_printer.driver import IppDocumentPrinter
from drivers.document_printer.job_watch import Waits
from kiosk.domain.money import Dong
from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutFailed,
    PrintoutKind,
    PrintoutPrinted,
    PrintoutProgress,
    PrintoutRefused,
    QueueNotClear,
)
from kiosk.domain.slip import PrintFault, Refused
from kiosk.session import screens
from kiosk.session.screens import Errand, PrintStage


@pytest.fixture
def documents() -> ScriptedDocuments:
    return ScriptedDocuments()


@pytest.fixture
def stage(documents: ScriptedDocuments) -> Stage:
    stage = Stage(documents=documents)
    to_guide(stage)
    return stage


def text_of(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60).stdout.decode()


def to_guide(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure(stage.code)


def test_where_there_is_no_printer_nothing_is_offered() -> None:
    stage = Stage()
    to_guide(stage)
    assert not stage.screen(screens.Guide).can_print
    stage.session.print_paper(PrintoutKind.FORM)
    stage.screen(screens.Guide)


def test_pages_and_price_are_told_before_anything_is_printed(stage: Stage, documents: ScriptedDocuments) -> None:
    assert stage.screen(screens.Guide).can_print
    stage.jobs.held = True
    stage.session.print_paper(PrintoutKind.FORM)
    assert stage.screen(screens.PrintPaper).stage is PrintStage.MAKING
    stage.jobs.release()
    shown = stage.screen(screens.PrintPaper)
    assert (shown.stage, shown.pages, shown.price) == (PrintStage.READY, shown.pages, Dong(2000 * shown.pages))
    assert shown.pages > 1
    assert documents.printed == []


def test_what_is_printed_is_the_blank_form_and_only_the_printer_says_that_it_is_out(
    stage: Stage, documents: ScriptedDocuments
) -> None:
    stage.session.print_paper(PrintoutKind.FORM)
    documents.progress = (PrintoutProgress(1, PrinterCondition.PAPER_OUT),)
    stage.jobs.held = True
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).stage is PrintStage.PRINTING
    assert stage.screen(screens.PrintPaper).outcome is None
    stage.jobs.release()
    shown = stage.screen(screens.PrintPaper)
    assert (shown.stage, shown.outcome) == (PrintStage.ENDED, PrintoutPrinted(1))
    assert (shown.out, shown.condition) == (1, PrinterCondition.PAPER_OUT)
    (printout,) = documents.printed
    assert printout.kind is PrintoutKind.FORM
    with pikepdf.open(BytesIO(printout.pdf)) as document:
        assert len(document.pages) == printout.pages == shown.pages


def test_guide_and_board_can_be_had_where_they_stand(stage: Stage, documents: ScriptedDocuments) -> None:
    stage.session.print_paper(PrintoutKind.QR_BOARD)
    stage.screen(screens.Guide)
    stage.session.print_paper(PrintoutKind.GUIDE)
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).kind is PrintoutKind.GUIDE
    stage.session.go_back()
    stage.session.wipe()
    stage.session.start()
    stage.session.open_board()
    stage.session.print_paper(PrintoutKind.QR_BOARD)
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).progress is None
    stage.session.go_back()
    stage.screen(screens.QrBoard)
    assert [printout.kind for printout in documents.printed] == [PrintoutKind.GUIDE, PrintoutKind.QR_BOARD]


def test_the_guide_of_what_is_done_elsewhere_has_no_form(documents: ScriptedDocuments) -> None:
    stage = Stage(documents=documents, code="1.001612")
    to_guide(stage)
    stage.session.print_paper(PrintoutKind.FORM)
    stage.screen(screens.Guide)
    stage.session.print_paper(PrintoutKind.GUIDE)
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).outcome == PrintoutPrinted(1)


def test_a_printer_that_cannot_print_is_told_before_and_tried_again_on_wish(
    stage: Stage, documents: ScriptedDocuments
) -> None:
    documents.now = PrinterCondition.PAPER_OUT
    stage.session.print_paper(PrintoutKind.FORM)
    assert stage.screen(screens.PrintPaper).outcome == PrintoutRefused(PrinterCondition.PAPER_OUT)
    assert documents.printed == []
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).outcome == PrintoutPrinted(1)


def test_a_form_that_cannot_be_made_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise ValueError

    monkeypatch.setattr("kiosk.documents.official_form.draw_form", broken)
    stage.session.print_paper(PrintoutKind.FORM)
    assert stage.screen(screens.PrintPaper).outcome == PrintoutRefused(JobTrouble.NOT_MADE)
    stage.session.start_printing()
    assert stage.screen(screens.PrintPaper).outcome == PrintoutRefused(JobTrouble.NOT_MADE)


def test_going_back_from_a_printer_at_work_stops_it_first(stage: Stage, documents: ScriptedDocuments) -> None:
    stage.session.print_paper(PrintoutKind.FORM)
    stage.jobs.held = True
    stage.session.start_printing()
    stage.session.go_back()
    assert stage.screen(screens.PrintPaper).stage is PrintStage.STOPPING
    stage.session.go_back()
    stage.screen(screens.PrintPaper)
    documents.outcome = PrintoutFailed(JobTrouble.CANCELLED_ELSEWHERE)
    stage.jobs.release()
    assert documents.cancels[0].is_set()
    stage.session.go_back()
    stage.screen(screens.Guide)
    assert documents.cleared == 1
    stage.session.accept_guide()
    stage.screen(screens.Notice)


def test_who_leaves_in_the_middle_leaves_nothing_in_the_printer(stage: Stage, documents: ScriptedDocuments) -> None:
    stage.session.print_paper(PrintoutKind.FORM)
    stage.jobs.held = True
    stage.session.start_printing()
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    documents.queue = [QueueNotClear(JobTrouble.NOT_STOPPED, 1), QueueNotClear(PrinterCondition.UNREACHABLE)]
    stage.jobs.release()
    stage.screen(screens.Attract)
    assert documents.cancels[0].is_set()
    assert documents.cleared == 1
    stage.jobs.pass_time(59)
    assert documents.cleared == 1
    stage.jobs.pass_time(200)
    assert documents.cleared == 3


def test_what_a_killed_kiosk_left_is_cleared_at_the_start(documents: ScriptedDocuments) -> None:
    Stage(documents=documents).session.watch()
    assert documents.cleared == 1


def test_nobody_is_silent_while_the_printer_works(stage: Stage, documents: ScriptedDocuments) -> None:
    stage.session.watch()
    stage.session.print_paper(PrintoutKind.FORM)
    stage.jobs.held = True
    stage.session.start_printing()
    stage.jobs.pass_time(400)
    assert stage.session.view.sheet is None
    stage.jobs.release()
    stage.jobs.pass_time(400)
    stage.screen(screens.Attract)
    assert documents.cleared == 2


def test_the_form_arrives_at_a_real_printer(tmp_path: Path) -> None:
    with EvePrinter(tmp_path / "eve") as eve:
        stage = Stage(documents=IppDocumentPrinter(eve.url, "AH-01", Waits(look=0.05)))
        to_guide(stage)
        stage.session.print_paper(PrintoutKind.FORM)
        stage.session.start_printing()
        shown = stage.screen(screens.PrintPaper)
        assert shown.outcome == PrintoutPrinted(shown.pages)
        (pdf,) = eve.received
        with pikepdf.open(BytesIO(pdf)) as document:
            assert len(document.pages) == shown.pages


# the form with the answers, to be read or signed by hand before it is sent


@pytest.fixture
def declaring(documents: ScriptedDocuments) -> ExtractStage:
    stage = ExtractStage(documents=documents)
    stage.to_check()
    stage.session.confirm_answers()
    stage.session.tick_declaration(True)
    return stage


def test_the_filled_form_is_printed_before_it_is_sent_and_nothing_is_lost_by_it(
    declaring: ExtractStage, documents: ScriptedDocuments
) -> None:
    stage = declaring
    assert stage.screen(screens.Declare).can_print
    stage.session.print_paper(PrintoutKind.FILLED_FORM)
    assert stage.screen(screens.PrintPaper).stage is PrintStage.READY
    stage.session.start_printing()
    text = text_of(documents.printed[0].pdf)
    assert "NGUYỄN VĂN PHƯỚC" in text
    assert "TRẦN THỊ MƯỜI" in text
    stage.session.leave_printing()
    assert stage.screen(screens.Declare).ticked
    stage.session.send()
    assert len(stage.outbox.stored) == 1


def test_nobody_loses_their_answers_over_a_form_that_is_printed(declaring: ExtractStage) -> None:
    declaring.session.print_paper(PrintoutKind.FILLED_FORM)
    declaring.session.touched()
    declaring.jobs.pass_time(181)
    assert isinstance(declaring.session.view.sheet, screens.IdleSheet)
    declaring.session.more_time()
    assert declaring.session.draft is not None


def test_no_answer_goes_to_paper_from_anywhere_else(stage: Stage) -> None:
    stage.session.print_paper(PrintoutKind.FILLED_FORM)
    stage.screen(screens.Guide)


# a slip that did not come out of the roll


@pytest.fixture
def without_roll(documents: ScriptedDocuments) -> ExtractStage:
    stage = ExtractStage(documents=documents)
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.to_slip()
    return stage


def test_a_slip_that_did_not_come_out_is_had_on_a4_for_nothing(
    without_roll: ExtractStage, documents: ScriptedDocuments
) -> None:
    stage = without_roll
    assert stage.screen(screens.SlipReady).on_a4
    stage.session.print_paper(PrintoutKind.RECEIPT)
    shown = stage.screen(screens.PrintPaper)
    assert (shown.stage, shown.pages, shown.price) == (PrintStage.READY, 1, Dong(0))
    stage.session.start_printing()
    assert [one.kind for one in documents.printed] == [PrintoutKind.RECEIPT]
    (status,) = stage.outbox.status.values()
    assert status.reference_code in text_of(documents.printed[0].pdf)
    stage.session.leave_printing()
    assert stage.screen(screens.SlipReady).outcome == Refused(PrintFault.PAPER_OUT)
    stage.session.took_slip()
    stage.screen(screens.Rate)


def test_a_slip_on_a4_is_made_for_nobody_before_the_dossier_is_safe(documents: ScriptedDocuments) -> None:
    stage = ExtractStage(documents=documents)
    stage.to_check()
    stage.session.print_paper(PrintoutKind.RECEIPT)
    stage.screen(screens.Check)


def test_who_is_silent_over_the_slip_on_a4_is_warned(without_roll: ExtractStage) -> None:
    stage = without_roll
    stage.session.print_paper(PrintoutKind.RECEIPT)
    stage.session.touched()
    stage.jobs.pass_time(181)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)
    stage.jobs.pass_time(91)
    stage.screen(screens.Attract)
    assert stage.session.printing is None
