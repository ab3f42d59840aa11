"""What a page shows: how it lies, what is wrong with it. Findings are told; a page is never dropped for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.documents import blemishes
from kiosk.documents.duplicates import fingerprint_of
from kiosk.documents.ink import enlarged, ink_on, paper_level, rules_in
from kiosk.documents.lines import Line, lines_of, runs_upright, up_side, x_heights
from kiosk.documents.paper import Sheet, misses_corner, paper_colour, paper_of, sheet_in
from kiosk.documents.pixels import Pixels, above, below, decode, grey_of, halved, levelled
from kiosk.documents.skew import skew_of
from kiosk.domain.page import Measures, Page, PageProblem, Paper

_LOOK_AT = 140
"""Dots an inch that are enough to see strokes of small print."""

_LONGEST = 4000
"""Pixels along the longer side that are looked at, whatever the page says about its size."""

_BLANK_INK = 0.0004
"""Share of ink below which a side is blank: specks of dust and show-through stay below, one printed line does not."""

_INK = 22
_COARSE = 110
"""Dots an inch below which a page is not looked at any coarser."""

_EDGE_MM = 1.2
_DARK_PAPER = 115
"""Grey level of the paper below which print is hard to read."""

_SHARP = 1.25
"""Share of its contrast that an edge must cross in a millimetre: print in focus is above 2."""

_LOWEST_DPI = 200
"""Dots an inch below which the guidance of DOMAIN 2.7 does not take an ordinary paper."""

LEGIBLE = 8.0
"""Pixels that small letters must be high to be read with ease (DOMAIN 2.7)."""

_MARGIN_MM = 8.0
"""What is not looked at along each edge: shadows of the feeder, holes of a binder."""

_COLOURED, _COLOUR_MM2 = 24, 12.0
"""How far from the paper's tint a colour must be, and how much of it there must be: a stamp, a pen, a photograph."""

_PICTURE_DARK = 30
_PICTURE_MM, _PICTURE_MM2 = 3.5, 150.0
"""Patches of this size that are dark all over are no print; so much of them is a photograph."""


def inspect(page: Page) -> Page:
    """Return the page with its measures and with what was found on it added to its problems."""
    return examine(page, decode(page.jpeg, reduction(page)))


def reduced(page: Page, pixels: Pixels) -> Pixels:
    """Return a page's whole pixels as ``inspect`` looks at them."""
    done = 1
    while done < reduction(page):
        pixels, done = halved(pixels), done * 2
    return pixels


def reduction(page: Page) -> int:
    """Return by how much a page's pixels can be reduced for looking at them: 1, 2, 4 or 8."""
    reduced = 1
    while reduced < 8 and (page.dpi >= 2 * reduced * _LOOK_AT or max(page.width, page.height) > reduced * _LONGEST):  # noqa: PLR2004
        reduced *= 2
    return reduced


def examine(page: Page, pixels: Pixels) -> Page:
    """Do as ``inspect`` with the page's pixels at hand, reduced or not."""
    scale = page.width / pixels.shape[1]
    look = _look_at(pixels, page.dpi / 25.4 / scale)
    skew = _skew_of(look)
    straight = levelled(look.ink, skew)
    lines, upright = _read(look, skew, straight)
    smallest, most = x_heights(lines)
    box = paper_of(look.sheet, (look.far.shape[1], look.far.shape[0]), skew, 1.0)
    inside = _corners(box, skew, look.far.shape)
    sharpness = blemishes.sharpness_of(_where_print_is(grey_of(look.near)), look.near_dots)
    blank = _ink_share(straight, inside, look.far_dots) < _BLANK_INK
    blurred = not blank and 0 < sharpness < _SHARP
    tiny = not blank and not blurred and 0 < most * scale < LEGIBLE
    found = {
        PageProblem.BLANK: blank,
        PageProblem.BLURRED: blurred,
        PageProblem.DARK: float(look.paper.mean()) < _DARK_PAPER,
        PageProblem.LOW_RESOLUTION: page.dpi < _LOWEST_DPI or tiny,
        PageProblem.GLARE: blemishes.has_glare(look.far, look.on_paper, look.paper, look.far_dots),
        PageProblem.FINGERS: blemishes.has_fingers(look.far, look.paper, look.far_dots),
        PageProblem.CUT_CORNER: misses_corner(look.sheet, skew, look.far_dots),
        PageProblem.TRUNCATED: blemishes.has_made_up_tail(look.far),
    }
    measures = Measures(
        skew_deg=round(skew, 3),
        upright=upright,
        paper=_scaled(box, scale * look.near.shape[1] / look.far.shape[1]),
        sharpness=round(sharpness, 2),
        x_height=round(smallest * scale, 1),
        has_colour=_has_colour(look),
        has_picture=_has_picture(look),
        fingerprint=fingerprint_of(straight, inside),
    )
    problems = page.problems | {problem for problem, is_there in found.items() if is_there}
    turn = page.turn if page.measures else (page.turn + upright // 90) % 4
    return replace(page, problems=frozenset(problems), measures=measures, turn=turn)


@dataclass(frozen=True, slots=True)
class _Look:
    """A page as it is looked at: ``near`` at about 150 dots an inch, ``far`` at half of it, the ink of the latter."""

    near: Pixels
    near_dots: float
    far: Pixels
    far_dots: float
    paper: npt.NDArray[np.float64]
    sheet: Sheet | None
    on_paper: Pixels
    paper_level: Pixels
    ink: Pixels


def _look_at(near: Pixels, dots_a_mm: float) -> _Look:
    far, far_dots = (halved(near), dots_a_mm / 2) if dots_a_mm * 25.4 > _COARSE else (near, dots_a_mm)
    paper = paper_colour(far)
    sheet = sheet_in(far, paper, far_dots)
    on_paper = np.full(far.shape[:2], 255, np.uint8) if sheet is None else _within(sheet.mask, far_dots)
    level = paper_level(grey_of(far), far_dots)
    ink = cv2.bitwise_and(ink_on(level, grey_of(far)), on_paper)
    return _Look(near, dots_a_mm, far, far_dots, paper, sheet, on_paper, level, ink)


def _within(mask: Pixels, dots_a_mm: float) -> Pixels:
    """Leave the paper's edge out: its shadow is no ink."""
    size = max(3, round(_EDGE_MM * 2 * dots_a_mm) | 1)
    return cv2.erode(mask, np.ones((size, size), np.uint8), borderValue=0)


def _where_print_is(grey: Pixels) -> Pixels:
    """Return the part of a page that has print if any has: from the left margin to beyond the middle."""
    width = grey.shape[1]
    return np.ascontiguousarray(grey[:, width // 12 : width * 5 // 8])


def _skew_of(look: _Look) -> float:
    skew = skew_of(look.ink)
    if skew is None:
        skew = 0.0 if look.sheet is None else look.sheet.angle
    return skew


def _read(look: _Look, skew: float, straight: Pixels) -> tuple[list[Line], int]:
    """Return the lines of print, and the clockwise quarter turn that sets them upright, 0 when it is not sure."""
    rules = rules_in(straight, look.far_dots)
    on_side = runs_upright(cv2.subtract(straight, rules), look.far_dots)
    ink = levelled(ink_on(look.paper_level, grey_of(look.near)), skew, soft=False)
    on_paper = look.on_paper if look.sheet is None else levelled(look.on_paper, skew)
    ink = cv2.bitwise_and(ink, enlarged(cv2.subtract(on_paper, rules), ink))
    lines = lines_of(np.ascontiguousarray(np.rot90(ink)) if on_side else ink, look.near_dots)
    side = 0 if on_side is None else up_side(lines)
    return lines, {(True, 1): 270, (True, -1): 90, (False, -1): 180}.get((bool(on_side), side), 0)


def _corners(box: Paper, skew: float, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Return where the paper's box lies once the picture was levelled about its middle: left, top, right, bottom."""
    x, y = cv2.getRotationMatrix2D((shape[1] / 2, shape[0] / 2), skew, 1) @ (box.x, box.y, 1)
    return (
        max(0, round(x - box.width / 2)),
        max(0, round(y - box.height / 2)),
        round(x + box.width / 2),
        round(y + box.height / 2),
    )


def _scaled(box: Paper, scale: float) -> Paper:
    return Paper(*(round(length * scale, 1) for length in (box.x, box.y, box.width, box.height)))


def _ink_share(ink: Pixels, inside: tuple[int, int, int, int], dots_a_mm: float) -> float:
    left, top, right, bottom = inside
    margin = round(min(_MARGIN_MM * dots_a_mm, 0.06 * (right - left), 0.06 * (bottom - top)))
    part = ink[top + margin : bottom - margin, left + margin : right - margin]
    return float((part > _INK).mean()) if part.size else 0.0


def _has_colour(look: _Look) -> bool:
    shades = cv2.cvtColor(look.far, cv2.COLOR_BGR2YCrCb)
    ground = cv2.cvtColor(look.paper.astype(np.uint8).reshape(1, 1, 3), cv2.COLOR_BGR2YCrCb)
    _, red, blue = cv2.split(cv2.absdiff(shades, ground[0, 0].astype(np.float64)))
    coloured = cv2.bitwise_and(above(cv2.max(red, blue), _COLOURED), look.on_paper)
    return cv2.countNonZero(coloured) > _COLOUR_MM2 * look.far_dots**2


def _has_picture(look: _Look) -> bool:
    dark = below(grey_of(look.far), float(look.paper.mean()) - _PICTURE_DARK)
    patch = max(3, round(_PICTURE_MM * look.far_dots))
    filled = above(cv2.blur(cv2.bitwise_and(dark, look.on_paper), (patch, patch)), 217)  # 85 % of 255
    return cv2.countNonZero(filled) > _PICTURE_MM2 * look.far_dots**2
