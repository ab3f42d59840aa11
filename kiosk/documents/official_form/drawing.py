"""Draws the form with ReportLab: A4, Be Vietnam Pro embedded, PDF/A-2b, the same bytes for the same answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro
import pikepdf
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from kiosk.documents.archive import archived
from kiosk.documents.official_form.content import Block, Grid, Line, blocks
from kiosk.documents.official_form.flowables import Dotted, Ticks
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Language, Text
from kiosk.forms.form import Form

_MARGINS = {"leftMargin": 25 * mm, "rightMargin": 18 * mm, "topMargin": 16 * mm, "bottomMargin": 18 * mm}
_PADDING = 6
"""What ReportLab leaves free inside a frame and inside a table's cell, in points."""
_WIDTH = A4[0] - _MARGINS["leftMargin"] - _MARGINS["rightMargin"] - 2 * _PADDING
_CELLS = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTNAME", (0, 0), (-1, -1), "Form")]
"""Without a font's name ReportLab sets Helvetica, which PDF/A forbids as it is not embedded."""

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập – Tự do – Hạnh phúc"
_PLACE_AND_DAY = Text("……………, ngày …… tháng …… năm ………", "……………, day …… month …… year ………")
_SIGN = Text("(Ký, ghi rõ họ, chữ đệm, tên)", "(Signature and full name)")
_SIGNER = Text("Người yêu cầu", "Applicant")


def draw_form(
    form: Form,
    answers: Mapping[str, JsonValue] | None,
    applicant: tuple[Form, Mapping[str, JsonValue]],
    language: Language = Language.VIETNAMESE,
) -> bytes:
    """Return the form as a PDF: filled with answers, or blank (None) with dotted lines and boxes to tick.

    ``applicant`` is the form that asks who files, and its answers; they come first, as on the official forms.
    """
    _register_fonts()
    paper, styles = form.document.paper, _styles()
    story: list[Any] = []
    if paper.number is not None:
        story.append(Paragraph(_rich(paper.number.of(language)), styles["number"]))
    story += [
        Paragraph(f"<b>{_STATE}</b>", styles["centre"]),
        Paragraph(f'<b><u offset="-0.3*F">{_MOTTO}</u></b>', styles["centre"]),
        Spacer(1, 7 * mm),
        Paragraph(_rich(form.document.title.of(language).upper()), styles["title"]),
    ]
    if paper.recipient is not None:
        story.append(Paragraph(_rich(paper.recipient.of(language)), styles["centre"]))
    story.append(Spacer(1, 5 * mm))
    about_applicant = blocks(applicant[0], None if answers is None else applicant[1])
    for block in (*about_applicant, *blocks(form, answers)):
        story += _draw_block(block, language, styles)
    end = _signatures(paper.signatures or (_SIGNER,), language, styles)
    if paper.closing is not None:
        end = [Spacer(1, 4 * mm), Paragraph(_rich(paper.closing.of(language)), styles["body"]), *end]
    story.append(KeepTogether(end))
    return _as_archive(_build(story), form.document.title.of(language))


# pieces


def _draw_block(block: Block, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    heading = Paragraph(_rich(block.heading.of(language)), styles["heading"])
    first, *rest = [_draw_part(part, language, styles) for part in block.parts]
    return [KeepTogether([heading, *first]), *(KeepTogether(part) for part in rest)]


def _draw_part(part: Line | Grid, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    """Return what must stay together on a page."""
    if isinstance(part, Grid):
        return _draw_grid(part, language, styles)
    label = f"{_rich(part.label.of(language))}:"
    if part.boxes:
        return [Paragraph(label, styles["body"]), Ticks(part.boxes, language, styles["body"]), Spacer(1, 1.5 * mm)]
    if part.answer is None:
        return [Dotted(label, styles["body"])]
    return [Paragraph(f"{label} <b>{_rich(part.answer.of(language))}</b>", styles["body"])]


def _draw_grid(grid: Grid, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    number = Text("TT", "No.")
    head = [Paragraph(f"<b>{_rich(text.of(language))}</b>", styles["cell"]) for text in (number, *grid.columns)]
    rows = [
        [Paragraph(str(at), styles["cell"]), *(Paragraph(_rich(cell.of(language)), styles["cell"]) for cell in row)]
        for at, row in enumerate(grid.rows, 1)
    ]
    first = 11 * mm
    widths = [first, *_widths(grid, language, styles["cell"].fontSize, _WIDTH - first)]
    heights = [None if any(cell.vi for cell in row) else 9 * mm for row in grid.rows]
    table = Table([head, *rows], colWidths=widths, rowHeights=[None, *heights], repeatRows=1, splitInRow=1)
    table.setStyle(TableStyle([*_CELLS, ("GRID", (0, 0), (-1, -1), 0.6, "#000000")]))
    label = Paragraph(f"{_rich(grid.label.of(language))}:", styles["body"])
    return [label, Spacer(1, 1.5 * mm), table, Spacer(1, 3 * mm)]


def _widths(grid: Grid, language: Language, size: float, room: float) -> list[float]:
    """Share a table's width out, in points: each column has room for its longest word, longer texts get more.

    Columns that are to be filled in by hand are equally wide.
    """
    if not any(cell.vi for row in grid.rows for cell in row):
        return [room / len(grid.columns)] * len(grid.columns)
    least, wanted = [], []
    for at, head in enumerate(grid.columns):
        texts = [head.of(language), *(row[at].of(language) for row in grid.rows)]
        words = [word for text in texts for word in text.split()]
        least.append(2 * _PADDING + max((_measure(word, size) for word in words), default=0))
        wanted.append(2 * _PADDING + max(_measure(text, size) for text in texts))
    most = 1.5 * room / len(least)
    least = [min(width, most) for width in least]
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    wishes = [max(1, wish - width) for wish, width in zip(wanted, least, strict=True)]
    return [width + (room - sum(least)) * wish / sum(wishes) for width, wish in zip(least, wishes, strict=True)]


def _measure(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, "Form-Bold", size))


def _signatures(texts: tuple[Text, ...], language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    cells = [
        [
            Paragraph(f"<b>{_rich(text.of(language))}</b>", styles["centre"]),
            Paragraph(f"<i>{_rich(_SIGN.of(language))}</i>", styles["small"]),
            Spacer(1, 24 * mm),
        ]
        for text in texts
    ]
    day = Paragraph(_rich(_PLACE_AND_DAY.of(language)), styles["right"])
    columns = max(2, len(cells))
    row = [*[""] * (columns - len(cells)), *cells]
    table = Table([row], colWidths=[_WIDTH / columns] * columns)
    table.setStyle(TableStyle(_CELLS))
    return [Spacer(1, 6 * mm), day, Spacer(1, 2 * mm), table]


# style and file


@cache
def _register_fonts() -> None:
    folder = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
    for name, file in (
        ("Form", "Regular"),
        ("Form-Bold", "Bold"),
        ("Form-Italic", "Italic"),
        ("Form-Both", "BoldItalic"),
    ):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"BeVietnamPro-{file}.ttf")))
    pdfmetrics.registerFontFamily("Form", "Form", "Form-Bold", "Form-Italic", "Form-Both")


@cache
def _styles() -> Mapping[str, ParagraphStyle]:
    body = ParagraphStyle("body", fontName="Form", fontSize=11.5, leading=17, spaceAfter=3)
    return {
        "body": body,
        "number": ParagraphStyle("number", body, fontSize=9.5, leading=13, alignment=TA_RIGHT, spaceAfter=6),
        "centre": ParagraphStyle("centre", body, alignment=TA_CENTER, spaceAfter=1),
        "right": ParagraphStyle("right", body, fontName="Form-Italic", alignment=TA_RIGHT),
        "small": ParagraphStyle("small", body, fontSize=9.5, leading=13, alignment=TA_CENTER),
        "title": ParagraphStyle(
            "title", body, fontName="Form-Bold", fontSize=15, leading=21, alignment=TA_CENTER, spaceAfter=4
        ),
        "heading": ParagraphStyle("heading", body, fontName="Form-Bold", spaceBefore=8, spaceAfter=3),
        "cell": ParagraphStyle("cell", body, fontSize=9.5, leading=13, spaceAfter=0),
    }


def _rich(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")


def _build(story: list[Any]) -> bytes:
    out = BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, invariant=1, initialFontName="Form", **_MARGINS)
    document.build(story, _number_page, _number_page)
    return out.getvalue()


def _number_page(canvas: Any, document: Any) -> None:
    canvas.setFont("Form", 9)
    canvas.drawCentredString(A4[0] / 2, 10 * mm, str(document.page))


def _as_archive(pdf: bytes, title: str) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        return archived(document, title)
