"""A scanned side of a sheet, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageProblem(StrEnum):
    """A finding on a page that the citizen is asked about; a page is never dropped for it."""

    DARK = "dark"
    BLURRED = "blurred"
    GLARE = "glare"
    CUT_CORNER = "cut_corner"
    FINGERS = "fingers"
    DUPLICATE = "duplicate"
    BLANK = "blank"
    TRUNCATED = "truncated"
    LOW_RESOLUTION = "low_resolution"


class Side(StrEnum):
    """Which side of the sheet."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Page:
    """One side as the scanner saw it: a JPEG at ``dpi`` dots an inch, kept in memory only.

    ``sheet`` counts from 1 in the order of the feeder; ``width`` and ``height`` are in pixels. ``turn`` is how many
    quarters, clockwise, the citizen wants to see it turned (0 to 3); the JPEG stays as it is.
    """

    jpeg: bytes
    width: int
    height: int
    dpi: int
    sheet: int
    side: Side
    problems: frozenset[PageProblem] = frozenset()
    turn: int = 0
