"""The way in: attract and home."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from PySide6.QtCore import Slot

from kiosk.domain.board import Board
from kiosk.domain.slip import PrintFault
from kiosk.domain.text import Language, Text
from kiosk.session.screens import Attract, Errand, Home
from ui.viewmodels.board import announcements_of
from ui.viewmodels.screen import ScreenModel

_ANNOUNCED = Text("Thông báo", "Announcement")
_NO_PAPER = Text("Máy hết giấy in phiếu", "Out of paper for slips")
_NO_SLIPS = Text("Máy đang không in được phiếu", "No slips at the moment")
_STILL_TAKES = Text(
    "Hồ sơ vẫn nộp được. Nộp xong, máy hiện mã để Ông/Bà chụp lại.",
    "You can still file; photograph the code.",
)


@dataclass(frozen=True, slots=True)
class ToldProps:
    """What everybody is told who comes: that no slips come out, else today's announcement; and the local programme.

    ``head`` stands over the announcement; ``warning`` when it is about the machine itself. ``today`` when the programme
    is offered on this very day.
    """

    head: str = ""
    announcement: str = ""
    warning: bool = False
    programme: str = ""
    detail: str = ""
    today: bool = False


def derive_told(language: Language, board: Board, no_slips: PrintFault | None, today: date) -> ToldProps:
    """Take the first thing there is to announce, and the programme of the day or else the first one."""
    if no_slips is not None:
        head = _NO_PAPER if no_slips is PrintFault.PAPER_OUT else _NO_SLIPS
        told = ToldProps(head.of(language), _STILL_TAKES.of(language), warning=True)
    else:
        announcement = next(iter(announcements_of(board, today, language)), "")
        told = ToldProps(_ANNOUNCED.of(language) if announcement else "", announcement)
    for programme in sorted(board.programmes, key=lambda each: today.isoweekday() not in each.weekdays):
        is_today = today.isoweekday() in programme.weekdays
        return replace(
            told, programme=programme.name.of(language), detail=programme.detail.of(language), today=is_today
        )
    return told


@dataclass(frozen=True, slots=True)
class HomeProps(ToldProps):
    """What is told beside the errands, and whether a journey can be practised."""

    can_practise: bool = False


class AttractModel(ScreenModel, props=ToldProps):
    """Nobody is here: the machine invites."""

    def derive(self, screen: Attract, language: Language) -> ToldProps:
        """Derive what is told."""
        return derive_told(language, screen.board, screen.no_slips, self.around.now().date())

    @Slot()
    def start(self) -> None:
        """Begin."""
        self.actions.start()


class HomeModel(ScreenModel, props=HomeProps):
    """The errands."""

    def derive(self, screen: Home, language: Language) -> HomeProps:
        """Derive what is told."""
        told = derive_told(language, screen.board, screen.no_slips, self.around.now().date())
        return HomeProps(**asdict(told), can_practise=screen.can_practise)

    @Slot(str)
    def choose(self, errand: str) -> None:
        """Open an errand."""
        self.actions.choose_errand(Errand(errand))

    @Slot()
    def openBoard(self) -> None:  # noqa: N802 - QML's spelling
        """Show the QR board."""
        self.actions.open_board()

    @Slot()
    def practise(self) -> None:
        """Begin to practise; nothing is kept, sent or printed."""
        self.actions.practise()
