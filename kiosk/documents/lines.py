"""Lines of print: which way they run, which side of them is up, how tall their letters are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.documents.pixels import Pixels, above

_RUNS = 1.35
"""How much more the ink must vary across the lines than along them before it is said which way they run."""

_STRIP_MM = 65
"""Lines are looked at in strips, so that columns and ragged ends do not matter."""

_LOWEST_MM, _TALLEST_MM = 0.5, 6.0
"""Heights of the band of small letters, from 3-point print to headings."""

_LETTER_GAP_MM = 0.8
_CLOSED = 0.6
"""How closed a row must be, as a share of the fullest nearby, to belong to the small letters."""

_LEAST_PRINT = 0.03
"""Share of the width of a strip that a line must fill."""

_FAINT = 0.3
"""Share of the page's full ink below which ink is the rest of a rule, show-through or grain."""

_GAPS = 0.5
"""Variation of the ink along a line, as a share of its mean, above which it is print."""

_SMALLEST = 15
"""Percentile of the bands that stands for the smallest print: a few bands are always noise."""

_FEW_LINES = 6
_SURE_OF_UP = 0.12
_SURE_SPREAD = 3.0
"""How lopsided lines must be, in the mean and in standard errors, before it is said which side is up."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a line: the height of its small letters in pixels, and the ink above and below these."""

    height: float
    above: float
    below: float


def runs_upright(ink: Pixels, dots_a_mm: float) -> bool | None:
    """Say whether lines run from top to bottom of levelled print (ink without rules), None when it cannot be told."""
    long = max(3, round(6 * dots_a_mm))
    along, down = (float(cv2.meanStdDev(cv2.blur(ink, size))[1][0, 0]) ** 2 for size in ((long, 1), (1, long)))
    if max(along, down) < _RUNS * min(along, down) or max(along, down) == 0:
        return None
    return down > along


def lines_of(ink: Pixels, dots_a_mm: float) -> list[Line]:
    """Return the lines of levelled print (ink without rules) whose lines run level, strip by strip."""
    print_alone = cv2.threshold(ink, _FAINT * _full_ink(ink), 255, cv2.THRESH_TOZERO)[1]
    wide = max(16, round(_STRIP_MM * dots_a_mm))
    count = max(1, round(ink.shape[1] / wide))
    found: list[Line] = []
    for strip in np.array_split(print_alone, count, axis=1):
        found += _lines_of_strip(np.ascontiguousarray(strip), dots_a_mm)
    return found


def _full_ink(ink: Pixels) -> float:
    dark = ink[::3, ::3]
    dark = dark[dark > 0]
    return float(np.percentile(dark, 98)) if dark.size else 0.0


def _lines_of_strip(strip: Pixels, dots_a_mm: float) -> Iterator[Line]:
    """Find the bands of small letters: there words are closed from side to side, above and below they are not."""
    profile = cv2.reduce(strip, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[:, 0]
    gap = max(3, round(_LETTER_GAP_MM * dots_a_mm) | 1)
    words = cv2.dilate(above(strip, 0), np.ones((1, gap), np.uint8))
    closed = cv2.reduce(words, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[:, 0] / 255
    around = max(3, round(6 * dots_a_mm) | 1)
    fullest = cv2.dilate(closed[:, None], np.ones((around, 1), np.uint8))[:, 0]
    inside = (closed > _CLOSED * fullest) & (fullest > _LEAST_PRINT)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
    bands = edges.reshape(-1, 2)
    for number, (top, bottom) in enumerate(bands):
        if not _LOWEST_MM * dots_a_mm <= bottom - top <= _TALLEST_MM * dots_a_mm:
            continue
        if not _has_letters(strip[top:bottom]):
            continue
        level = float(closed[top:bottom].mean())
        height = bottom - top + _beyond(closed, top - 1, level) + _beyond(closed, bottom, level) - 1
        reach = round(bottom - top)
        before = (bands[number - 1][1] + top) // 2 if number else 0
        after = (bottom + bands[number + 1][0] + 1) // 2 if number + 1 < len(bands) else len(profile)
        over = float(profile[max(before, top - reach, 0) : top].sum())
        under = float(profile[bottom : min(after, bottom + reach)].sum())
        yield Line(height, over, under)


def _has_letters(band: Pixels) -> bool:
    """Tell letters, with gaps between their strokes, from what is left of a rule."""
    mean, spread = cv2.meanStdDev(cv2.reduce(band, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F))
    return bool(spread[0, 0] > _GAPS * mean[0, 0])


def _beyond(closed: Pixels, row: int, level: float) -> float:
    """Return how much of the row beside a band belongs to it: heights are finer than pixels."""
    return 0.5 + 0.5 * float(min(1.0, closed[row] / level)) if 0 <= row < len(closed) else 0.5


def up_side(lines: list[Line]) -> int:
    """Return 1 where the print stands on its feet, -1 on its head, 0 when that is not sure.

    Latin print, and Vietnamese print even more, has more ink above its small letters (capitals, ascenders, marks) than
    below them (descenders, dots).
    """
    if len(lines) < _FEW_LINES:
        return 0
    leans = np.array([(line.above - line.below) / (line.above + line.below + 1e-6) for line in lines])
    mean, error = float(leans.mean()), float(leans.std() / np.sqrt(len(leans))) + 1e-6
    if abs(mean) < _SURE_OF_UP or abs(mean) / error < _SURE_SPREAD:
        return 0
    return 1 if mean > 0 else -1


def x_heights(lines: list[Line]) -> tuple[float, float]:
    """Return the height of the small letters in pixels, of the smallest print and of most; 0 without print."""
    if len(lines) < _FEW_LINES:
        return 0.0, 0.0
    smallest, most = np.percentile([line.height for line in lines], (_SMALLEST, 50))
    return max(float(smallest), 0.5 * float(most)), float(most)
