"""The QR board: codes to photograph, numbers to call, and what is announced today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot

from kiosk.domain.board import Board
from kiosk.domain.place import Place
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.text import Language, Text
from kiosk.session.screens import QrBoard
from ui.viewmodels.screen import ScreenModel

_CENTRE = Text("Zalo của trung tâm", "The centre on Zalo")
_ASK_THERE = Text("Nhắn tin hỏi cán bộ", "Write to the officers")
_HOTLINE = Text("Đường dây nóng của trung tâm", "The centre's hotline")


@dataclass(frozen=True, slots=True)
class CodeTile:
    """One code; ``source`` is the address of its picture, empty until it is drawn."""

    index: int
    name: str
    plain: str
    address: str
    source: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number to call, and what about."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class QrBoardProps:
    """``announcements`` are those of today; ``enlarged`` is the index of the code shown large, or -1.

    ``can_print``: the board can be had on paper.
    """

    codes: tuple[CodeTile, ...] = ()
    numbers: tuple[NumberLine, ...] = ()
    announcements: tuple[str, ...] = ()
    enlarged: int = -1
    can_print: bool = False


@dataclass(frozen=True, slots=True)
class WhereAndWhen:
    """Whose board it is, and on which day it is read."""

    place: Place
    today: date


def announcements_of(board: Board, today: date, language: Language) -> tuple[str, ...]:
    """Return what is announced today."""
    return tuple(one.text.of(language) for one in board.announced(today))


def derive_board(
    board: Board, at: WhereAndWhen, enlarged: int, language: Language, draw_code: Callable[[str], str]
) -> QrBoardProps:
    """Derive the board; the centre's own code and number come first."""
    codes = [(code.name, code.plain, code.url) for code in board.codes]
    numbers = [(line.name, line.number) for line in board.hotlines]
    if at.place.zalo_url:
        codes.insert(0, (_CENTRE, _ASK_THERE, at.place.zalo_url))
    if at.place.hotline:
        numbers.insert(0, (_HOTLINE, at.place.hotline))
    return QrBoardProps(
        codes=tuple(
            CodeTile(index, name.of(language), plain.of(language), url, draw_code(url))
            for index, (name, plain, url) in enumerate(codes)
        ),
        numbers=tuple(NumberLine(name.of(language), number) for name, number in numbers),
        announcements=announcements_of(board, at.today, language),
        enlarged=enlarged if 0 <= enlarged < len(codes) else -1,
    )


class QrBoardModel(ScreenModel, props=QrBoardProps):
    """The board, or one code of it large."""

    _enlarged = -1
    _shown: tuple[QrBoard, Language] | None = None

    def derive(self, screen: QrBoard, language: Language) -> QrBoardProps:
        """Derive codes and numbers."""
        self._shown = (screen, language)
        at = WhereAndWhen(self.place, self.around.now().date())
        board = derive_board(screen.board, at, self._enlarged, language, self.around.images.code)
        return replace(board, can_print=screen.can_print)

    @Slot(int)
    def enlarge(self, index: int) -> None:
        """Show one code large, for a telephone that is held far away."""
        self._enlarged = index
        if self._shown is not None:
            self.update(self.derive(*self._shown))

    @Slot()
    def reduce(self) -> None:
        """Back to all codes."""
        self.enlarge(-1)

    @Slot()
    def print(self) -> None:
        """Have the board on paper."""
        self.actions.print_paper(PrintoutKind.QR_BOARD)
