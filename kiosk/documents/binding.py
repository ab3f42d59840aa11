"""The PDF of one attachment row: one page a side, A4, within the row's budget of bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import img2pdf
import pikepdf

from kiosk.documents.pixels import encode
from kiosk.domain.page import Page

_A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))


@dataclass(frozen=True, slots=True)
class _Rung:
    dpi: int
    quality: int
    grey: bool = False


_LADDER = (
    _Rung(300, 75),
    _Rung(250, 70),
    _Rung(200, 75),
    _Rung(200, 60),
    _Rung(200, 65, grey=True),
    _Rung(200, 45, grey=True),
    _Rung(150, 60),
    _Rung(150, 55, grey=True),
    _Rung(150, 40, grey=True),
)
"""From the best to the least that is legible: below 150 dpi the x-height of 8-point print falls under 8 pixels."""


def bind(pages: Sequence[Page], max_bytes: int) -> bytes | None:
    """Bind pages into a PDF of at most ``max_bytes``; the pages' own JPEGs go in untouched when they fit.

    A turned page is turned by the PDF, not by its pixels. Returns None when not even the lowest legible quality fits.
    The bytes depend on the pages alone: no date, no name. Raises ValueError without pages.
    """
    if not pages:
        raise ValueError("no pages to bind")
    turns = [page.turn for page in pages]
    whole = _pdf([page.jpeg for page in pages], turns)
    if len(whole) <= max_bytes:
        return whole
    for rung in _LADDER:
        pdf = _pdf([_at(page, rung) for page in pages], turns)
        if len(pdf) <= max_bytes:
            return pdf
    return None


def _at(page: Page, rung: _Rung) -> bytes:
    return encode(page.jpeg, scale=min(1.0, rung.dpi / page.dpi), quality=rung.quality, grey=rung.grey)


def _pdf(jpegs: Sequence[bytes], turns: Sequence[int]) -> bytes:
    out = BytesIO()
    layout = img2pdf.get_layout_fun(_A4, fit=img2pdf.FitMode.into, auto_orient=True)
    img2pdf.convert(*jpegs, outputstream=out, layout_fun=layout, nodate=True, engine=img2pdf.Engine.pikepdf)
    out.seek(0)
    settled = BytesIO()
    with pikepdf.open(out) as pdf:
        del pdf.trailer["/ID"]
        for leaf, turn in zip(pdf.pages, turns, strict=True):
            leaf.rotate(90 * turn, relative=True)
        pdf.save(settled, deterministic_id=True)
    return settled.getvalue()
