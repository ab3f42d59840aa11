"""What is wrong with a page. Findings are told to the citizen; a page is never dropped for them."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from kiosk.documents.pixels import Grey, grey_of
from kiosk.domain.page import Page, PageProblem

_LOOK_AT = 1200
"""Pixels along the longer side: enough to see strokes of 10-point print, 20 times cheaper than the whole page."""

_PAPER = 20
"""Grey levels: how much darker than its paper a pixel must be to count as ink."""

_BLANK_INK = 0.0004
"""Share of ink below which a side is blank: specks of dust and show-through stay below, one printed line does not."""

_DARK_PAPER = 110
"""Grey level of the paper below which print is hard to read."""

_SHARP_STROKES = 22.0
"""Standard deviation of the Laplacian around ink: print in focus measures above 40, blurred by 3 pixels below 15."""

_LOWEST_DPI = 200
"""Dots an inch below which the guidance of DOMAIN 2.7 does not take an ordinary paper."""

_MARGIN = 0.04
"""Share of each edge that is not looked at: shadows of the feeder."""


def inspect(page: Page) -> Page:
    """Return the page with what was found on it added to its problems. Takes some 10 ms for A4 at 300 dpi."""
    grey = grey_of(page.jpeg, _LOOK_AT)
    inner = _without_edges(grey)
    found = set(page.problems)
    paper = float(np.percentile(inner, 90))
    ink = inner < paper - _PAPER
    if float(ink.mean()) < _BLANK_INK:
        found.add(PageProblem.BLANK)
    elif _stroke_contrast(inner, ink) < _SHARP_STROKES:
        found.add(PageProblem.BLURRED)
    if paper < _DARK_PAPER:
        found.add(PageProblem.DARK)
    if page.dpi < _LOWEST_DPI:
        found.add(PageProblem.LOW_RESOLUTION)
    return replace(page, problems=frozenset(found))


def _without_edges(grey: Grey) -> Grey:
    rows, columns = (round(length * _MARGIN) for length in grey.shape)
    return grey[rows : grey.shape[0] - rows, columns : grey.shape[1] - columns]


def _stroke_contrast(grey: Grey, ink: np.ndarray) -> float:
    """Measure how abruptly ink ends, on the ink and just beside it only: a page with little text is not blurred."""
    around = cv2.dilate(ink.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    edges = cv2.Laplacian(grey, cv2.CV_32F)
    return float(edges[around].std()) if around.any() else 0.0
