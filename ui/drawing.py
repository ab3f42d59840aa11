"""How the pictures that are made at run time are made; all of it in the background."""

from __future__ import annotations

import io

import segno
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_PAPER_RATIO = 3
_TURNS = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
"""One, two and three quarters clockwise; Pillow counts the other way round."""


def decode_page(jpeg: bytes, width: int, turn: int = 0) -> QImage:
    """Decode a JPEG to a small picture, turned by quarters; runs outside the interpreter's lock.

    Raises OSError on a broken file.
    """
    across, down = width, _PAPER_RATIO * width
    with Image.open(io.BytesIO(jpeg)) as picture:
        picture.draft("RGB", (width, width))
        picture.thumbnail((down, across) if turn % 2 else (across, down))
        rgb = picture.convert("RGB")
    if turn:
        rgb = rgb.transpose(_TURNS[turn - 1])
    line = 3 * rgb.width
    return QImage(rgb.tobytes(), rgb.width, rgb.height, line, QImage.Format.Format_RGB888).copy()


def draw_code(text: str) -> QImage:
    """Draw a QR code, one pixel a module, with the quiet zone of four modules that readers need (ISO/IEC 18004)."""
    rows = tuple(segno.make(text, error="m", micro=False).matrix_iter(border=4))
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x, y, 0xFF000000)
    return image
