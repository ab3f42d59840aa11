"""What all A4 sheets share: Be Vietnam Pro embedded, PDF/A-2b, the same bytes for the same content."""

from __future__ import annotations

from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro
import pikepdf
import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from kiosk.documents.archive import archived

FONT, BOLD = "Form", "Form-Bold"
MARGINS = {"leftMargin": 25 * mm, "rightMargin": 18 * mm, "topMargin": 12 * mm, "bottomMargin": 15 * mm}
"""Points; more on the left, where sheets are bound."""

PADDING = 6
"""What ReportLab leaves free inside a frame and inside a table's cell, in points."""

WIDTH = A4[0] - MARGINS["leftMargin"] - MARGINS["rightMargin"] - 2 * PADDING
"""Points from margin to margin."""

CELLS = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTNAME", (0, 0), (-1, -1), FONT)]
"""Without a font's name ReportLab sets Helvetica, which PDF/A forbids as it is not embedded."""

_QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


@cache
def register_fonts() -> None:
    """Make the typeface known to ReportLab; before the first measure of a text."""
    folder = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
    for name, file in ((FONT, "Regular"), (BOLD, "Bold"), ("Form-Italic", "Italic"), ("Form-Both", "BoldItalic")):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"BeVietnamPro-{file}.ttf")))
    pdfmetrics.registerFontFamily(FONT, FONT, BOLD, "Form-Italic", "Form-Both")


def rich(text: str) -> str:
    """Return plain text as ReportLab's markup."""
    return escape(text, quote=False).replace("\n", "<br/>")


def balanced(text: str, style: ParagraphStyle) -> Paragraph:
    """Return a heading whose lines are about equally long, so that no word stands alone."""
    lines = _filled(text, style, WIDTH)
    low, high = WIDTH / len(lines), WIDTH
    while high - low > 1:
        middle = (low + high) / 2
        if len(_filled(text, style, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return Paragraph(rich("\n".join(_filled(text, style, high))), style)


def _filled(text: str, style: ParagraphStyle, room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or pdfmetrics.stringWidth(longer, style.fontName, style.fontSize) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def make_pdf(story: list[Any], title: str, foot: str = "") -> bytes:
    """Return the flowables as a PDF for the archive; at the foot of each page its number, and a sentence or none."""

    def finish_page(canvas: Any, page: Any) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(MARGINS["leftMargin"] + PADDING, 8 * mm, foot)
        canvas.drawRightString(A4[0] - MARGINS["rightMargin"] - PADDING, 8 * mm, str(page.page))

    out = BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, invariant=1, initialFontName=FONT, **MARGINS)
    document.build(story, finish_page, finish_page)
    with pikepdf.open(out) as drawn:
        return archived(drawn, title)


def pages_of(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


class QrCode(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A QR code of error correction M with its quiet zone; ``size`` in points, of the whole square."""

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self.width = self.height = size
        self._rows = list(segno.make_qr(text, error="m", boost_error=False).matrix_iter(border=_QUIET))

    def draw(self) -> None:
        """Draw the dark modules, those side by side in one stroke, so that no hair of white runs between them."""
        module = self.width / len(self._rows)
        for line, row in enumerate(self._rows):
            start = None
            for column, dark in enumerate([*row, 0]):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    top = self.height - (line + 1) * module
                    self.canv.rect(start * module, top, (column - start) * module, module, stroke=0, fill=1)
                    start = None
