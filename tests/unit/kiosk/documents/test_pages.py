"""Looking at pages and binding them: findings on lifelike papers, budgets kept, bytes that tell nothing else."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageFilter

from drivers.scanner.papers import side_jpeg
from kiosk.documents import bind, inspect
from kiosk.domain.page import Page, PageProblem, Side


def page(name: str = "khai_sinh", side: int = 0, dpi: int = 200) -> Page:
    return page_of(side_jpeg(name, side, dpi, False), dpi)


def page_of(jpeg: bytes, dpi: int = 200) -> Page:
    with Image.open(BytesIO(jpeg)) as image:
        return Page(jpeg, image.width, image.height, dpi, 1, Side.FRONT)


def changed(change: object, name: str = "khai_sinh") -> Page:
    with Image.open(BytesIO(side_jpeg(name, 0, 200, False))) as image:
        out = BytesIO()
        change(image.convert("RGB")).save(out, "JPEG", quality=85)  # type: ignore[operator]
    return page_of(out.getvalue())


@pytest.mark.parametrize("name", ["khai_sinh", "uy_quyen", "bao_tu", "one_sided", "card"])
def test_a_good_page_has_no_problem(name: str) -> None:
    assert inspect(page(name)).problems == frozenset()


@pytest.mark.parametrize("name", ["bao_tu", "one_sided"])
def test_a_blank_back_is_flagged_not_dropped(name: str) -> None:
    assert inspect(page(name, 1)).problems == {PageProblem.BLANK}


def test_a_blurred_page_is_noticed() -> None:
    assert PageProblem.BLURRED in inspect(changed(lambda image: image.filter(ImageFilter.GaussianBlur(4)))).problems


def test_a_dark_page_is_noticed() -> None:
    assert PageProblem.DARK in inspect(changed(lambda image: image.point(lambda value: value // 3))).problems


def test_a_page_of_too_few_dots_is_noticed() -> None:
    assert PageProblem.LOW_RESOLUTION in inspect(page(dpi=150)).problems


def test_what_fits_goes_in_untouched_one_a4_page_a_side() -> None:
    pages = [page(), page("uy_quyen")]
    bound = bind(pages, 5_000_000)
    assert bound is not None
    assert pages[0].jpeg in bound
    with pikepdf.open(BytesIO(bound)) as pdf:
        assert [[round(float(side)) for side in each.MediaBox] for each in pdf.pages] == [[0, 0, 595, 842]] * 2


@pytest.mark.parametrize("budget", [2_000_000, 500_000])
def test_a_budget_is_kept(budget: int) -> None:
    bound = bind([page(dpi=300) for _ in range(2)], budget)
    assert bound is not None
    assert len(bound) <= budget


def test_a_budget_that_cannot_be_met_legibly_is_refused() -> None:
    assert bind([page() for _ in range(3)], 30_000) is None


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [page(), page("uy_quyen")]
    assert bind(pages, 400_000) == bind(pages, 400_000)


def test_nothing_in_the_pdf_tells_when_or_by_whom() -> None:
    bound = bind([page()], 5_000_000)
    assert bound is not None
    with pikepdf.open(BytesIO(bound)) as pdf:
        assert set(pdf.docinfo.keys()) <= {"/Producer"}


def test_noise_never_breaks_the_inspection() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 200, 3), dtype=np.uint8)
    out = BytesIO()
    Image.fromarray(noise).save(out, "JPEG")
    inspect(page_of(out.getvalue()))


def test_a_turned_page_is_turned_by_the_pdf_and_its_pixels_stay() -> None:
    upright, turned = page(), replace(page("uy_quyen"), turn=3)
    pdf = bind([upright, turned], 10_000_000)
    assert pdf is not None
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert [int(leaf.obj.get("/Rotate", 0)) for leaf in opened.pages] == [0, 270]
    assert turned.jpeg in pdf
