"""ESC/POS as far as a slip needs it: raster, cut, and what the status bytes mean (Epson's command reference)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from kiosk.domain.slip import PrintFault

INITIALISE = b"\x1b@"
CUT = b"\x1dVB\x00"
CONFIRM = b"\x1dr\x01"
CLEAR = b"\x10\x05\x02"
"""``DLE ENQ 2``: recover from an error and forget what waits in the buffer, so that no half slip comes out later."""

_FIXED_BITS, _FIXED_VALUE = 0b10010011, 0b00010010

BAND = 200
"""Dot lines sent at once: a break is noticed within 25 mm of paper."""


def ask(kind: int) -> bytes:
    """Return ``DLE EOT n``: 1 printer, 2 offline cause, 3 error, 4 paper. Answered at once, even when offline."""
    return bytes((0x10, 0x04, kind))


def raster(image: Image.Image) -> Iterator[bytes]:
    """Yield ``GS v 0`` commands for a one-bit picture, in bands from the top."""
    ink = np.packbits(~np.asarray(image.convert("1")), axis=1)
    for top in range(0, image.height, BAND):
        band = ink[top : top + BAND]
        down, across = band.shape
        yield b"\x1dv0\x00" + across.to_bytes(2, "little") + down.to_bytes(2, "little") + band.tobytes()


@dataclass(frozen=True, slots=True)
class Status:
    """What four status bytes say. ``fault`` is the first thing that keeps the printer from printing."""

    fault: PrintFault | None
    paper_low: bool


def is_status(byte: int) -> bool:
    """Say whether a byte can be an answer to ``DLE EOT``: bits 1 and 4 are set, bits 0 and 7 are not."""
    return byte & _FIXED_BITS == _FIXED_VALUE


def read_status(printer: int, offline: int, error: int, paper: int) -> Status:
    """Read the answers to ``DLE EOT`` 1 to 4."""
    fault: PrintFault | None = None
    if offline & 0x04:
        fault = PrintFault.COVER_OPEN
    elif paper & 0x60 or offline & 0x20:
        fault = PrintFault.PAPER_OUT
    elif error & 0x08:
        fault = PrintFault.CUTTER_ERROR
    elif error & 0x40:
        fault = PrintFault.OVERHEATED
    elif printer & 0x08:
        fault = PrintFault.OFFLINE
    return Status(fault, paper_low=bool(paper & 0x0C))
