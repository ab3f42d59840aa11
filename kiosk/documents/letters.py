"""Sharp letters over a soft ground: ink as one bit a dot at full resolution, paper and colours coarse."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from PIL import Image

from kiosk.documents.pixels import Pixels, above, encode, grey_of, strongest
from kiosk.domain.page_version import Colour, Letters, Picture

_INK = 0.74
"""Share of the paper's brightness below which a dot is ink."""

_STROKE_MM, _PATCH_MM = 2.5, 3.0
_PATCH = 180
"""Ink in a patch, of 255, above which it is a picture, which stays in the ground."""

_PURE = 64
"""Ink in a coarse dot, of 255, above which it tells the colour of the ink."""

_SPREAD = 5
_LITTLE = 0.02
_FLAT = 14
_SPECKS = 0.001
_COARSE_DPI = 100
_INK_QUALITY = 45


@dataclass(frozen=True, slots=True)
class Parted:
    """A page in two: the mask of its ink, the colours of the ground at ``_COARSE_DPI`` and of the ink at half."""

    mask: Pixels
    ground: Pixels
    ink: Pixels

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
    """Part a page's pixels (300 dots an inch or so) into its ink and what is left of it."""
    factor = max(1, round(dpi / _COARSE_DPI))
    height, width = (length // factor * factor for length in pixels.shape[:2])
    pixels = pixels[:height, :width]
    size = (width // factor, height // factor)
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    dots_a_mm = dpi / factor / 25.4
    mask = _ink_mask(grey_of(pixels), grey_of(small), dots_a_mm)
    share = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    ground = _without_ink(small, share, dots_a_mm)
    return Parted(mask, ground, _ink_alone(small, share, ground))


def _without_ink(small: Pixels, share: Pixels, dots_a_mm: float) -> Pixels:
    """Put the paper's colour from around in the place of ink."""
    stroke = max(3, round(_STROKE_MM * dots_a_mm) | 1)
    paper = cv2.blur(cv2.dilate(small, np.ones((stroke, stroke), np.uint8)), (stroke, stroke))
    return cv2.copyTo(paper, cv2.dilate(share, np.ones((3, 3), np.uint8)), small.copy())


def _ink_alone(small: Pixels, share: Pixels, ground: Pixels) -> Pixels:
    """Take the ground's part out of the colour of mixed dots; return it at half the size, softly spread around."""
    pure = share > _PURE
    if not pure.any():
        return np.zeros((1, 1, *small.shape[2:]), np.uint8)
    of_ink = share[pure].astype(np.float32) / 255
    of_ink = of_ink[:, None] if small.ndim > 2 else of_ink  # noqa: PLR2004 - colours or grey
    found = np.clip((small[pure] - ground[pure] * (1 - of_ink)) / of_ink, 0, 255)
    ink = np.zeros(small.shape, np.float32)
    ink[pure] = found
    spread = _spread(ink)
    known = _spread(pure.astype(np.float32)) + _LITTLE
    usual = np.median(found[::7], axis=0) * _LITTLE
    return np.clip((spread + usual) / (known[..., None] if small.ndim > 2 else known), 0, 255).astype(np.uint8)  # noqa: PLR2004


def _spread(levels: Pixels) -> Pixels:
    size = (max(1, levels.shape[1] // 2), max(1, levels.shape[0] // 2))
    return cv2.blur(cv2.resize(levels, size, interpolation=cv2.INTER_AREA), (_SPREAD, _SPREAD))


def _ink_mask(grey: Pixels, small: Pixels, dots_a_mm: float) -> Pixels:
    """Return 255 where there is ink, 0 in pictures and on paper."""
    stroke = max(3, round(_STROKE_MM * dots_a_mm) | 1)
    paper = cv2.blur(cv2.dilate(small, np.ones((stroke, stroke), np.uint8)), (3 * stroke, 3 * stroke))
    size = (grey.shape[1], grey.shape[0])
    limit = cv2.convertScaleAbs(paper, alpha=_INK)
    patch = max(3, round(_PATCH_MM * dots_a_mm))
    full = above(cv2.blur(cv2.compare(small, limit, cv2.CMP_LT), (patch, patch)), _PATCH)
    around = 2 * patch + 1  # to beyond the picture's edge
    limit[cv2.dilate(full, np.ones((around, around), np.uint8)) > 0] = 0
    return cv2.compare(grey, cv2.resize(limit, size, interpolation=cv2.INTER_LINEAR), cv2.CMP_LT)


def letters_of(parted: Parted, *, grey: bool) -> Letters:
    """Return the letters for a PDF, in one shade or in the colours of their ink."""
    height, width = parted.mask.shape
    ink: Picture | Colour
    if grey:
        shade = int(np.median(grey_of(parted.ink)))
        ink = (shade, shade, shade)
    else:
        ink = picture_of(parted.ink, _INK_QUALITY, grey=False)
    return Letters(_group4(parted.mask), width, height, ink)


def picture_of(pixels: Pixels, quality: int, *, grey: bool) -> Picture:
    """Encode pixels as a picture for a PDF."""
    pixels = grey_of(pixels) if grey else pixels
    return Picture(encode(pixels, quality), pixels.shape[1], pixels.shape[0], grey)


def _group4(mask: Pixels) -> bytes:
    """Encode a mask as CCITT group 4, in one strip."""
    out = BytesIO()
    image = Image.fromarray(mask).convert("1", dither=Image.Dither.NONE)
    image.save(out, "TIFF", compression="group4", tiffinfo={_ROWS_A_STRIP: image.height})
    with Image.open(out) as tiff:
        (begins,), (length,) = tiff.tag_v2[_STRIP_OFFSETS], tiff.tag_v2[_STRIP_LENGTHS]  # type: ignore[attr-defined]
    return out.getvalue()[begins : begins + length]


_STRIP_OFFSETS, _ROWS_A_STRIP, _STRIP_LENGTHS = 273, 278, 279
"""Tags of TIFF 6.0."""
