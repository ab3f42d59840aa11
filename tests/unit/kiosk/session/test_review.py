"""Pages under review: each change can be taken back, nothing is given up before something came in its place."""

from __future__ import annotations

import pytest
from doubles.stage import Stage

from kiosk.domain.page import Side
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens

FRONT_AND_BACK = ((1, Side.FRONT), (1, Side.BACK))
TWO_SHEETS = (*FRONT_AND_BACK, (2, Side.FRONT), (2, Side.BACK))
FILE = {"type": "file", "name": "scan", "title": "Giấy của trạm y tế", "isRequired": True}


@pytest.fixture
def stage() -> Stage:
    """Two sheets, both sides of each, lie under review."""
    stage = Stage((FILE,))
    stage.begin()
    stage.session.open_row("scan")
    scan(stage, TWO_SHEETS)
    return stage


def scan(stage: Stage, sides: tuple[tuple[int, Side], ...], status: ScanStatus = ScanStatus.OK) -> None:
    stage.scanner.load(*sides, status=status)
    stage.session.start_scan()


def review(stage: Stage) -> screens.ReviewPages:
    return stage.screen(screens.ReviewPages)


def test_a_side_is_taken_out_after_one_question_that_shows_it(stage: Stage) -> None:
    stage.session.ask_remove_page(1)
    sheet = stage.session.view.sheet
    assert isinstance(sheet, screens.RemovePageSheet)
    assert (sheet.index, sheet.page, sheet.row.vi) == (1, review(stage).pages[1], "Giấy của trạm y tế")
    stage.session.close_sheet()
    assert len(review(stage).pages) == 4
    stage.session.ask_remove_page(1)
    stage.session.remove_page(1)
    assert stage.session.view.sheet is None
    assert (len(review(stage).pages), review(stage).sheets, review(stage).removed) == (3, 2, 1)
    assert not review(stage).odd_sides


def test_every_change_is_taken_back_in_turn(stage: Stage) -> None:
    before = review(stage).pages
    stage.session.turn_page(0)
    stage.session.move_page(0, 1)
    stage.session.remove_page(3)
    for _ in range(3):
        assert review(stage).may_undo
        stage.session.undo_pages()
    assert review(stage).pages == before
    assert not review(stage).may_undo


def test_pages_stay_until_the_row_done_again_has_brought_others(stage: Stage) -> None:
    before = review(stage).pages
    stage.session.rescan()
    assert stage.screen(screens.ScanReady).kept == 4
    stage.session.go_back()
    assert review(stage).pages == before
    stage.session.rescan()
    scan(stage, (), ScanStatus.JAMMED)
    stage.session.leave_fault()
    assert review(stage).pages == before
    stage.session.rescan()
    scan(stage, FRONT_AND_BACK)
    assert len(review(stage).pages) == 2
    stage.session.undo_pages()
    assert review(stage).pages == before


def test_one_side_is_done_again_in_its_place(stage: Stage) -> None:
    before = review(stage).pages
    stage.session.rescan_page(3)
    assert stage.screen(screens.ScanReady).again == 4
    stage.session.choose_duplex(duplex=False)
    scan(stage, ((1, Side.FRONT),))
    after = review(stage)
    assert [page.sheet for page in after.pages] == [1, 1, 2, 2]
    assert (after.pages[:3], after.sheets) == (before[:3], 2)
    assert (after.pages[3].side, after.pages[3].jpeg) == (Side.BACK, before[2].jpeg)  # the front was laid upwards


def test_sheets_added_after_a_lone_side_leave_it_there(stage: Stage) -> None:
    stage.session.rescan()
    scan(stage, ((1, Side.FRONT),))
    stage.session.scan_more()
    scan(stage, FRONT_AND_BACK)
    assert [page.sheet for page in review(stage).pages] == [1, 2, 2]


def test_all_sheets_that_were_fed_are_to_be_taken_home(stage: Stage) -> None:
    for _ in range(3):
        stage.session.remove_page(0)
    stage.session.keep_pages()
    assert stage.session.sheets_fed() == 2


def test_with_its_last_side_a_paper_counts_as_not_scanned(stage: Stage) -> None:
    stage.session.keep_pages()
    stage.session.open_row("scan")
    for _ in range(4):
        stage.session.remove_page(0)
    stage.screen(screens.ScanReady)
    stage.session.go_back()
    assert stage.screen(screens.Papers).next_row == "scan"
