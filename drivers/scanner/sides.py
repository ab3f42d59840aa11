"""From the raw pixels of a side to a page, with a check whether all of the side is there."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image

from drivers.scanner.frames import FrameError
from drivers.scanner.messages import SideRead
from kiosk.domain.page import Page, PageProblem, Side

QUALITY = 88
"""JPEG quality of the page in memory: text at 300 dots an inch shows no artefacts, a side stays below 1 MB."""

_MISSING = 0.03
"""Share of the expected height that may be missing before a side counts as cut off."""

_TAIL = 0.08
"""Share of the height that must be without grain to count as padding."""

_HONEST = 0.6
"""Share of rows without grain in the rest of the side above which the device itself makes paper flat."""


def page_of(pixels: bytes, described: SideRead, where: tuple[int, Side], dpi: int) -> Page:
    """Make a page of raw pixels; ``where`` is its sheet and side. Raises FrameError when the pixels do not fit."""
    if len(pixels) != described.size:
        raise FrameError(f"{len(pixels)} bytes of pixels instead of {described.size}")
    image = Image.frombytes(described.mode, (described.width, described.height), pixels)
    problems = {PageProblem.TRUNCATED} if is_cut_off(image, described.expected_height) else set()
    out = BytesIO()
    image.save(out, "JPEG", quality=QUALITY, dpi=(dpi, dpi))
    return Page(out.getvalue(), image.width, image.height, dpi, *where, frozenset(problems))


def is_cut_off(image: Image.Image, expected_height: int) -> bool:
    """Say whether a side is shorter than the device promised, or ends in padding (DESIGN 6).

    Padding has no grain at all while the paper above it has some; a page that is flat all over is an honest blank from
    a device that turns paper to pure white.
    """
    if expected_height > 0 and image.height < expected_height * (1 - _MISSING):
        return True
    rows = np.asarray(image.convert("L"))[:, ::8].astype(np.int16)
    flat = rows.max(axis=1) == rows.min(axis=1)
    tail = max(2, round(len(rows) * _TAIL))
    return bool(flat[-tail:].all() and not flat[:-tail].mean() > _HONEST)
