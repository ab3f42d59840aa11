"""A page made smaller for its PDF: one picture, or sharp letters over a soft ground."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green, blue."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG, grey or in colours, that covers the version's region."""

    jpeg: bytes
    width: int
    height: int
    grey: bool


@dataclass(frozen=True, slots=True)
class Letters:
    """Where ink is, one bit a dot as CCITT group 4 (ITU-T T.6), and what colour it has there."""

    mask: bytes
    width: int
    height: int
    ink: Picture | Colour


@dataclass(frozen=True, slots=True)
class Version:
    """One way to put a page into a PDF. ``level`` counts from 0, the page untouched, to worse.

    ``region`` is the part of the page's picture that it shows: left, top, right, bottom in pixels.
    """

    level: int
    region: tuple[int, int, int, int]
    ground: Picture | Colour
    letters: Letters | None = None

    @property
    def size(self) -> int:
        """Bytes that it takes in the PDF, what is written around it included."""
        size = _AROUND
        if isinstance(self.ground, Picture):
            size += len(self.ground.jpeg)
        if self.letters is not None:
            size += len(self.letters.mask)
            size += len(self.letters.ink.jpeg) if isinstance(self.letters.ink, Picture) else 0
        return size


_AROUND = 900
"""Bytes of objects and cross-references for one page, rounded up."""
