"""Sharp letters over a soft ground: dark ink as one bit a dot, paper, stamps and pictures coarser."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from PIL import Image

from kiosk.documents.ink import enlarged
from kiosk.documents.pixels import (
    Pixels,
    Point,
    above,
    encode,
    grey_of,
    halved,
    level_box,
    most_and_least,
    strongest,
)
from kiosk.domain.page_version import Colour, Letters, Picture, Region

_INK = 0.74
"""Share of the paper's brightness below which a dot is ink."""

_SOME, _EVEN = 40, 0.68
"""Levels of light that ink must take to be judged, and how evenly black ink takes them: a pen 0.54, a stamp 0.3."""

_STROKE_MM = 2.5

_FILLED = 0.78
"""Share of the brightness around below which an area broader than a stroke is a picture, which stays in the ground."""

_AROUND_MM, _GAP_MM, _EDGE_MM = 60.0, 15.0, 1.5

_PURE = 40
"""Ink in a coarse dot, of 255, above which it tells the colour of the ink."""

_SPREAD = 5
_LITTLE = 0.02
_FLAT = 14
_SPECKS = 0.001
_INK_QUALITY = 45


@dataclass(frozen=True, slots=True)
class Parted:
    """A page in two: the mask of its dark ink, the ground at half its dots, the shades of the ink at an eighth."""

    mask: Pixels
    ground: Pixels
    ink: Pixels

    def levelled(self, middle: Point, size: Point, degrees: float) -> tuple[Pixels, Pixels]:
        """Return mask and shades within a box that lies askew; letters that are level are shown well by any reader."""
        coarse = self.ink.shape[1] / self.mask.shape[1]
        mask = level_box(self.mask, middle, size, degrees, soft=False)
        middle, size = (middle[0] * coarse, middle[1] * coarse), (size[0] * coarse, size[1] * coarse)
        return mask, level_box(self.ink, middle, size, degrees)

    @property
    def plain_ground(self) -> Colour | None:
        """Return the colour of the ground where it is paper and nothing else."""
        edge = max(1, min(self.ground.shape[:2]) // 40)
        inner = np.ascontiguousarray(self.ground[edge:-edge, edge:-edge])
        sample = inner[::4, ::4]
        middle = np.median(sample.reshape(sample.shape[0] * sample.shape[1], -1), axis=0)
        apart = cv2.absdiff(inner, middle if inner.ndim > 2 else middle[0])  # noqa: PLR2004 - colours or grey
        away = cv2.blur(apart if apart.ndim == 2 else strongest(apart), (3, 3))  # noqa: PLR2004
        if cv2.countNonZero(above(away, _FLAT)) > _SPECKS * away.size:
            return None
        red, green, blue = (int(value) for value in middle[::-1]) if len(middle) > 1 else (int(middle[0]),) * 3
        return red, green, blue


def part(pixels: Pixels, dpi: float) -> Parted:
    """Part a page's pixels (300 dots an inch or so) into dark ink and what is left: paper, stamps, pictures."""
    height, width = (length // 8 * 8 for length in pixels.shape[:2])
    pixels = pixels[:height, :width]
    half = halved(pixels)
    quarter = halved(half)
    paper = _paper_of(quarter, dpi / 4 / 25.4)
    paper_there = enlarged(paper, half)
    coloured = _coloured(half, paper_there) if pixels.ndim > 2 else np.zeros(half.shape, np.uint8)  # noqa: PLR2004
    limit = cv2.subtract(enlarged(_darkest(grey_of(paper), dpi / 4 / 25.4), half), coloured)
    grey = grey_of(pixels)
    mask = cv2.compare(grey, enlarged(limit, grey), cv2.CMP_LT)
    share = halved(mask)
    shades = _shades(*(grey_of(halved(picture)) for picture in (quarter, halved(share), paper)))
    covered = cv2.subtract(cv2.dilate(share, np.ones((3, 3), np.uint8)), coloured)
    cv2.copyTo(paper_there, covered, half)
    return Parted(mask, half, shades)


def _paper_of(picture: Pixels, dots_a_mm: float) -> Pixels:
    """Return the picture with its strokes painted over by what is around them; broad dark areas stay as they are."""
    stroke = max(3, round(_STROKE_MM * dots_a_mm) | 1)
    paper = cv2.dilate(picture, np.ones((stroke, stroke), np.uint8))
    return cv2.erode(paper, np.ones((stroke + 2, stroke + 2), np.uint8))


def _darkest(paper: Pixels, dots_a_mm: float) -> Pixels:
    """Return the level below which a dot is ink: never in pictures."""
    return cv2.subtract(cv2.convertScaleAbs(paper, alpha=_INK), _pictures(paper, dots_a_mm))


def _pictures(paper: Pixels, dots_a_mm: float) -> Pixels:
    """Return 255 where the paper is dark all over, to beyond the edge, and in between: a face among dark hair."""
    coarse = halved(halved(paper))
    around, edge, gap = (max(1, round(length * dots_a_mm)) for length in (_AROUND_MM / 4, _EDGE_MM, _GAP_MM))
    brightest = enlarged(cv2.dilate(coarse, np.ones((around, around), np.uint8)), paper)
    dark = cv2.compare(paper, cv2.convertScaleAbs(brightest, alpha=_FILLED), cv2.CMP_LT)
    dark = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    return cv2.dilate(dark, np.ones((2 * edge + 1, 2 * edge + 1), np.uint8))


def _coloured(picture: Pixels, paper: Pixels) -> Pixels:
    """Return 255 where ink has a colour: it takes more of one colour of the paper's light than of another."""
    most, least = most_and_least(cv2.subtract(paper, picture))
    coloured = cv2.bitwise_and(
        above(most, _SOME), cv2.compare(least, cv2.convertScaleAbs(most, alpha=_EVEN), cv2.CMP_LT)
    )
    coloured = cv2.morphologyEx(coloured, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return cv2.dilate(coloured, np.ones((3, 3), np.uint8))


def _shades(small: Pixels, share: Pixels, paper: Pixels) -> Pixels:
    """Take the paper's part out of the shade of mixed dots, and spread what is left softly around."""
    pure = above(share, _PURE)
    if not cv2.countNonZero(pure):
        return np.zeros_like(share)
    of_ink = np.maximum(share, 1).astype(np.float32) / 255
    found = np.clip((small - paper * (1 - of_ink)) / of_ink, 0, 255)
    usual = np.median(found[pure > 0])
    known = (pure > 0).astype(np.float32)
    reach = (_SPREAD, _SPREAD)
    shades = (cv2.blur(found * known, reach) + _LITTLE * usual) / (cv2.blur(known, reach) + _LITTLE)
    return np.clip(shades, 0, 255).astype(np.uint8)


def letters_of(mask: Pixels, shades: Pixels, region: Region) -> Letters:
    """Return the letters for a PDF, in the shades of their ink."""
    height, width = mask.shape
    return Letters(_group4(mask), width, height, picture_of(shades, _INK_QUALITY, grey=True), region)


def picture_of(pixels: Pixels, quality: int, *, grey: bool) -> Picture:
    """Encode pixels as a picture for a PDF."""
    pixels = grey_of(pixels) if grey else pixels
    return Picture(encode(pixels, quality), pixels.shape[1], pixels.shape[0], grey)


def _group4(mask: Pixels) -> bytes:
    """Encode a mask as CCITT group 4, in one strip."""
    out = BytesIO()
    image = Image.frombytes("1", mask.shape[::-1], mask.tobytes(), "raw", "1;8")
    image.save(out, "TIFF", compression="group4", tiffinfo={_ROWS_A_STRIP: image.height})
    with Image.open(out) as tiff:
        (begins,), (length,) = tiff.tag_v2[_STRIP_OFFSETS], tiff.tag_v2[_STRIP_LENGTHS]  # type: ignore[attr-defined]
    return out.getvalue()[begins : begins + length]


_STRIP_OFFSETS, _ROWS_A_STRIP, _STRIP_LENGTHS = 273, 278, 279
"""Tags of TIFF 6.0."""
