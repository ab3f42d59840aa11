"""ESC/POS as far as a slip needs it: what is sent (Epson's command reference). What comes back is in ``answers``."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image

INITIALISE = b"\x1b@"
CONFIRM = b"\x1dr\x01"
"""``GS r 1``: asks for the paper sensor, and is answered in its turn only: after everything before it was done."""

REPORT_CHANGES = b"\x1da\x0e"
"""``GS a``: from now on tell of each change of online, error and paper by itself (Automatic Status Back)."""

RECOVER = b"\x10\x05\x02"
"""``DLE ENQ 2``: recover from an error of the cutter, and forget what waits."""

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""``DLE DC4 8``: forget what waits, at once and whatever is wrong."""

CUTS = {"partial": b"\x1dVB\x00", "full": b"\x1dVA\x00"}
"""``GS V`` functions 66 and 65: feed to the knife, then cut."""

BAND = 200
"""Dot lines sent at once: a break is noticed within 25 mm of paper."""

_HEAD = 8
"""Bytes of a ``GS v 0`` before its dots."""

_AT_ONCE = ((b"\x10\x04", b"\x10\x0c"), (b"\x10\x05", b"\x10\x0d"), (b"\x10\x14", b"\x10\x1c"))
"""What printers obey at once, also in the middle of a picture, and the same with one dot more."""


def ask(kind: int) -> bytes:
    """Return ``DLE EOT n``: 1 printer, 2 offline cause, 3 error, 4 paper. Answered at once, even when offline."""
    return bytes((0x10, 0x04, kind))


def raster(image: Image.Image) -> Iterator[bytes]:
    """Yield ``GS v 0`` commands for a one-bit picture, in bands from the top."""
    ink = np.packbits(~np.asarray(image.convert("1")), axis=1)
    for top in range(0, image.height, BAND):
        band = ink[top : top + BAND]
        down, across = band.shape
        yield b"\x1dv0\x00" + across.to_bytes(2, "little") + down.to_bytes(2, "little") + _only_dots(band.tobytes())


def rest_of_a_band(width: int) -> bytes:
    """Return white that is enough for a band that was broken off: until it has all its dots a printer obeys nothing."""
    return bytes(_HEAD + width // 8 * BAND)


def _only_dots(dots: bytes) -> bytes:
    for command, picture in _AT_ONCE:
        dots = dots.replace(command, picture)
    return dots
