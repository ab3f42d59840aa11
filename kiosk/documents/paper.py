"""Where the paper lies in the picture: what the scanner shows around it is cut away, folded corners are noticed."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.documents.pixels import Pixels, above, grey_of, strongest
from kiosk.domain.page import Paper

_APART = 28
"""Levels in any colour by which the backing must differ from the paper."""

_LEAST_BACKING = 0.003
"""Share of the picture that the backing must fill to be taken for one."""

_LEAST_PAPER = 0.08
_FULL = 0.9
"""Share of the box around the paper that must be paper: anything else is no sheet."""

_CORNER_MM = (6.0, 60.0)
"""Legs of a corner that counts as missing."""

_LOPSIDED = 4.0
_EDGE_MM = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper's outline and mask in the picture, at its scale; ``mask`` is 255 on paper, 0 on the backing."""

    mask: Pixels
    outline: npt.NDArray[np.float32]
    angle: float


def sheet_in(picture: Pixels, paper: npt.NDArray[np.float64], dots_a_mm: float) -> Sheet | None:
    """Return the sheet of this colour when something else is seen around it, None when it fills the picture."""
    soft = cv2.blur(picture, (3, 3))
    apart = above(strongest(cv2.absdiff(soft, paper)), _APART) // 255
    backing = _from_the_border(apart)
    if backing.mean() < _LEAST_BACKING:
        return None
    thick = max(3, round(_EDGE_MM * dots_a_mm) | 1)
    mask = cv2.morphologyEx(1 - backing, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    box = cv2.minAreaRect(outline)
    area, (_, (width, height), angle) = cv2.contourArea(outline), box
    if area < _LEAST_PAPER * mask.size or area < _FULL * width * height:
        return None
    alone = cv2.drawContours(np.zeros_like(mask), [outline], -1, 255, cv2.FILLED)
    return Sheet(np.asarray(alone, np.uint8), outline[:, 0].astype(np.float32), (angle + 45) % 90 - 45)


def paper_colour(picture: Pixels) -> npt.NDArray[np.float64]:
    """Return the colour of most of what is bright in the middle of the picture."""
    height, width = picture.shape[:2]
    middle = picture[height // 6 : height - height // 6 : 3, width // 6 : width - width // 6 : 3]
    grey = grey_of(np.ascontiguousarray(middle))
    bright = middle[grey >= np.percentile(grey, 60)]
    return np.asarray(np.median(bright.reshape(-1, 3), axis=0))


def _from_the_border(apart: Pixels) -> Pixels:
    """Return what hangs together with the border of the picture."""
    height, width = apart.shape
    walled = cv2.copyMakeBorder(apart, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    cv2.floodFill(walled, None, (0, 0), 2)
    return np.asarray(walled[1 : height + 1, 1 : width + 1] == 2, np.uint8)  # noqa: PLR2004 - the mark of the flood


def paper_of(sheet: Sheet | None, size: tuple[int, int], skew: float, scale: float) -> Paper:
    """Return the box of the paper at this skew; ``size`` is the picture's width and height, ``scale`` enlarges all."""
    width, height = size
    if sheet is None:
        return Paper(width * scale / 2, height * scale / 2, width * scale, height * scale)
    turn = np.radians(skew)
    across, down = np.array((np.cos(turn), np.sin(turn))), np.array((-np.sin(turn), np.cos(turn)))
    left, right = np.percentile(sheet.outline @ across, (0.5, 99.5))
    top, bottom = np.percentile(sheet.outline @ down, (0.5, 99.5))
    x, y = across * (left + right) / 2 + down * (top + bottom) / 2
    return Paper(float(x) * scale, float(y) * scale, float(right - left) * scale, float(bottom - top) * scale)


def misses_corner(sheet: Sheet | None, skew: float, dots_a_mm: float) -> bool:
    """Say whether a corner of the paper is folded away or torn off: a triangle of backing within the paper's box."""
    if sheet is None:
        return False
    height, width = sheet.mask.shape
    paper = paper_of(sheet, (width, height), skew, 1.0)
    turn = cv2.getRotationMatrix2D((paper.x, paper.y), skew, 1)
    turn[:, 2] += np.array((paper.width / 2 - paper.x, paper.height / 2 - paper.y))
    size = (max(1, round(paper.width)), max(1, round(paper.height)))
    inside = cv2.warpAffine(sheet.mask, turn, size, borderMode=cv2.BORDER_REPLICATE)
    missing = np.asarray(inside < 128, np.uint8)  # noqa: PLR2004 - half covered
    edge = max(1, round(_EDGE_MM * dots_a_mm))
    missing = missing[edge:-edge, edge:-edge]
    return any(
        _is_corner(flipped, dots_a_mm) for flipped in (missing, missing[::-1], missing[:, ::-1], missing[::-1, ::-1])
    )


def _is_corner(missing: Pixels, dots_a_mm: float) -> bool:
    if not missing.size or not missing[0, 0]:
        return False
    least, most = (length * dots_a_mm for length in _CORNER_MM)
    across, down = (_length(edge) for edge in (missing[0], missing[:, 0]))
    if not (least <= across <= most and least <= down <= most and max(across, down) < _LOPSIDED * min(across, down)):
        return False
    filled = float(missing[: int(down), : int(across)].mean())
    return 0.3 < filled < 0.75  # noqa: PLR2004 - about a triangle


def _length(edge: Pixels) -> int:
    """Return how many pixels are set from the beginning."""
    return int(np.argmin(edge)) if not edge.all() else len(edge)
