"""What spoils a page: glare, fingers, blur, a tail that the scanner has made up."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.documents.pixels import Pixels, above, grey_of, weakest

# glare

_BURNT = 248
_DULL_PAPER = 240
"""Level of the paper's weakest colour above which glare cannot be told from paper."""

_GLARE_MM2 = 40.0
_HALO = 0.85
"""Share of a bright spot that may be burnt out: glare fades, a white label has edges."""


def has_glare(picture: Pixels, on_paper: Pixels, paper: npt.NDArray[np.float64], dots_a_mm: float) -> bool:
    """Say whether the light is mirrored somewhere on the paper: a burnt spot with a soft halo on duller paper."""
    if float(paper.min()) > _DULL_PAPER:
        return False
    dullest = cv2.bitwise_and(weakest(picture), on_paper)
    burnt = np.asarray(dullest >= _BURNT, np.uint8)
    if burnt.sum() < _GLARE_MM2 * dots_a_mm**2:
        return False
    middle = float(paper.min()) + 0.35 * (_BURNT - float(paper.min()))
    height, width = dullest.shape
    _, spots, found, _ = cv2.connectedComponentsWithStats(above(cv2.blur(dullest, (3, 3)), middle))
    for number in range(1, len(found)):
        left, top, across, down, area = (int(value) for value in found[number])
        if not (left and top and left + across < width and top + down < height):  # what lies around the paper
            continue
        core = int(burnt[spots == number].sum()) if area >= _GLARE_MM2 * dots_a_mm**2 else 0
        if core >= _GLARE_MM2 * dots_a_mm**2 and core < _HALO * area:
            return True
    return False


# fingers

_SKIN_RED, _SKIN_BLUE = (138, 180), (77, 130)
_REDDER = 9
"""How much redder than the paper skin must be: some papers are pink or brown."""

_FINGER_MM = (9.0, 40.0)
"""How wide a finger covers the edge, thumb and two fingers included."""

_REACH_MM = 7.0
_ROUND = 0.85
_SMOOTH = 26.0


def has_fingers(picture: Pixels, paper: npt.NDArray[np.float64], dots_a_mm: float) -> bool:
    """Say whether fingers hold the paper: smooth, round patches of skin that come in from the edge."""
    shades = cv2.cvtColor(picture, cv2.COLOR_BGR2YCrCb)
    ground = cv2.cvtColor(np.array([[paper]], np.uint8), cv2.COLOR_BGR2YCrCb)[0, 0].astype(int)
    red = max(_SKIN_RED[0], int(ground[1]) + _REDDER)
    skin = cv2.inRange(shades, (40, red, _SKIN_BLUE[0]), (245, _SKIN_RED[1], _SKIN_BLUE[1]))
    skin = cv2.morphologyEx(skin, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(skin, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return any(_is_finger(outline, shades, dots_a_mm) for outline in outlines)


def _is_finger(outline: npt.NDArray[Any], shades: Pixels, dots_a_mm: float) -> bool:
    x, y, width, height = cv2.boundingRect(outline)
    rows, columns = shades.shape[:2]
    edge = 2 * dots_a_mm
    at_side = x < edge or x + width > columns - edge
    at_end = y < edge or y + height > rows - edge
    if at_side == at_end:  # not at the edge, or all around it
        return False
    wide, far = (height, width) if at_side else (width, height)
    if not (_FINGER_MM[0] <= wide / dots_a_mm <= _FINGER_MM[1] and _REACH_MM <= far / dots_a_mm <= 2 * _FINGER_MM[1]):
        return False
    if cv2.contourArea(outline) < _ROUND * cv2.contourArea(cv2.convexHull(outline)):
        return False
    mask = cv2.drawContours(np.zeros((rows, columns), np.uint8), [outline], -1, 255, cv2.FILLED)
    return float(shades[..., 0][mask > 0].std()) < _SMOOTH


# blur

_CONTRAST = 50
"""Grey levels that an edge must span to be judged."""

_AROUND_MM = 0.8
_LEAST_EDGES = 200


def sharpness_of(grey: Pixels, dots_a_mm: float) -> float:
    """Return how much of its contrast the edge of ink crosses in a millimetre; 0 where there are no edges.

    It is a ratio, so that pale print is not taken for blurred: in focus it is above 2, blurred by 0.4 mm below 1.
    """
    size = max(3, round(2 * _AROUND_MM * dots_a_mm) | 1)
    near = np.ones((size, size), np.uint8)
    contrast = cv2.subtract(cv2.dilate(grey, near), cv2.erode(grey, near))
    steep = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    contrast, steep = contrast[::2, ::2], steep[::2, ::2]
    edges = (contrast > _CONTRAST) & (steep > contrast // 5)
    if int(np.count_nonzero(edges)) < _LEAST_EDGES:
        return 0.0
    share = steep[edges].astype(np.float32) / contrast[edges]
    return float(np.percentile(share, 75)) / 2 * dots_a_mm


# a made-up tail

_TAIL = 0.03
"""Share of the height without grain at the end of a page that the scanner has filled up (DESIGN 6)."""

_FLAT = 2
_OFF = 20


def has_made_up_tail(picture: Pixels) -> bool:
    """Say whether the page ends in rows of one colour that is not the paper's, from edge to edge."""
    tail = max(3, round(len(picture) * _TAIL))
    grey = grey_of(picture).astype(np.int16)
    colour = int(np.median(grey[-tail:]))
    rows = np.abs(grey - colour).max(axis=1) <= _FLAT
    if not rows[-tail:].all() or rows.all():
        return False
    scanned = grey[: len(grey) - int(np.argmin(rows[::-1]))]
    if abs(colour - float(np.percentile(scanned[::2, ::4], 75))) < _OFF:  # white paper with nothing more on it
        return False
    before = scanned[-tail:]
    return all(np.abs(edge - colour).mean() > _OFF for edge in (before[:, :3], before[:, -3:]))
