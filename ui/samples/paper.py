"""Draws papers that look like scanned ones. Everything on them is invented."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import as_file, files

from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.page import Page, PageProblem, Side

_WIDTH, _HEIGHT, _DPI = 826, 1169, 100
_INK = (52, 58, 70)
_STAMP = (190, 58, 48)


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight}.ttf") as file:
        return ImageFont.truetype(str(file), size)


def _heading(draw: ImageDraw.ImageDraw, title: str) -> None:
    middle = _WIDTH // 2
    draw.text((middle, 90), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _INK, _font("Bold", 27), anchor="mm")
    draw.text((middle, 132), "Độc lập - Tự do - Hạnh phúc", _INK, _font("SemiBold", 25), anchor="mm")
    draw.text((middle, 236), title, _INK, _font("Bold", 50), anchor="mm")


def _lines(draw: ImageDraw.ImageDraw, top: int, count: int) -> None:
    for number in range(count):
        length = 420 + (number * 137) % 260
        draw.rectangle((90, top + 58 * number, 90 + length, top + 58 * number + 9), (110, 118, 136))


@cache
def draw_page(title: str, lines: int) -> bytes:
    """Return a JPEG of an A4 side; an empty title leaves the head and the stamp out."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), (253, 252, 249))
    draw = ImageDraw.Draw(image)
    if title:
        _heading(draw, title)
        draw.ellipse((530, 880, 690, 1040), outline=_STAMP, width=8)
        draw.line((560, 985, 720, 935), (40, 60, 130), 6)
    _lines(draw, 320 if title else 120, lines)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def sample_pages() -> tuple[Page, ...]:
    """Return two sheets, both sides: a clear one, its back, a blurred copy and a blank back."""
    return (
        _page(draw_page("GIẤY KHAI SINH", 9), 1, Side.FRONT),
        _page(draw_page("", 6), 1, Side.BACK),
        _page(draw_page("BẢN SAO", 8), 2, Side.FRONT, PageProblem.BLURRED),
        _page(draw_page("", 0), 2, Side.BACK, PageProblem.BLANK),
    )


def _page(jpeg: bytes, sheet: int, side: Side, *problems: PageProblem) -> Page:
    return Page(jpeg, _WIDTH, _HEIGHT, _DPI, sheet, side, frozenset(problems))
