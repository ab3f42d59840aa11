"""Looking at made pages: how they lie is measured, what was done to them is found, good ones are left in peace."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from doubles.made_pages import Recipe, made_page, varied

from kiosk.documents import inspect, mark_duplicates
from kiosk.domain.page import Measures, Page, PageProblem

DULL = (236, 240, 232)
DARK_TABLE = (60, 60, 60)


@lru_cache(maxsize=32)
def looked_at(recipe: Recipe) -> Page:
    return inspect(made_page(recipe))


def measures(recipe: Recipe) -> Measures:
    found = looked_at(recipe).measures
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "skew", "turned"),
    [("text", 0.0, 0), ("form", 1.37, 180), ("table", -4.62, 90), ("photo", 9.2, 270), ("text", -0.35, 90)],
)
def test_skew_is_measured_to_a_twentieth_of_a_degree(kind: str, skew: float, turned: int) -> None:
    found = measures(Recipe(5, kind=kind, points=11, skew=skew, turned=turned))
    assert found.skew_deg == pytest.approx(skew, abs=0.05)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_print_on_its_side_or_head_is_set_upright(turned: int) -> None:
    recipe = Recipe(3, points=12, turned=turned, skew=0.8)
    assert measures(recipe).upright == (360 - turned) % 360
    assert looked_at(recipe).turn == (360 - turned) % 360 // 90


def test_what_has_no_print_is_never_turned() -> None:
    assert measures(Recipe(4, kind="blank", stamp=True, turned=90)).upright == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_good_page_has_no_problem(seed: int) -> None:
    assert looked_at(varied(seed, dpi=200)).problems == frozenset()


SPOILT = {
    PageProblem.BLANK: Recipe(1, dpi=200, kind="blank"),
    PageProblem.DARK: Recipe(1, dpi=200, light=0.3),
    PageProblem.BLURRED: Recipe(1, dpi=200, blur=0.6),
    PageProblem.GLARE: Recipe(1, dpi=200, paper=DULL, light=0.85, glare=True),
    PageProblem.FINGERS: Recipe(1, dpi=200, finger=True),
    PageProblem.CUT_CORNER: Recipe(1, dpi=200, corner=20, backing=DARK_TABLE),
    PageProblem.TRUNCATED: Recipe(1, dpi=200, tail=0.3),
    PageProblem.LOW_RESOLUTION: Recipe(1, dpi=150),
}


@pytest.mark.parametrize("problem", SPOILT)
def test_what_was_done_to_a_page_is_found_and_nothing_else(problem: PageProblem) -> None:
    assert looked_at(SPOILT[problem]).problems == {problem}


def test_a_made_up_tail_longer_than_what_was_scanned_is_noticed() -> None:
    assert PageProblem.TRUNCATED in looked_at(Recipe(1, dpi=200, tail=0.7)).problems


def test_paper_burnt_to_pure_white_below_the_print_is_no_made_up_tail() -> None:
    white = Recipe(1, dpi=200, size=(210, 297), kind="form", paper=(255, 255, 255), noise=0.0)
    assert looked_at(white).problems == frozenset()


def test_print_too_small_for_its_dots_is_of_low_resolution() -> None:
    assert looked_at(Recipe(2, dpi=200, points=4)).problems >= {PageProblem.LOW_RESOLUTION}


@pytest.mark.parametrize("skew", [0.0, -6.5])
def test_paper_on_a_dark_table_is_found(skew: float) -> None:
    found = measures(Recipe(2, size=(148, 210), frame=(210, 297), backing=DARK_TABLE, points=9, skew=skew)).paper
    dots = 150 / 25.4
    assert (found.x / dots, found.y / dots) == pytest.approx((105, 148.5), abs=1.5)
    assert (found.width / dots, found.height / dots) == pytest.approx((148, 210), abs=2.5)


def test_paper_that_fills_the_picture_is_left_whole() -> None:
    page = looked_at(Recipe(2))
    assert measures(Recipe(2)).paper.width == page.width


def test_colour_is_seen_in_a_stamp_and_not_in_tinted_paper() -> None:
    assert measures(Recipe(6, stamp=True)).has_colour
    assert not measures(Recipe(6, paper=(250, 222, 222))).has_colour


def test_a_photograph_is_seen() -> None:
    assert measures(Recipe(6, kind="photo")).has_picture
    assert not measures(Recipe(6, stamp=True)).has_picture


@pytest.mark.parametrize("points", [5, 8, 12])
def test_the_height_of_small_letters_is_measured(points: int) -> None:
    em = points * 300 / 72
    assert measures(Recipe(7, dpi=300, size=(105, 148), points=points)).x_height == pytest.approx(0.55 * em, rel=0.15)


def test_sharpness_falls_with_blur() -> None:
    sharp = [measures(Recipe(8, blur=blur)).sharpness for blur in (0.0, 0.2, 0.4, 0.8)]
    assert sharp == sorted(sharp, reverse=True)


def test_the_same_side_twice_is_a_duplicate_even_askew() -> None:
    first, again = looked_at(Recipe(9, points=11)), looked_at(Recipe(9, points=11, skew=0.9, noise=4.0))
    other = looked_at(Recipe(10, points=11))
    marked = mark_duplicates([first, other, again])
    assert [PageProblem.DUPLICATE in page.problems for page in marked] == [False, False, True]


def test_a_form_filled_in_otherwise_and_blank_sides_are_no_duplicates() -> None:
    forms = [looked_at(Recipe(seed, kind="form")) for seed in (1, 2, 3)]
    blanks = [looked_at(Recipe(seed, kind="blank")) for seed in (1, 2)]
    assert not any(PageProblem.DUPLICATE in page.problems for page in mark_duplicates(forms + blanks))


def test_a_mark_goes_with_the_page_that_it_was_like() -> None:
    page = looked_at(Recipe(9, points=11))
    marked = mark_duplicates([page, replace(page, sheet=2)])
    assert PageProblem.DUPLICATE in marked[1].problems
    assert PageProblem.DUPLICATE not in mark_duplicates(marked[1:])[0].problems
