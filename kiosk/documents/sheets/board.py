"""The QR board as a sheet: what a telephone opens, to hang up or to take home, and numbers to call."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether

from kiosk.documents.a4 import QrCode, make_pdf
from kiosk.documents.sheets.parts import gap, head_of_sheet, line, row, rule
from kiosk.domain import slip_words
from kiosk.domain.board import Board, BoardCode
from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text

_TITLE = Text("Bảng mã QR", "QR codes")
_HOW = Text("Mở máy ảnh hoặc Zalo trên điện thoại, đưa vô ô vuông.", "Point your phone's camera at a square.")
_ASK = Text("Nhắn Trung tâm để hỏi", "Ask the centre")
_CALL = Text("Gọi điện", "Telephone")


def draw_board_sheet(board: Board, place: Place, language: Language = Language.VIETNAMESE) -> bytes:
    """Return what the commune has on its board as a PDF, the centre's own page first."""
    own = (BoardCode(slip_words.ZALO, _ASK, place.zalo_url),) if place.zalo_url else ()
    story: list[Any] = [
        *head_of_sheet(place.centre.of(language), place.commune.of(language), place.kiosk_id),
        line(_TITLE.of(language), "title"),
        line(_HOW.of(language)),
        gap(5),
    ]
    for code in (*own, *board.codes):
        story += [KeepTogether([_code(code, language), gap(4)])]
    numbers = [(slip_words.HOTLINE, place.hotline), *((line_.name, line_.number) for line_ in board.hotlines)]
    calls = [row([line(name.of(language)), line(number, "head")], (1.4, 1), middle=True) for name, number in numbers]
    return make_pdf([*story, KeepTogether([rule(), line(_CALL.of(language), "head"), *calls])], _TITLE.of(language))


def _code(code: BoardCode, language: Language) -> Any:
    told = [line(code.name.of(language), "head"), line(code.plain.of(language)), line(code.url, "small")]
    return row([QrCode(code.url, 38 * mm), told], (1, 3), middle=True)
