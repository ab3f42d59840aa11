"""Between a page's JPEG and its pixels: rows × columns, colours in the order of OpenCV (blue, green, red)."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[Any]
"""Levels from 0 to 255; OpenCV's types do not tell that its answers are bytes as well."""

Point = tuple[float, float]
"""Along the rows, down the columns."""

cv2.setNumThreads(1)  # pages are worked on side by side; OpenCV's own threads would only get in their way

_REDUCED = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}

_LEVEL = 0.02
"""Degrees of skew below which a picture is level: half a dot across a page at 75 dots an inch."""


def decode(jpeg: bytes, reduced: int = 1) -> Pixels:
    """Decode a JPEG to colours, at a half, a quarter or an eighth of its size. Raises ValueError when it is none."""
    pixels = cv2.imdecode(np.frombuffer(jpeg, np.uint8), _REDUCED[reduced] | cv2.IMREAD_IGNORE_ORIENTATION)
    if pixels is None:
        raise ValueError("not a JPEG")
    return np.asarray(pixels, np.uint8)


def encode(pixels: Pixels, quality: int) -> bytes:
    """Encode grey or colours as JPEG."""
    done, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    if not done:
        raise ValueError("pixels that cannot be encoded")
    return jpeg.tobytes()


def grey_of(pixels: Pixels) -> Pixels:
    """Return the brightness of a picture."""
    return pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004


def above(pixels: Pixels, level: float) -> Pixels:
    """Return 255 where a picture is brighter than the level, otherwise 0."""
    return cv2.threshold(pixels, level, 255, cv2.THRESH_BINARY)[1]


def below(pixels: Pixels, level: float) -> Pixels:
    """Return 255 where a picture is not brighter than the level, otherwise 0."""
    return cv2.threshold(pixels, level, 255, cv2.THRESH_BINARY_INV)[1]


def strongest(pixels: Pixels) -> Pixels:
    """Return the highest level of each dot among its colours."""
    blue, green, red = cv2.split(pixels)
    return cv2.max(cv2.max(blue, green), red)


def weakest(pixels: Pixels) -> Pixels:
    """Return the lowest level of each dot among its colours."""
    blue, green, red = cv2.split(pixels)
    return cv2.min(cv2.min(blue, green), red)


def most_and_least(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """Return the highest and the lowest level of each dot among its colours."""
    blue, green, red = cv2.split(pixels)
    return cv2.max(cv2.max(blue, green), red), cv2.min(cv2.min(blue, green), red)


def halved(pixels: Pixels) -> Pixels:
    """Return a picture at half its size."""
    size = (max(1, pixels.shape[1] // 2), max(1, pixels.shape[0] // 2))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def levelled(pixels: Pixels, degrees: float, *, soft: bool = True) -> Pixels:
    """Turn a picture about its middle, back by the clockwise skew that was found; ``soft`` mixes neighbours for it."""
    if abs(degrees) < _LEVEL:
        return pixels
    height, width = pixels.shape[:2]
    return level_box(pixels, (width / 2, height / 2), (width, height), degrees, soft=soft)


def level_box(pixels: Pixels, middle: Point, size: Point, degrees: float, *, soft: bool = True) -> Pixels:
    """Cut out the box about this middle that lies askew, and set it level; outside of the picture there is black."""
    turn = cv2.getRotationMatrix2D(middle, degrees, 1)
    turn[:, 2] += np.array((size[0] / 2 - middle[0], size[1] / 2 - middle[1]))
    way = cv2.INTER_LINEAR if soft else cv2.INTER_NEAREST
    return cv2.warpAffine(pixels, turn, (max(1, round(size[0])), max(1, round(size[1]))), flags=way)
