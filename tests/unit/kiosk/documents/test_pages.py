"""Looking at the simulator's papers: findings on what people bring."""

from __future__ import annotations

from io import BytesIO

import numpy as np
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


def test_noise_never_breaks_the_inspection() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 200, 3), dtype=np.uint8)
    out = BytesIO()
    Image.fromarray(noise).save(out, "JPEG")
    noisy = inspect(page_of(out.getvalue()))
    assert bind([noisy], 50_000) is not None
