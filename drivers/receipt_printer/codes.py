"""QR codes and Code 128 as one-bit pictures, every module a whole number of dots."""

from __future__ import annotations

import barcode
import segno
from PIL import Image

_QUIET = 10
"""Modules of white that Code 128 needs on either side (ISO/IEC 15417)."""


def qr_code(text: str, dots: int) -> Image.Image:
    """Draw a QR code of error correction M with its quiet zone of four modules."""
    code = segno.make_qr(text, error="m", boost_error=False)
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(scale=dots, border=4)]
    return Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows)).convert("1", dither=Image.Dither.NONE)


def code_128(text: str, room: int, height: int) -> Image.Image | None:
    """Draw a Code 128 with the widest bars that fit into ``room`` dots; None when two dots a bar are too wide."""
    modules = barcode.get("code128", text).build()[0]
    dots = room // (len(modules) + 2 * _QUIET)
    if dots < 2:  # noqa: PLR2004 - bars of one dot bleed together on thermal paper
        return None
    quiet = "0" * _QUIET
    row = bytes(0 if bar == "1" else 255 for bar in f"{quiet}{modules}{quiet}" for _ in range(dots))
    return Image.frombytes("L", (len(row), height), row * height).convert("1", dither=Image.Dither.NONE)
