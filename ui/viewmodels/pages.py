"""A scanned side as a thumbnail: its picture, its name and what the machine found on it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.page import Page, PageProblem
from kiosk.domain.text import Language, Text
from ui.images import Images

_CLEAR = Text("rõ", "clear")
_FINDINGS = {
    PageProblem.TRUNCATED: Text("chụp bị đứt", "cut off"),
    PageProblem.BLURRED: Text("mờ", "blurred"),
    PageProblem.DARK: Text("tối", "dark"),
    PageProblem.CUT_CORNER: Text("mất góc", "corner missing"),
    PageProblem.GLARE: Text("bị lóa", "glare"),
    PageProblem.FINGERS: Text("dính ngón tay", "fingers"),
    PageProblem.DUPLICATE: Text("trùng mặt khác", "same as another"),
    PageProblem.LOW_RESOLUTION: Text("chữ nhỏ quá", "letters too small"),
    PageProblem.BLANK: Text("trắng", "blank"),
}
"""Worst first: a thumbnail has room for one word."""
_HARMLESS = {PageProblem.BLANK}


@dataclass(frozen=True, slots=True)
class PageProps:
    """``index`` counts from 0 over all sides of the row; ``source`` is empty until the picture is made."""

    index: int
    name: str
    finding: str
    good: bool
    source: str


def derive_page(page: Page, index: int, language: Language, images: Images) -> PageProps:
    """Derive a thumbnail. A blank side is named, but nothing is wrong with it."""
    found = next((problem for problem in _FINDINGS if problem in page.problems), None)
    return PageProps(
        index=index,
        name=side_name(index + 1).of(language),
        finding=(_FINDINGS[found] if found else _CLEAR).of(language),
        good=not (page.problems - _HARMLESS),
        source=images.page(page),
    )


def side_name(number: int) -> Text:
    """Name a side by its place among those of its paper, from 1."""
    return Text(f"Mặt {number}", f"Side {number}")


def counted_sides(sides: int) -> Text:
    """Say how many sides were scanned."""
    return Text(f"Đã chụp {sides} mặt", f"{sides} side scanned" if sides == 1 else f"{sides} sides scanned")
