"""What the sheets are made of: the head with the place, headings, boxes, codes with their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from kiosk.documents.a4 import BOLD, CELLS, FONT, WIDTH, QrCode, register_fonts, rich

_SMALL_CODE = 24 * mm
_NO_PADDING = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


@cache
def styles() -> dict[str, ParagraphStyle]:
    """Return the styles by name; the body has 16 points, which old eyes read at arm's length."""
    register_fonts()
    body = ParagraphStyle("body", fontName=FONT, fontSize=16, leading=22)
    return {
        "body": body,
        "bold": ParagraphStyle("bold", body, fontName=BOLD),
        "right": ParagraphStyle("right", body, alignment=TA_RIGHT, fontSize=13, leading=19),
        "small": ParagraphStyle("small", body, fontSize=13, leading=17),
        "label": ParagraphStyle("label", body, fontSize=13),
        "name": ParagraphStyle("name", body, fontSize=12, leading=16, alignment=TA_CENTER),
        "head": ParagraphStyle("head", body, fontName=BOLD, fontSize=18, leading=25, spaceBefore=12, spaceAfter=4),
        "place": ParagraphStyle("place", body, fontName=BOLD, fontSize=18, leading=24),
        "foot": ParagraphStyle("foot", body, fontName=BOLD, fontSize=13, leading=18),
        "title": ParagraphStyle("title", body, fontName=BOLD, fontSize=24, leading=33, spaceAfter=2),
        "banner": ParagraphStyle(
            "banner", body, fontName=BOLD, fontSize=18, leading=25, alignment=TA_CENTER, textColor="#ffffff"
        ),
    }


def line(text: str, style: str = "body") -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(rich(text), styles()[style])


def code_line(code: str, room: float) -> Paragraph:
    """Return a code on one line, as large as that lets it be; ``room`` in points."""
    size = min(27.0, 27 * room / pdfmetrics.stringWidth(code, BOLD, 27))
    return Paragraph(rich(code), ParagraphStyle("code", styles()["bold"], fontSize=size, leading=1.34 * size))


def fact(name: str, lines: Sequence[str]) -> list[Table]:
    """Put a small label and the lines that belong to it side by side, without empty ones; many go on over the page."""
    told = [one for one in lines if one]
    labels = [name, *[""] * len(told)]
    return [row([line(label, "label"), line(one, "bold")], (1, 2.2)) for label, one in zip(labels, told, strict=False)]


def gap(millimetres: float) -> Spacer:
    """Leave some paper white."""
    return Spacer(1, millimetres * mm)


def rule() -> HRFlowable:
    """Return a line from margin to margin."""
    return HRFlowable(width="100%", thickness=1.6, color="#000000", spaceBefore=4, spaceAfter=6)


def row(cells: Sequence[Any], widths: Sequence[float], *, middle: bool = False) -> Table:
    """Put things side by side, without lines; ``widths`` are their shares of the sheet's."""
    table = Table([list(cells)], colWidths=[WIDTH * share / sum(widths) for share in widths])
    table.setStyle(TableStyle([*CELLS, *_NO_PADDING, *([("VALIGN", (0, 0), (-1, -1), "MIDDLE")] if middle else [])]))
    return table


def head_of_sheet(place: str, commune: str, aside: str) -> list[Any]:
    """Say where the sheet is from, and what stands on the right of it."""
    return [row([[line(place, "small"), line(commune, "place")], line(aside, "right")], (2, 1)), rule()]


def banner(text: str) -> Table:
    """Return white on black from margin to margin."""
    table = Table([[line(text, "banner")]], colWidths=[WIDTH], cornerRadii=[6] * 4)
    table.setStyle(
        TableStyle(
            [
                *CELLS,
                ("BACKGROUND", (0, 0), (-1, -1), "#000000"),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        )
    )
    return table


def whom_to_ask(call: str, number: str, codes: Sequence[tuple[str, str]]) -> Table:
    """Put a number to call and codes for a telephone, each with its name, side by side."""
    ask = [line(call, "small"), line(number, "title")]
    cells = [_named_code(name, url) for name, url in codes]
    table = row([ask, *cells], [1.7, *[1] * len(cells)], middle=True)
    table.setStyle(TableStyle([("ALIGN", (1, 0), (-1, -1), "CENTER")]))
    return table


def _named_code(name: str, url: str) -> list[Any]:
    return [QrCode(url, _SMALL_CODE), line(name, "name")]


class TickBox(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """An empty square to tick with a pen."""

    def __init__(self, size: float = 17) -> None:
        super().__init__()
        self.width = self.height = size

    def draw(self) -> None:
        """Draw it."""
        self.canv.setLineWidth(1.6)
        self.canv.roundRect(0, -3, self.width, self.height, 2.5)
