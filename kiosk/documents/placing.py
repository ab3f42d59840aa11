"""Where a page's picture lies on its sheet of the PDF: levelled, upright, A4 unless the paper is another size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kiosk.domain.page import Page, Paper
from kiosk.domain.page_version import Region, Version

_POINTS = 72.0
_MM = _POINTS / 25.4
_A4 = (210 * _MM, 297 * _MM)
_NEARLY_MM = 12.0
"""How far paper may be from A4 to be taken for it: a scanner's window is not the paper."""

_LEVEL = 0.1
"""Degrees of skew that are left as they are."""


Matrix = tuple[float, float, float, float, float, float]
"""From the unit square onto a sheet of the PDF (ISO 32000, 8.9.5)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The sheet's size in points, and where a version's ground and its letters lie on it."""

    width: float
    height: float
    ground: Matrix
    letters: Matrix | None


def place(page: Page, version: Version) -> Placed:
    """Place a version of a page on its sheet.

    Nothing is resampled for it: the PDF's own matrix turns and levels, what lies outside the paper falls off the sheet.
    """
    paper, skew = paper_and_skew(page)
    turn = 90 * page.turn
    scale = _POINTS / page.dpi
    width, height = (paper.height, paper.width) if turn % 180 else (paper.width, paper.height)
    sheet = _sheet(width * scale, height * scale)
    if sheet != (width * scale, height * scale):
        scale = min(sheet[0] / width, sheet[1] / height)

    def onto(region: Region, degrees: float) -> Matrix:
        left, top, right, bottom = region
        cos, sin = scale * float(np.cos(np.radians(degrees))), scale * float(np.sin(np.radians(degrees)))
        from_left, from_foot = left - paper.x, bottom - paper.y
        return (
            (right - left) * cos,
            -(right - left) * sin,
            (bottom - top) * sin,
            (bottom - top) * cos,
            sheet[0] / 2 + from_left * cos - from_foot * sin,
            sheet[1] / 2 - from_left * sin - from_foot * cos,
        )

    letters = None if version.letters is None else onto(version.letters.region, turn)
    return Placed(*sheet, onto(version.region, turn - skew), letters)


def paper_and_skew(page: Page) -> tuple[Paper, float]:
    """Return where the paper lies in the picture and how far it is to be levelled, 0 where nobody would see it."""
    if page.measures is None:
        return Paper(page.width / 2, page.height / 2, page.width, page.height), 0.0
    skew = page.measures.skew_deg
    return page.measures.paper, skew if abs(skew) >= _LEVEL else 0.0


def _sheet(width: float, height: float) -> tuple[float, float]:
    for a4 in (_A4, _A4[::-1]):
        if abs(width - a4[0]) <= _NEARLY_MM * _MM and abs(height - a4[1]) <= _NEARLY_MM * _MM:
            return a4
    return width, height
