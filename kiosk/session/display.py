"""How the screen is to look for this citizen: colours, height, motion. Forgotten with everything else at the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Contrast(StrEnum):
    """The palettes: the house's own, and two of high contrast."""

    NORMAL = "normal"
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Display:
    """``lowered`` brings all that is pressed into the reach of somebody who sits; without ``motion`` nothing slides."""

    contrast: Contrast = Contrast.NORMAL
    lowered: bool = False
    motion: bool = True


USUAL = Display()
"""The house's own look."""
