"""Papers through the feeder in a session: no page is lost by a jam, by going back or by leaving."""

from __future__ import annotations

import pytest
from doubles.extract_stage import FRONT_AND_BACK, ROW, ExtractStage

from kiosk.domain.page import Side
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def test_going_back_while_the_machine_scans_is_a_stop(stage: ExtractStage) -> None:
    stage.lay_card()
    stage.jobs.held = True
    stage.session.start_card_scan()
    stage.session.go_back()
    stage.screen(screens.CardScanning)
    assert stage.session.scan.stopping
    stage.jobs.release()
    stage.session.type_identity()
    stage.answer_all()
    stage.session.open_row(ROW)
    stage.jobs.held = True
    stage.session.start_scan()
    stage.session.go_back()
    assert stage.screen(screens.Scanning).stopping


def test_who_leaves_is_told_to_take_what_went_into_the_scanner(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet()
    stage.session.close_sheet()
    stage.session.open_row(ROW)
    stage.jobs.held = True
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_scan()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet(originals=True)
    stage.jobs.release()
    assert stage.session.view.sheet == screens.LeaveSheet(originals=True)
    stage.screen(screens.ReviewPages)


def test_a_jam_keeps_the_safe_sides_and_resumes_the_same_row(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.scan(*FRONT_AND_BACK, (2, Side.FRONT), status=ScanStatus.JAMMED)
    fault = stage.screen(screens.ScanFault)
    assert (fault.status, len(fault.pages)) == (ScanStatus.JAMMED, 3)
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.resume_scan()
    review = stage.screen(screens.ReviewPages)
    assert (review.sheets, len(review.pages), review.odd_sides) == (2, 4, False)
    stage.session.keep_pages()
    row = next(row for row in stage.screen(screens.Papers).rows if row.row.component == ROW)
    assert len(row.pages) == 4


def test_leaving_a_fault_loses_no_page(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.scan(*FRONT_AND_BACK, status=ScanStatus.COVER_OPEN)
    stage.session.leave_fault()
    assert len(stage.screen(screens.ReviewPages).pages) == 2


def test_pages_under_review_survive_going_back(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.scan(*FRONT_AND_BACK)
    stage.session.go_back()
    stage.screen(screens.Papers)
    stage.session.open_row(ROW)
    assert len(stage.screen(screens.ReviewPages).pages) == 2


def test_a_required_row_without_pages_is_asked_for(stage: ExtractStage) -> None:
    stage.to_papers(citizenQuanhe="Khác", citizenField8="BẠN")
    stage.session.finish_papers()
    assert stage.screen(screens.Papers).missing


def test_an_odd_side_is_asked_about(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.scan(*FRONT_AND_BACK, (2, Side.FRONT))
    assert stage.screen(screens.ReviewPages).odd_sides
