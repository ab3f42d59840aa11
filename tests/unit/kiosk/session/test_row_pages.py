"""The sides of a row: sheets are numbered on, a jammed sheet is not there twice, and no change loses or adds a side."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.page import Page, Side
from kiosk.session.row_pages import RowPages, has_odd_sides


def sides(*sheets: tuple[int, str]) -> tuple[Page, ...]:
    return tuple(
        Page(f"{sheet}{side}{number}".encode(), 10, 10, 300, sheet, Side.FRONT if side == "f" else Side.BACK)
        for sheet, word in sheets
        for number, side in enumerate(word)
    )


def row(*sheets: tuple[int, str]) -> RowPages:
    return RowPages().joined(sides(*sheets))


def told(row: RowPages) -> list[str]:
    return [f"{page.sheet}{page.side[0]}" for page in row.pages]


def test_a_second_batch_is_numbered_on() -> None:
    assert told(row((1, "fb")).joined(sides((1, "fb"), (2, "fb")))) == ["1f", "1b", "2f", "2b", "3f", "3b"]


def test_the_lone_front_of_a_jammed_sheet_gives_way_to_the_sheet_fed_again() -> None:
    kept = row((1, "fb"), (2, "f"))
    resumed = kept.joined(sides((1, "fb")), resumes=True)
    assert told(resumed) == ["1f", "1b", "2f", "2b"]
    assert resumed.fed == 2
    assert kept.pages[2] not in resumed.pages


def test_the_lone_front_stays_while_nothing_has_come_in_its_place() -> None:
    kept = row((1, "fb"), (2, "f"))
    assert kept.joined((), resumes=True) == kept


def test_no_side_gives_way_to_a_batch_that_nothing_broke_off_before() -> None:
    kept = row((1, "fb"), (2, "f"))
    assert kept.joined(sides((1, "fb"))).pages[:3] == kept.pages
    dropped = row((1, "fb"), (2, "fb")).without(3)
    assert dropped.joined(sides((1, "fb")), resumes=True).pages[:3] == dropped.pages


@given(st.lists(st.sampled_from(["f", "fb"]), max_size=6), st.lists(st.sampled_from(["f", "fb"]), max_size=6))
def test_sheet_numbers_never_repeat_across_batches(first: list[str], second: list[str]) -> None:
    arrived = sides(*enumerate(second, 1))
    both = row(*enumerate(first, 1)).joined(arrived, resumes=True)
    numbers = [page.sheet for page in both.pages]
    assert numbers == sorted(numbers)
    replaced = 1 if first and arrived and first[-1] == "f" else 0
    assert len(set(numbers)) == both.fed == len(first) + len(second) - replaced


def test_a_side_done_again_takes_its_place_and_so_does_its_back() -> None:
    kept = row((1, "fb"), (2, "fb"))
    fresh = tuple(Page(b"new", 9, 9, 300, 1, side) for side in Side)
    again = kept.redone(1, fresh)
    assert told(again) == told(kept)
    assert [page.jpeg == b"new" for page in again.pages] == [True, True, False, False]
    assert again.fed == 2


def test_one_side_alone_takes_the_very_place_that_was_asked_for() -> None:
    kept = row((1, "fb"))
    again = kept.redone(1, (Page(b"new", 9, 9, 300, 1, Side.FRONT),))
    assert told(again) == ["1f", "1b"]
    assert again.pages[0] == kept.pages[0]


def test_what_was_fed_beside_the_sheet_done_again_is_appended_and_a_dropped_back_stays_dropped() -> None:
    kept = row((1, "fb"), (2, "f")).without(1)
    again = kept.redone(0, sides((1, "fb"), (2, "fb")))
    assert told(again) == ["1f", "2f", "3f", "3b"]
    assert again.fed == 3


CHANGES = st.lists(st.tuples(st.sampled_from(["move", "turn"]), st.integers(0, 5), st.integers(-6, 6)), max_size=8)


@given(CHANGES)
def test_moving_and_turning_neither_lose_nor_add_a_side(changes: list[tuple[str, int, int]]) -> None:
    before = now = row((1, "fb"), (2, "fb"), (3, "fb"))
    for change, index, places in changes:
        now = now.moved(index, places) if change == "move" else now.turned(index)
    assert Counter(page.jpeg for page in now.pages) == Counter(page.jpeg for page in before.pages)
    assert (now.fed, now.dropped) == (3, frozenset())


@given(st.lists(st.integers(0, 5), max_size=6))
def test_sheets_that_were_fed_stay_counted_when_sides_are_taken_out(indices: list[int]) -> None:
    now = row((1, "fb"), (2, "fb"), (3, "fb"))
    for index in indices:
        now = now.without(index % len(now.pages))
        if not now.pages:
            break
    assert now.fed == 3
    assert len(now.pages) + len(now.dropped) == 6


def test_four_quarters_are_none() -> None:
    now = row((1, "f"))
    for turn in (1, 2, 3, 0):
        now = now.turned(0)
        assert now.pages[0].turn == turn


def test_an_odd_side_is_noticed_unless_it_was_made_so() -> None:
    assert has_odd_sides(sides((1, "fb"), (2, "f")))
    assert not has_odd_sides(sides((1, "fb"), (2, "fb")))
    assert not has_odd_sides(())
    assert row((1, "fb"), (2, "f")).has_odd_sides
    assert not row((1, "fb"), (2, "fb")).without(1).has_odd_sides
