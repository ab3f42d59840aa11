"""A stack on a scanner that reads one side: whatever happens on the way, each back comes behind its front."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from doubles.stage import Stage
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.page import Page, Side
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens
from kiosk.session.row_pages import RowPages

FILE = {"type": "file", "name": "scan", "title": "Giấy của trạm y tế", "isRequired": True}
PIECES = st.lists(st.integers(1, 4), max_size=4)


def batches(names: Sequence[str], sizes: Sequence[int]) -> list[tuple[Page, ...]]:
    """Cut what the scanner brings into batches, each counted from 1 as a scanner does."""
    cuts = [0, *accumulate(sizes)]
    return [
        tuple(Page(name.encode(), 9, 9, 300, sheet, Side.FRONT) for sheet, name in enumerate(names[begin:end], 1))
        for begin, end in pairwise(cuts)
    ]


def fronts(sizes: Sequence[int], row: RowPages | None = None) -> RowPages:
    row = row or RowPages()
    names = [f"{number}f" for number in range(row.fed + 1, row.fed + sum(sizes) + 1)]
    for batch in batches(names, sizes):
        row = row.joined(batch, one_sided=True)
    return row


def backs(row: RowPages, names: Sequence[str], sizes: Sequence[int], *, reversing: bool = False) -> RowPages:
    for batch in batches(names, sizes):
        row = row.backed(batch, reversing=reversing)
    return row


def told(row: RowPages) -> list[str]:
    return [page.jpeg.decode() for page in row.pages]


def turned(number: int, *, reversing: bool = False) -> list[str]:
    """The backs of a stack of so many sheets, as it brings them when it was turned over as one block."""
    order = range(1, number + 1) if reversing else range(number, 0, -1)
    return [f"{sheet}b" for sheet in order]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), PIECES, st.booleans())
def test_every_back_comes_behind_its_front_however_both_passes_broke_off(
    first_pass: list[int], second_pass: list[int], reversing: bool
) -> None:
    row = fronts(first_pass)
    number = sum(first_pass)
    sizes = [*second_pass, max(0, number - sum(second_pass))] if sum(second_pass) <= number else [number]
    row = backs(row, turned(number, reversing=reversing), sizes, reversing=reversing)
    assert told(row) == [f"{sheet}{side}" for sheet in range(1, number + 1) for side in "fb"]
    assert [page.side for page in row.pages] == [Side.FRONT, Side.BACK] * number
    assert row.fed == number
    assert not row.wants_backs


@given(st.integers(1, 6), PIECES, st.booleans())
def test_no_side_is_lost_or_doubled_whatever_the_number_of_backs(number: int, came: list[int], reversing: bool) -> None:
    names = [f"{back}b" for back in range(1, sum(came) + 1)]
    row = backs(fronts([number]), names, came, reversing=reversing)
    assert Counter(told(row)) == Counter([*names, *(f"{sheet}f" for sheet in range(1, number + 1))])
    assert row.wants_backs is (len(names) != number)
    assert len({(page.sheet, page.side) for page in row.pages}) == len(row.pages)
    assert row.fed == max(number, sum(came))


@given(st.integers(1, 6), st.integers(1, 8), st.booleans())
def test_backs_that_are_done_over_take_the_place_of_the_ones_before(number: int, came: int, reversing: bool) -> None:
    row = backs(fronts([number]), [f"wrong {back}" for back in range(came)], [came], reversing=reversing)
    row = row.without_backs()
    assert told(row) == [f"{sheet}f" for sheet in range(1, number + 1)]
    assert row.fed == number
    row = backs(row, turned(number, reversing=reversing), [number], reversing=reversing)
    assert told(row) == [f"{sheet}{side}" for sheet in range(1, number + 1) for side in "fb"]


def test_a_second_stack_leaves_the_first_alone() -> None:
    row = backs(fronts([2]), turned(2), [2])
    row = fronts([2], row)
    assert row.wants_backs
    row = backs(row, ["4b", "3b"], [2])
    assert told(row) == ["1f", "1b", "2f", "2b", "3f", "3b", "4f", "4b"]
    assert told(row.without_backs()) == ["1f", "1b", "2f", "2b", "3f", "4f"]


def test_sheets_that_were_forgotten_lie_on_the_stack_before_it_is_turned() -> None:
    row = fronts([1], fronts([2]))
    assert told(backs(row, turned(3), [3])) == ["1f", "1b", "2f", "2b", "3f", "3b"]


def test_a_front_that_was_taken_out_leaves_its_back_at_the_end() -> None:
    row = fronts([2]).without(0)
    assert told(backs(row, turned(2), [2])) == ["2f", "2b", "1b"]


# at the machine


@pytest.fixture
def stage() -> Stage:
    stage = Stage((FILE,))
    stage.scanner.one_sided = stage.scanner.turned = True
    stage.begin()
    stage.session.open_row("scan")
    return stage


def load(stage: Stage, sheets: int, status: ScanStatus = ScanStatus.OK) -> None:
    stage.scanner.load(*((sheet, Side.FRONT) for sheet in range(1, sheets + 1)), status=status)


def scan(stage: Stage, sheets: int, status: ScanStatus = ScanStatus.OK) -> None:
    load(stage, sheets, status)
    stage.session.start_scan()


def scan_backs(stage: Stage, sheets: int, status: ScanStatus = ScanStatus.OK) -> None:
    load(stage, sheets, status)
    stage.session.scan_backs()


def stack(stage: Stage) -> screens.TurnStack:
    return stage.screen(screens.TurnStack)


def review(stage: Stage) -> screens.ReviewPages:
    return stage.screen(screens.ReviewPages)


def sides(stage: Stage) -> list[tuple[int, Side]]:
    return [(page.sheet, page.side) for page in review(stage).pages]


BOTH_OF_TWO = [(1, Side.FRONT), (1, Side.BACK), (2, Side.FRONT), (2, Side.BACK)]


def test_the_citizen_is_asked_to_turn_the_stack_and_both_passes_make_one_paper(stage: Stage) -> None:
    scan(stage, 2)
    assert (stack(stage).fronts, stack(stage).backs) == (2, 0)
    scan_backs(stage, 2)
    assert sides(stage) == BOTH_OF_TWO
    assert [request.duplex for request in stage.scanner.requests] == [True, False]
    assert (review(stage).sheets, review(stage).odd_sides, review(stage).may_turn) == (2, False, False)


def test_paper_with_writing_on_one_side_is_not_turned(stage: Stage) -> None:
    stage.session.choose_duplex(duplex=False)
    scan(stage, 2)
    assert len(review(stage).pages) == 2


def test_backs_may_be_empty_and_that_can_be_taken_back(stage: Stage) -> None:
    scan(stage, 2)
    stage.session.leave_backs()
    assert (len(review(stage).pages), review(stage).may_turn) == (2, False)
    stage.session.undo_pages()
    assert review(stage).may_turn
    stage.session.turn_stack()
    scan_backs(stage, 2)
    assert sides(stage) == BOTH_OF_TWO


def test_a_jam_among_the_fronts_keeps_them_all_and_no_whole_front_gives_way(stage: Stage) -> None:
    scan(stage, 1, ScanStatus.JAMMED)
    assert not stage.screen(screens.ScanFault).backs
    load(stage, 1)
    stage.session.resume_scan()
    assert stack(stage).fronts == 2
    scan_backs(stage, 2)
    assert sides(stage) == BOTH_OF_TWO


@pytest.mark.parametrize("status", [ScanStatus.JAMMED, ScanStatus.COVER_OPEN, ScanStatus.EMPTY, ScanStatus.TIMEOUT])
@pytest.mark.parametrize("came", [0, 1])
def test_a_fault_among_the_backs_resumes_the_second_pass(stage: Stage, status: ScanStatus, came: int) -> None:
    scan(stage, 2)
    scan_backs(stage, came, status)
    fault = stage.screen(screens.ScanFault)
    assert (fault.backs, len(fault.pages)) == (True, 2 + came)
    load(stage, 2 - came)
    stage.session.resume_scan()
    assert sides(stage) == BOTH_OF_TWO


def test_who_gives_up_among_the_backs_keeps_what_came_and_can_go_on_later(stage: Stage) -> None:
    scan(stage, 2)
    scan_backs(stage, 1, ScanStatus.JAMMED)
    stage.session.leave_fault()
    assert (len(review(stage).pages), review(stage).may_turn) == (3, True)
    stage.session.turn_stack()
    assert (stack(stage).backs, stack(stage).ended) == (1, False)
    scan_backs(stage, 1)
    assert sides(stage) == BOTH_OF_TWO


def test_who_stops_among_the_backs_goes_on_where_they_stopped(stage: Stage) -> None:
    scan(stage, 2)
    scan_backs(stage, 1, ScanStatus.CANCELLED)
    assert (stack(stage).backs, stack(stage).ended) == (1, False)
    scan_backs(stage, 1)
    assert sides(stage) == BOTH_OF_TWO


@pytest.mark.parametrize("came", [1, 3])
def test_another_number_of_backs_is_questioned_and_stays_until_others_have_come(stage: Stage, came: int) -> None:
    scan(stage, 2)
    scan_backs(stage, came)
    assert (stack(stage).fronts, stack(stage).backs, stack(stage).ended) == (2, came, True)
    scan_backs(stage, 0, ScanStatus.COVER_OPEN)
    assert len(stage.screen(screens.ScanFault).pages) == 2 + came
    load(stage, 2)
    stage.session.resume_scan()
    assert sides(stage) == BOTH_OF_TWO
    stage.session.undo_pages()
    assert len(review(stage).pages) == 2 + came


def test_a_stack_that_nobody_turned_is_noticed(stage: Stage) -> None:
    scan(stage, 2)
    stage.scanner.turned = False
    scan_backs(stage, 2)
    assert (stack(stage).backs, stack(stage).same) == (2, True)
    stage.scanner.turned = True
    scan_backs(stage, 2)
    assert sides(stage) == BOTH_OF_TWO


@pytest.mark.parametrize("came", [1, 3])
def test_an_odd_number_of_backs_may_be_kept_and_is_doubted(stage: Stage, came: int) -> None:
    scan(stage, 2)
    scan_backs(stage, came)
    stage.session.leave_backs()
    assert len(review(stage).pages) == 2 + came
    assert review(stage).odd_sides


def test_going_back_leads_to_the_fronts_and_the_backs_can_still_be_scanned(stage: Stage) -> None:
    scan(stage, 2)
    stage.session.go_back()
    assert review(stage).may_turn
    stage.session.turn_stack()
    assert stack(stage).fronts == 2


def test_one_side_that_is_done_again_asks_for_no_turning(stage: Stage) -> None:
    scan(stage, 2)
    scan_backs(stage, 2)
    stage.session.rescan_page(1)
    assert stage.screen(screens.ScanReady).this_side_up
    scan(stage, 1)
    assert sides(stage) == BOTH_OF_TWO
    stage.session.scan_more()
    assert not stage.screen(screens.ScanReady).this_side_up


def test_the_whole_paper_done_again_is_a_new_stack(stage: Stage) -> None:
    scan(stage, 2)
    scan_backs(stage, 2)
    stage.session.rescan()
    scan(stage, 3)
    assert (stack(stage).fronts, stack(stage).backs) == (3, 0)
    scan_backs(stage, 3)
    assert len(review(stage).pages) == 6


def test_pages_that_are_accepted_ask_for_nothing_more(stage: Stage) -> None:
    scan(stage, 2)
    stage.session.go_back()
    stage.session.keep_pages()
    stage.session.open_row("scan")
    assert not review(stage).may_turn
