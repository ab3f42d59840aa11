"""A scanned side of a sheet, what was measured on it, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.page_version import Version


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
class Paper:
    """Where the paper lies in the picture: centre and size in pixels, its edges turned by the page's skew."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on a page. Lengths in pixels of its JPEG, angles in degrees, clockwise positive, as found.

    ``upright`` is the clockwise quarter turn that would set it upright, 0 where the print does not tell for sure;
    ``x_height`` the height of the small letters of its smallest print, 0 without print; ``sharpness`` how much of its
    contrast an edge crosses in a millimetre. ``fingerprint`` serves to find the same page again.
    """

    skew_deg: float
    upright: int
    paper: Paper
    sharpness: float
    x_height: float
    has_colour: bool
    has_picture: bool
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """One side as the scanner saw it: a JPEG at ``dpi`` dots an inch, kept in memory only.

    ``sheet`` counts from 1 in the order of the feeder; ``width`` and ``height`` are in pixels. ``turn`` is how many
    quarters, clockwise, it is shown turned (0 to 3): as its print stands, then as the citizen wants it; the JPEG stays
    as it is. ``versions`` are smaller ones for the PDF, better ones first, made while the next side was scanned.
    """

    jpeg: bytes
    width: int
    height: int
    dpi: int
    sheet: int
    side: Side
    problems: frozenset[PageProblem] = frozenset()
    turn: int = 0
    measures: Measures | None = None
    versions: tuple[Version, ...] = ()
