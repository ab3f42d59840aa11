"""The choice of a procedure: by what has happened, or from a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.guide import fee_words
from kiosk.domain.procedure import Procedure, ProcedureKind
from kiosk.domain.text import Language, Text
from kiosk.session.screens import ChooseEvent, ChooseProcedure, Errand
from ui.viewmodels.screen import ScreenModel

_EXPLAINED = Text("Máy chỉ cần gì và làm ở đâu", "The machine tells what you need and where to go")

_LINE = 32
"""Characters that a line of facts has."""


@dataclass(frozen=True, slots=True)
class EventTile:
    """One life event: its picture, its name, and what it is about."""

    key: str
    icon: str
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class ChooseEventProps:
    """The events in their order; ``filing`` when something is to be filed, not only read about."""

    events: tuple[EventTile, ...] = ()
    filing: bool = True


def derive_choose_event(screen: ChooseEvent, language: Language) -> ChooseEventProps:
    """Derive the tiles."""
    return ChooseEventProps(
        tuple(
            EventTile(event.key, event.picture, event.name.of(language), event.line.of(language))
            for event in screen.events
        ),
        screen.errand is Errand.FILE,
    )


class ChooseEventModel(ScreenModel, props=ChooseEventProps):
    """The choice of what has happened."""

    def derive(self, screen: ChooseEvent, language: Language) -> ChooseEventProps:
        """Derive the tiles."""
        return derive_choose_event(screen, language)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open the procedures of one event."""
        self.actions.choose_event(key)

    @Slot()
    def showAll(self) -> None:  # noqa: N802 - QML's spelling
        """Open the list of all procedures."""
        self.actions.show_all_procedures()

    @Slot()
    def search(self) -> None:
        """Look a procedure up by its name."""
        self.actions.open_search()


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
    """The procedures of ``event``, in its order; without one all of them, first what can be filed here."""

    procedures: tuple[ProcedureLine, ...] = ()
    event: str = ""


def derive_choose_procedure(screen: ChooseProcedure, language: Language) -> ChooseProcedureProps:
    """Derive the list, one line of facts a procedure."""
    if screen.event is not None:
        lines = tuple(_line(procedure, language) for procedure in screen.procedures)
        return ChooseProcedureProps(lines, screen.event.name.of(language))
    ordered = sorted(screen.procedures, key=lambda procedure: procedure.kind is not ProcedureKind.FORM)
    return ChooseProcedureProps(tuple(_line(procedure, language) for procedure in ordered))


def _line(procedure: Procedure, language: Language) -> ProcedureLine:
    filed_here = procedure.kind is ProcedureKind.FORM
    return ProcedureLine(
        code=procedure.code,
        name=procedure.name.of(language),
        plain=procedure.plain.of(language),
        facts=_short(fee_words(procedure.fee)[0].of(language)) if filed_here else _EXPLAINED.of(language),
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

    @Slot()
    def search(self) -> None:
        """Look a procedure up by its name."""
        self.actions.open_search()
