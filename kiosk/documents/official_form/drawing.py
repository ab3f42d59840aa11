"""Draws the form with ReportLab, as its paper has it: the same bytes for the same answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import KeepTogether, Paragraph, Spacer, Table, TableStyle

from kiosk.documents.a4 import BOLD, CELLS, FONT, PADDING, WIDTH, balanced, make_pdf, register_fonts, rich
from kiosk.documents.official_form.content import Block, Grid, Line, blocks
from kiosk.documents.official_form.flowables import Dotted, Ticks
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Language, Text
from kiosk.forms.form import Form

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
    register_fonts()
    paper, styles = form.document.paper, _styles()
    story: list[Any] = []
    if paper.number is not None:
        story.append(Paragraph(rich(paper.number.of(language)), styles["number"]))
    story += [
        Paragraph(f"<b>{_STATE}</b>", styles["centre"]),
        Paragraph(f'<b><u offset="-0.3*F">{_MOTTO}</u></b>', styles["centre"]),
        Spacer(1, 7 * mm),
        balanced(form.document.title.of(language).upper(), styles["title"]),
    ]
    if paper.recipient is not None:
        story.append(Paragraph(rich(paper.recipient.of(language)), styles["centre"]))
    story.append(Spacer(1, 5 * mm))
    about_applicant = blocks(applicant[0], None if answers is None else applicant[1])
    drawn = [
        part for block in (*about_applicant, *blocks(form, answers)) for part in _draw_block(block, language, styles)
    ]
    story += [KeepTogether(part) for part in drawn[:-1]]
    end = _signatures(paper.signatures or (_SIGNER,), language, styles)
    if paper.closing is not None:
        end = [Spacer(1, 4 * mm), Paragraph(rich(paper.closing.of(language)), styles["body"]), *end]
    story.append(KeepTogether([*drawn[-1], *end]))  # nobody signs an empty page
    return make_pdf(story, form.document.title.of(language))


# pieces


def _draw_block(block: Block, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[list[Any]]:
    """Return its parts, the heading with the first."""
    heading = Paragraph(rich(block.heading.of(language)), styles["heading"])
    first, *rest = [_draw_part(part, language, styles) for part in block.parts]
    return [[heading, *first], *rest]


def _draw_part(part: Line | Grid, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    """Return what must stay together on a page."""
    if isinstance(part, Grid):
        return _draw_grid(part, language, styles)
    label = f"{rich(part.label.of(language))}:"
    if part.boxes:
        return [Paragraph(label, styles["body"]), Ticks(part.boxes, language, styles["body"]), Spacer(1, 1.5 * mm)]
    if part.answer is None:
        return [Dotted(label, styles["body"])]
    return [Paragraph(f"{label} <b>{rich(part.answer.of(language))}</b>", styles["body"])]


def _draw_grid(grid: Grid, language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    number = Text("TT", "No.")
    head = [Paragraph(f"<b>{rich(text.of(language))}</b>", styles["cell"]) for text in (number, *grid.columns)]
    rows = [
        [Paragraph(str(at), styles["cell"]), *(Paragraph(rich(cell.of(language)), styles["cell"]) for cell in row)]
        for at, row in enumerate(grid.rows, 1)
    ]
    first = 11 * mm
    widths = [first, *_widths(grid, language, styles["cell"].fontSize, WIDTH - first)]
    heights = [None if any(cell.vi for cell in row) else 9 * mm for row in grid.rows]
    table = Table([head, *rows], colWidths=widths, rowHeights=[None, *heights], repeatRows=1, splitInRow=1)
    table.setStyle(TableStyle([*CELLS, ("GRID", (0, 0), (-1, -1), 0.6, "#000000")]))
    label = Paragraph(f"{rich(grid.label.of(language))}:", styles["body"])
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
        least.append(2 * PADDING + max((_measure(word, size) for word in words), default=0))
        wanted.append(2 * PADDING + max(_measure(text, size) for text in texts))
    most = 1.5 * room / len(least)
    least = [min(width, most) for width in least]
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    wishes = [max(1, wish - width) for wish, width in zip(wanted, least, strict=True)]
    return [width + (room - sum(least)) * wish / sum(wishes) for width, wish in zip(least, wishes, strict=True)]


def _measure(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, BOLD, size))


def _signatures(texts: tuple[Text, ...], language: Language, styles: Mapping[str, ParagraphStyle]) -> list[Any]:
    cells = [
        [
            Paragraph(f"<b>{rich(text.of(language))}</b>", styles["centre"]),
            Paragraph(f"<i>{rich(_SIGN.of(language))}</i>", styles["small"]),
            Spacer(1, 24 * mm),
        ]
        for text in texts
    ]
    day = Paragraph(rich(_PLACE_AND_DAY.of(language)), styles["right"])
    columns = max(2, len(cells))
    row = [*[""] * (columns - len(cells)), *cells]
    table = Table([row], colWidths=[WIDTH / columns] * columns)
    table.setStyle(TableStyle(CELLS))
    return [Spacer(1, 6 * mm), day, Spacer(1, 2 * mm), table]


# style


@cache
def _styles() -> Mapping[str, ParagraphStyle]:
    body = ParagraphStyle("body", fontName=FONT, fontSize=11.5, leading=17, spaceAfter=3)
    return {
        "body": body,
        "number": ParagraphStyle("number", body, fontSize=9.5, leading=13, alignment=TA_RIGHT, spaceAfter=6),
        "centre": ParagraphStyle("centre", body, alignment=TA_CENTER, spaceAfter=1),
        "right": ParagraphStyle("right", body, fontName="Form-Italic", alignment=TA_RIGHT),
        "small": ParagraphStyle("small", body, fontSize=9.5, leading=13, alignment=TA_CENTER),
        "title": ParagraphStyle(
            "title", body, fontName=BOLD, fontSize=15, leading=21, alignment=TA_CENTER, spaceAfter=4
        ),
        "heading": ParagraphStyle("heading", body, fontName=BOLD, spaceBefore=8, spaceAfter=3),
        "cell": ParagraphStyle("cell", body, fontSize=9.5, leading=13, spaceAfter=0),
    }
