"""A page made smaller for its PDF: one picture, or sharp letters over a soft ground."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green, blue."""

Region = tuple[float, float, float, float]
"""Part of a picture: left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG, grey or in colours, that covers the version's region."""

    jpeg: bytes
    width: int
    height: int
    grey: bool


@dataclass(frozen=True, slots=True)
class Letters:
    """Where dark ink is, one bit a dot as CCITT group 4 (ITU-T T.6), and its shades, coarse.

    They are level already: ``region`` is a part of the picture that was levelled about the middle of its paper.
    """

    mask: bytes
    width: int
    height: int
    ink: Picture
    region: Region


@dataclass(frozen=True, slots=True)
class Version:
    """One way to put a page into a PDF. ``level`` counts from 0, the page untouched, to worse.

    ``region`` is the part of the page's picture that its ground shows. The ``least`` is one below which nothing is
    legible.
    """

    level: int
    region: Region
    ground: Picture | Colour
    letters: Letters | None = None
    least: bool = False

    @property
    def size(self) -> int:
        """Bytes that it takes in the PDF, what is written around it included."""
        size = _AROUND
        if isinstance(self.ground, Picture):
            size += len(self.ground.jpeg)
        if self.letters is not None:
            size += len(self.letters.mask) + len(self.letters.ink.jpeg)
        return size


_AROUND = 900
"""Bytes of objects and cross-references for one page, rounded up."""
