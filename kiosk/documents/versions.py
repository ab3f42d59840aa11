"""The ways to put a page into a PDF, from untouched to the least that is legible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

import cv2
import numpy as np

from kiosk.documents.inspection import LEGIBLE
from kiosk.documents.letters import Parted, letters_of, part, picture_of
from kiosk.documents.pixels import Pixels, decode, grey_of
from kiosk.documents.placing import paper_and_skew
from kiosk.domain.page import Measures, Page
from kiosk.domain.page_version import Letters, Picture, Version

UNTOUCHED = 0

_LETTERS_DPI = 400
"""Dots an inch above which letters are halved: a page at 600 has 300 to give."""

_BLOCK = 16
"""Dots of a page whose versions are parted: letters at half of them, their shades at an eighth."""

_LOWEST_DPI = 120
"""Dots an inch that are kept even for large print: stamps and handwriting are on the page as well."""

_COLOURED_DPI = {4: 150, 6: 150, 8: 150, 9: 110}
"""Dots an inch, by level, of a ground with stamps and coloured pens, which are not among the letters."""


@dataclass(frozen=True, slots=True)
class _Rung:
    """``share`` is about its size beside the untouched page; with ``letters`` the dots are those of the ground."""

    level: int
    dpi: int
    quality: int
    share: float
    letters: bool = False


_PRINT = (
    _Rung(1, 300, 80, 0.8),
    _Rung(3, 200, 78, 0.4),
    _Rung(4, 150, 85, 0.25, letters=True),
    _Rung(6, 150, 62, 0.2, letters=True),
    _Rung(8, 100, 45, 0.15, letters=True),
    _Rung(9, 75, 40, 0.12, letters=True),
    _Rung(10, 0, 0, 0.1, letters=True),
)
"""For a page of print: letters stay sharp, the ground gives way, to plain paper at last."""

_PICTURES = (
    _Rung(1, 300, 80, 0.8),
    _Rung(2, 250, 75, 0.5),
    _Rung(3, 200, 78, 0.4),
    _Rung(5, 200, 60, 0.27),
    _Rung(6, 150, 62, 0.2),
    _Rung(7, 150, 45, 0.15),
    _Rung(8, 100, 45, 0.15, letters=True),
    _Rung(9, 75, 40, 0.12, letters=True),
)
"""For a page with a photograph: it stays one picture as long as it can."""


def untouched(page: Page) -> Version:
    """Return the page as the scanner gave it."""
    whole = (0, 0, page.width, page.height)
    return Version(UNTOUCHED, whole, Picture(page.jpeg, page.width, page.height, is_grey(page.jpeg)))


_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame (ITU-T T.81, B.1)."""


def is_grey(jpeg: bytes) -> bool:
    """Tell from a JPEG's frame header how many colours it has (ITU-T T.81, B.2.2). Raises ValueError without one."""
    at = 2
    while at + 9 < len(jpeg):
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        if marker in _FRAMES:
            return jpeg[at + 9] == 1
        at += 2 + length
    raise ValueError("not a JPEG")


def versions(page: Page, wanted: float, pixels: Pixels | None = None, *, whole: bool = False) -> tuple[Version, ...]:
    """Return versions of a page from better to worse, down to one that takes at most ``wanted`` bytes, if one can.

    Those that are surely far larger are left out. The ``whole`` ladder goes on to the least that is legible. Without
    measures the page is taken for a picture.
    """
    made: list[Version] = [untouched(page)]
    left, top, right, bottom = region_of(page)
    if (made[-1].size <= wanted and not whole) or left >= right or top >= bottom:
        return tuple(made)
    for rung, make in _rungs(page, decode(page.jpeg) if pixels is None else pixels):
        if not rung.letters and rung.share * len(page.jpeg) > 2 * wanted > 0:
            continue
        version = make()
        if version is not None and version.size < made[-1].size:
            made.append(version)
            if version.size <= wanted and not whole:
                return tuple(made)
    return (*made[:-1], replace(made[-1], least=True))


def _rungs(page: Page, pixels: Pixels) -> Iterator[tuple[_Rung, Callable[[], Version | None]]]:
    measures = page.measures
    rungs = _PICTURES if measures is None or measures.has_picture else _PRINT
    source = _Source(page, pixels)
    for rung in rungs:
        if rung.letters or rung.dpi < page.dpi or rung.level == 1:
            yield rung, partial(source.at, rung)


class _Source:
    """The pixels that a page's versions are made of; what several need is made once."""

    def __init__(self, page: Page, pixels: Pixels) -> None:
        self._page = page
        self._grey = page.measures is not None and not page.measures.has_colour
        self._region = region_of(page)
        left, top, right, bottom = self._region
        paper = pixels[top:bottom, left:right]
        self._pixels = grey_of(paper) if self._grey else paper

    def at(self, rung: _Rung) -> Version | None:
        """Return the page at one rung, None where that is not to be had legibly."""
        if rung.letters:
            return self._with_letters(rung)
        dpi = max(min(rung.dpi, self._page.dpi), self._least_dpi)
        scaled = _scaled(self._pixels, dpi / self._page.dpi)
        return Version(rung.level, self._region, picture_of(scaled, rung.quality, grey=self._grey))

    def _with_letters(self, rung: _Rung) -> Version | None:
        if rung.dpi == 0:
            plain = self._parted.plain_ground
            return None if plain is None else Version(rung.level, self._region, plain, self._letters)
        dpi = rung.dpi if self._grey else _COLOURED_DPI[rung.level]
        ground = _scaled(self._parted.ground, 2 * dpi / self._letters_dpi)
        return Version(rung.level, self._region, picture_of(ground, rung.quality, grey=self._grey), self._letters)

    @property
    def _least_dpi(self) -> float:
        height = self._page.measures.x_height if self._page.measures else 0.0
        needed = self._page.dpi * LEGIBLE / height if height else 150.0
        return min(self._page.dpi, max(needed, _LOWEST_DPI))

    @property
    def _letters_dpi(self) -> float:
        return self._page.dpi / 2 if self._page.dpi > _LETTERS_DPI else self._page.dpi

    @cached_property
    def _parted(self) -> Parted:
        return part(_scaled(self._pixels, self._letters_dpi / self._page.dpi), self._letters_dpi)

    @cached_property
    def _letters(self) -> Letters:
        paper, skew = paper_and_skew(self._page)
        if not skew:
            return letters_of(self._parted.mask, self._parted.ink, self._region)
        scale = self._letters_dpi / self._page.dpi
        middle = (paper.x - self._region[0]) * scale, (paper.y - self._region[1]) * scale
        mask, ink = self._parted.levelled(middle, (paper.width * scale, paper.height * scale), skew)
        across, down = mask.shape[1] / scale / 2, mask.shape[0] / scale / 2
        return letters_of(mask, ink, (paper.x - across, paper.y - down, paper.x + across, paper.y + down))


def region_of(page: Page) -> tuple[int, int, int, int]:
    """Return the part of the picture that holds the paper, however it lies, in whole blocks of dots."""
    left, top, right, bottom = 0, 0, page.width, page.height
    if page.measures is not None:
        box = spread(page.measures)
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        right, bottom = min(right, int(box[2]) + 1), min(bottom, int(box[3]) + 1)
    return left, top, right - (right - left) % _BLOCK, bottom - (bottom - top) % _BLOCK


def spread(measures: Measures) -> tuple[float, float, float, float]:
    """Return the smallest upright box around the paper: left, top, right, bottom."""
    turn, paper = np.radians(measures.skew_deg), measures.paper
    cos, sin = abs(float(np.cos(turn))), abs(float(np.sin(turn)))
    across = (paper.width * cos + paper.height * sin) / 2
    down = (paper.width * sin + paper.height * cos) / 2
    return paper.x - across, paper.y - down, paper.x + across, paper.y + down


def _scaled(pixels: Pixels, scale: float) -> Pixels:
    if scale >= 1:
        return pixels
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    way = cv2.INTER_LINEAR if scale > 0.5 else cv2.INTER_AREA  # noqa: PLR2004 - averaging odd areas takes 5 times as long
    return cv2.resize(pixels, size, interpolation=way)
