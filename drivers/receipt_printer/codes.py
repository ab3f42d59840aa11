"""QR codes and Code 128 as one-bit pictures, every module a whole number of dots."""

from __future__ import annotations

import barcode
import segno
from PIL import Image

MODULE = 6
"""Dots of a module of a QR code (0.75 mm): what an old telephone reads from a slip that was folded."""

_SMALLEST = 3
_QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""

_BAR = 2
"""Dots of the narrowest bar: bars of one dot bleed together on thermal paper."""


def qr_code(text: str, room: int) -> Image.Image:
    """Draw a QR code of error correction M with its quiet zone, in modules of six dots, of fewer where it must be.

    ``room`` in dots. Raises ValueError when not even modules of three dots fit.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    dots = min(MODULE, room // int(code.symbol_size(border=_QUIET)[0]))
    if dots < _SMALLEST:
        raise ValueError(f"a QR code of {len(text)} characters is too wide for {room} dots; shorten the address")
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(border=_QUIET)]
    modules = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows))
    larger = modules.resize((modules.width * dots, modules.height * dots), Image.Resampling.NEAREST)
    return larger.convert("1", dither=Image.Dither.NONE)


def code_128(text: str, room: int, height: int) -> Image.Image | None:
    """Draw a Code 128 without its quiet zone, which is the white edge that no printer reaches; None if too wide.

    ``room`` and ``height`` in dots.
    """
    modules = barcode.get("code128", text).build()[0]
    dots = room // len(modules)
    if dots < _BAR:
        return None
    row = bytes(0 if bar == "1" else 255 for bar in modules for _ in range(dots))
    return Image.frombytes("L", (len(row), height), row * height).convert("1", dither=Image.Dither.NONE)
