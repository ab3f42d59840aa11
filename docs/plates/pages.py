"""Draws what stays of a page at smaller budgets into ``docs/pictures/pages``: ``python docs/plates/pages.py``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent.parent / "tests")]

from doubles.made_pages import Recipe, font_of, made_page  # noqa: E402 - the path comes first

from kiosk.documents import bind, inspect  # noqa: E402
from kiosk.documents.versions import versions  # noqa: E402
from kiosk.domain.page import Page  # noqa: E402

PICTURES = HERE.parent / "pictures" / "pages"
BUDGETS = (500_000, 200_000, 100_000)
AROUND = 3_600
SHOWN_DPI = 200
EDGE, QUALITY = 12, 82


@dataclass(frozen=True, slots=True)
class Detail:
    """A made page, and the part of it that is shown: left, top, width, height in millimetres."""

    name: str
    recipe: Recipe
    part: tuple[float, float, float, float]


DETAILS = (
    Detail("print-5pt", Recipe(11, dpi=300, points=5, stamp=True), (20, 40, 45, 24)),
    Detail("stamp", Recipe(12, dpi=300, points=10, stamp=True), (112, 168, 48, 40)),
    Detail("pen", Recipe(13, dpi=300, kind="form", points=11), (20, 60, 62, 34)),
    Detail("photo", Recipe(14, dpi=300, kind="photo", points=9, stamp=True), (18, 30, 50, 60)),
)


class PlateError(Exception):
    """A page that cannot be had at a budget."""


def draw(folder: Path) -> Iterator[Path]:
    """Draw each detail as scanned and at every budget, side by side; yields the files."""
    for detail in DETAILS:
        page = inspect(made_page(detail.recipe))
        least = versions(page, 0)[-1].size + AROUND
        budgets = [*(budget for budget in BUDGETS if budget > least), least]
        shown = {f"as scanned, {len(page.jpeg) // 1000} kB": _scanned(page)}
        shown |= {f"within {budget // 1000} kB": _shown(page, budget) for budget in budgets}
        file = folder / f"{detail.name}.jpg"
        _side_by_side({label: _cut(image, detail) for label, image in shown.items()}).save(
            file, quality=QUALITY, optimize=True
        )
        yield file


def _scanned(page: Page) -> Image.Image:
    with Image.open(BytesIO(page.jpeg)) as image:
        size = (round(image.width * SHOWN_DPI / page.dpi), round(image.height * SHOWN_DPI / page.dpi))
        return image.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def _shown(page: Page, budget: int) -> Image.Image:
    pdf = bind([page], budget)
    if pdf is None:
        raise PlateError(f"a page does not fit into {budget} bytes")
    command = ["pdftoppm", "-r", str(SHOWN_DPI), "-png", "-singlefile", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 - pages made here
    return Image.open(BytesIO(done.stdout)).convert("RGB")


def _cut(image: Image.Image, detail: Detail) -> Image.Image:
    left, top, width, height = (round(length * SHOWN_DPI / 25.4) for length in detail.part)
    return image.crop((left, top, left + width, top + height))


def _side_by_side(shown: dict[str, Image.Image]) -> Image.Image:
    width, height = next(iter(shown.values())).size
    sheet = Image.new("RGB", (len(shown) * (width + EDGE) + EDGE, height + 4 * EDGE), "white")
    draw_on = ImageDraw.Draw(sheet)
    for number, (label, image) in enumerate(shown.items()):
        x = EDGE + number * (width + EDGE)
        sheet.paste(image, (x, 3 * EDGE))
        draw_on.text((x, EDGE // 2), label, "black", font_of(18))
    return sheet


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for drawn in draw(PICTURES):
        print(drawn)  # noqa: T201
