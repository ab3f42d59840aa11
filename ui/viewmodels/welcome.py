"""The way in: attract, home, and the choice of a procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot

from kiosk.domain.board import Board
from kiosk.domain.procedure import Procedure, ProcedureKind
from kiosk.domain.text import Language, Text
from kiosk.session.screens import Attract, ChooseProcedure, Errand, Home
from ui.viewmodels.guide import describe_fee
from ui.viewmodels.screen import ScreenModel

_EXPLAINED = Text("Máy chỉ cần gì và làm ở đâu", "The machine tells what you need and where to go")

_LINE = 32


@dataclass(frozen=True, slots=True)
class ProgrammeProps:
    """The local programme, if there is one; ``today`` when it is offered on this very day."""

    programme: str = ""
    detail: str = ""
    today: bool = False


def derive_programme(language: Language, board: Board, today: date) -> ProgrammeProps:
    """Choose the programme of the day, or else the first one."""
    for programme in sorted(board.programmes, key=lambda each: today.isoweekday() not in each.weekdays):
        is_today = today.isoweekday() in programme.weekdays
        return ProgrammeProps(programme.name.of(language), programme.detail.of(language), is_today)
    return ProgrammeProps()


class AttractModel(ScreenModel, props=ProgrammeProps):
    """Nobody is here: the machine invites."""

    def derive(self, screen: Attract, language: Language) -> ProgrammeProps:
        """Derive the programme line."""
        return derive_programme(language, screen.board, self.around.now().date())

    @Slot()
    def start(self) -> None:
        """Begin."""
        self.actions.start()


class HomeModel(ScreenModel, props=ProgrammeProps):
    """The errands."""

    def derive(self, screen: Home, language: Language) -> ProgrammeProps:
        """Derive the programme card."""
        return derive_programme(language, screen.board, self.around.now().date())

    @Slot(str)
    def choose(self, errand: str) -> None:
        """Open an errand."""
        self.actions.choose_errand(Errand(errand))


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """One procedure to choose from; what is not ``filed_here`` the kiosk only explains.

    ``facts`` is one short line, or empty where the fee takes more words than a line has: the guide tells it.
    """

    code: str
    name: str
    plain: str
    facts: str
    filed_here: bool


@dataclass(frozen=True, slots=True)
class ChooseProcedureProps:
    """What can be filed here, and after it what the kiosk explains."""

    procedures: tuple[ProcedureLine, ...] = ()


def derive_choose_procedure(screen: ChooseProcedure, language: Language) -> ChooseProcedureProps:
    """Derive the list, one line of facts a procedure."""
    ordered = sorted(screen.procedures, key=lambda procedure: procedure.kind is not ProcedureKind.FORM)
    return ChooseProcedureProps(tuple(_line(procedure, language) for procedure in ordered))


def _line(procedure: Procedure, language: Language) -> ProcedureLine:
    filed_here = procedure.kind is ProcedureKind.FORM
    return ProcedureLine(
        code=procedure.code,
        name=procedure.name.of(language),
        plain=procedure.plain.of(language),
        facts=_short(describe_fee(procedure.fee, language)[0]) if filed_here else _EXPLAINED.of(language),
        filed_here=filed_here,
    )


def _short(fact: str) -> str:
    return fact if len(fact) <= _LINE else ""


class ChooseProcedureModel(ScreenModel, props=ChooseProcedureProps):
    """Choose what to file."""

    def derive(self, screen: ChooseProcedure, language: Language) -> ChooseProcedureProps:
        """Derive the list."""
        return derive_choose_procedure(screen, language)

    @Slot(str)
    def choose(self, code: str) -> None:
        """Open one procedure."""
        self.actions.choose_procedure(code)
