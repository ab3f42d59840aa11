"""The way in: attract and home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Slot

from kiosk.domain.board import Board
from kiosk.domain.text import Language
from kiosk.session.screens import Attract, Errand, Home
from ui.viewmodels.board import announcements_of
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class ToldProps:
    """What the commune tells everybody who comes: today's announcement, if there is one, and the local programme.

    ``today`` when the programme is offered on this very day.
    """

    announcement: str = ""
    programme: str = ""
    detail: str = ""
    today: bool = False


def derive_told(language: Language, board: Board, today: date) -> ToldProps:
    """Take today's first announcement, and the programme of the day or else the first one."""
    told = ToldProps(announcement=next(iter(announcements_of(board, today, language)), ""))
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
        return derive_told(language, screen.board, self.around.now().date())

    @Slot()
    def start(self) -> None:
        """Begin."""
        self.actions.start()


class HomeModel(ScreenModel, props=HomeProps):
    """The errands."""

    def derive(self, screen: Home, language: Language) -> HomeProps:
        """Derive what is told."""
        told = derive_told(language, screen.board, self.around.now().date())
        return HomeProps(told.announcement, told.programme, told.detail, told.today, screen.can_practise)

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
