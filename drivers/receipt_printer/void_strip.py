"""What is printed where half a slip may hang out: that it is none, and that the whole one follows."""

from __future__ import annotations

from PIL import Image

from drivers.receipt_printer.canvas import Canvas

_VOID = "Phiếu in dở, bỏ đi"
_LINES = ("Phần giấy in dở phía trên, nếu có, không dùng.", "Phiếu đúng in ngay sau đây.")
_ENGLISH = "An unfinished slip above is void. The right one follows."
_MARGIN = 16


def draw_void_strip(width: int) -> Image.Image:
    """Draw the strip ``width`` dots wide, in mode 1."""
    canvas = Canvas(width, _MARGIN)
    canvas.space(24)
    canvas.banner(_VOID, 36)
    canvas.space(12)
    for line in _LINES:
        canvas.text(line, 28, 600, centred=True)
    canvas.space(6)
    canvas.text(_ENGLISH, 24, 400, centred=True)
    canvas.space(24)
    return canvas.finish()
