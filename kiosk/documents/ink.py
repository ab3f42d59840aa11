"""Ink on paper: how much darker than the paper around it each pixel is."""

from __future__ import annotations

import cv2
import numpy as np

from kiosk.documents.pixels import Pixels, above

_GRAIN = 14
"""Grey levels below the paper that are still its grain."""

_FAINT = 26


def paper_level(grey: Pixels, dots_a_mm: float) -> Pixels:
    """Return how bright the paper is at each dot: strokes of up to 2.5 mm are painted over by their surroundings."""
    stroke = _odd(2.5 * dots_a_mm)
    paper = cv2.dilate(grey, np.ones((stroke, stroke), np.uint8))
    return cv2.blur(paper, (3 * stroke, 3 * stroke))


def ink_on(paper: Pixels, grey: Pixels) -> Pixels:
    """Return how much darker than its paper each dot is, 0 for paper; broad dark areas count as paper.

    The paper's level may be a coarser picture than the other.
    """
    if paper.shape != grey.shape:
        paper = enlarged(paper, grey)
    return cv2.threshold(cv2.subtract(paper, grey), _GRAIN, 255, cv2.THRESH_TOZERO)[1]


def enlarged(coarse: Pixels, to: Pixels) -> Pixels:
    """Return a coarse picture at the size of another."""
    return cv2.resize(coarse, (to.shape[1], to.shape[0]), interpolation=cv2.INTER_LINEAR)


def rules_in(ink: Pixels, dots_a_mm: float) -> Pixels:
    """Return 255 on straight lines of at least 15 mm, level or upright, and close to them: they are no print.

    A rule is as dark as its darkest dot all along; a line of small print that runs together is not.
    """
    long = _odd(15 * dots_a_mm)
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    even = cv2.max(level, upright)
    rules = cv2.bitwise_and(above(even, _FAINT), cv2.compare(cv2.add(even, even), ink, cv2.CMP_GE))
    wide = _odd(0.8 * dots_a_mm)
    return cv2.dilate(rules, np.ones((wide, wide), np.uint8))


def _odd(length: float) -> int:
    return max(3, round(length) | 1)
