"""Going on with a batch: sheets are numbered on, and a jammed sheet is not there twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.page import Page, Side
from kiosk.session.sheets import go_on, has_odd_sides, sheet_count


def sides(*sheets: tuple[int, str]) -> tuple[Page, ...]:
    return tuple(
        Page(f"{sheet}{side}{number}".encode(), 10, 10, 300, sheet, Side.FRONT if side == "f" else Side.BACK)
        for sheet, word in sheets
        for number, side in enumerate(word)
    )


def test_a_second_batch_is_numbered_on() -> None:
    pages = go_on(sides((1, "fb")), sides((1, "fb"), (2, "fb")), duplex=True)
    assert [page.sheet for page in pages] == [1, 1, 2, 2, 3, 3]


def test_the_lone_front_of_a_jammed_sheet_gives_way_to_the_sheet_fed_again() -> None:
    kept = sides((1, "fb"), (2, "f"))
    pages = go_on(kept, sides((1, "fb")), duplex=True)
    assert [(page.sheet, page.side) for page in pages] == [
        (1, Side.FRONT),
        (1, Side.BACK),
        (2, Side.FRONT),
        (2, Side.BACK),
    ]
    assert kept[2] not in pages


def test_the_lone_front_stays_while_nothing_has_come_in_its_place() -> None:
    kept = sides((1, "fb"), (2, "f"))
    assert go_on(kept, (), duplex=True) == kept


def test_in_simplex_no_side_ever_gives_way() -> None:
    kept = sides((1, "f"), (2, "f"))
    assert go_on(kept, sides((1, "f")), duplex=False)[:2] == kept


@given(st.lists(st.sampled_from(["f", "fb"]), max_size=6), st.lists(st.sampled_from(["f", "fb"]), max_size=6))
def test_sheet_numbers_never_repeat_across_batches(first: list[str], second: list[str]) -> None:
    kept, arrived = sides(*enumerate(first, 1)), sides(*enumerate(second, 1))
    pages = go_on(kept, arrived, duplex=True)
    numbers = [page.sheet for page in pages]
    assert numbers == sorted(numbers)
    replaced = 1 if kept and arrived and first[-1] == "f" else 0
    assert sheet_count(pages) == len(first) + len(second) - replaced


def test_an_odd_side_is_noticed() -> None:
    assert has_odd_sides(sides((1, "fb"), (2, "f")))
    assert not has_odd_sides(sides((1, "fb"), (2, "fb")))
    assert not has_odd_sides(())
