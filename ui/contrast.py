"""Measures contrast where the eye does: in the pixels that were drawn, never in the theme's numbers.

Words need 7 to 1 against their ground; the edge of what can be pressed, and a pictogram, 3 to 1 (WCAG 2, VISUAL).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import numpy as np
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from ui.accessibility import Node, tree
from ui.inspector import class_of, in_front, is_text, painted
from ui.items import rect_of

WORDS = 7.0
SHAPES = 3.0

_FEWEST = 8
"""So many pixels of one colour are a stroke; fewer are the soft edge of one."""

_NOTHING_DRAWN = 1.05
"""Below this to its left and right a control has no shape: it is known by its words alone."""

_OUTSIDE, _LINE, _LIP = 5, 13, 25
"""Pixels outside an edge, and inside it, in which its line is looked for; above and below, the face behind the lip."""

Pixel = int


@cache
def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the formula of WCAG


@cache
def _luminance(pixel: Pixel) -> float:
    red, green, blue = pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255
    return 0.2126 * _channel(red) + 0.7152 * _channel(green) + 0.0722 * _channel(blue)


def ratio(one: Pixel, other: Pixel) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class Picture:
    """The window as it was drawn."""

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(self._image.constBits(), np.uint32).reshape(self._image.height(), -1)
        self._pixels = rows[:, : self._image.width()]

    def colours(self, where: QRectF) -> Counter[Pixel]:
        """Count the pixels of each colour in every other row of a rectangle."""
        inside = where.toAlignedRect() & self._image.rect()
        rows, columns = slice(inside.top(), inside.bottom() + 1, 2), slice(inside.left(), inside.right() + 1)
        colours, counts = np.unique(self._pixels[rows, columns], return_counts=True)
        return Counter(dict(zip(colours.tolist(), counts.tolist(), strict=True)))

    def along(self, start: QPoint, step: QPoint, count: int) -> list[Pixel]:
        """Return the pixels on a straight way; what lies outside the picture is as the picture's rim."""
        height, width = self._pixels.shape
        steps = np.arange(count)
        rows = np.clip(start.y() + step.y() * steps, 0, height - 1)
        columns = np.clip(start.x() + step.x() * steps, 0, width - 1)
        found: list[Pixel] = self._pixels[rows, columns].tolist()
        return found


def find_faint(window: QQuickWindow) -> list[str]:
    """Return a sentence for each word, pictogram or edge that is hard to see."""
    picture = Picture(window.grabWindow())
    return [*_faint_words(window, picture), *_faint_edges(window, picture)]


def _strongest(colours: Counter[Pixel]) -> float:
    """Return the contrast between the ground, which is the commonest colour, and what stands out most from it."""
    (ground, _), *_rest = colours.most_common(1)
    return max(ratio(ground, pixel) for pixel, count in colours.items() if pixel == ground or count >= _FEWEST)


def _faint_words(window: QQuickWindow, picture: Picture) -> Iterator[str]:
    for item in in_front(window):
        words = is_text(item)
        if (not words and class_of(item) != "Icon") or not item.isEnabled():
            continue
        colours = picture.colours(painted(item) if words else rect_of(item))
        if colours and (seen := _strongest(colours)) < (WORDS if words else SHAPES):
            what = repr(str(item.property("text"))[:40]) if words else f"the pictogram {item.property('name')}"
            yield f"{what} stands out by {seen:.1f} to 1 only"


def _edges(node: Node, picture: Picture) -> Iterator[float]:
    where = node.where.toRect()
    middle = where.center()
    for start, step, inside in (
        (QPoint(where.left(), middle.y()), QPoint(1, 0), _LINE),
        (QPoint(where.right(), middle.y()), QPoint(-1, 0), _LINE),
        (QPoint(middle.x(), where.top()), QPoint(0, 1), _LIP),
        (QPoint(middle.x(), where.bottom()), QPoint(0, -1), _LIP),
    ):
        way = picture.along(start - step * _OUTSIDE, step, _OUTSIDE + inside)
        yield max(ratio(way[0], pixel) for pixel in way)


def _faint_edges(window: QQuickWindow, picture: Picture) -> Iterator[str]:
    for node in tree(window):
        if node.is_control:
            sides = list(_edges(node, picture))
            if max(sides[:2]) > _NOTHING_DRAWN and min(sides) < SHAPES:
                yield f"the edge of {node} stands out by {min(sides):.1f} to 1 only"
