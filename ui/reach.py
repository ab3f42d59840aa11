"""How high a hand may have to reach, and how large things are in millimetres.

EN 301 549 (8.3.2): what is pressed lies at most 1,220 mm above the floor. The install guide asks that the picture of a
panel begins 750 mm above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from PySide6.QtQuick import QQuickWindow

from ui.inspector import in_front
from ui.items import can_act, rect_of

REACH_MM = 1220.0
EDGE_MM = 750.0
SHORT_SIDE = 1080
LONG_SIDE = 1920
_INCH_MM = 25.4


def millimetres(pixels: float, inches: float) -> float:
    """Return the length of so many pixels of the 1080 × 1920 page on a panel of this diagonal."""
    return pixels * inches * _INCH_MM / hypot(SHORT_SIDE, LONG_SIDE)


def reach_line(inches: float, *, portrait: bool) -> int:
    """Return how far below the picture's top the reach ends; 0 where all of the picture can be reached."""
    height = LONG_SIDE if portrait else SHORT_SIDE
    return max(0, round(height - (REACH_MM - EDGE_MM) / millimetres(1, inches)))


def out_of_reach(window: QQuickWindow, line: float) -> Iterator[str]:
    """Yield a sentence for each thing to press that begins above the line, which is in pixels of the page."""
    scale = min(window.width(), window.height()) / SHORT_SIDE
    for item in in_front(window):
        if item.objectName() and can_act(item) and item.width() > 0:
            top = rect_of(item).top() / scale
            if top < line - 0.5:
                yield f"{item.objectName()} begins at {top:.0f}, above the reach line at {line:.0f}"
