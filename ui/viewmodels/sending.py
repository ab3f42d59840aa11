"""Declare, send, and what is said when the dossier could not be made safe."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.outbox import NotStoredReason
from kiosk.domain.place import Place
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.text import Language, Text
from kiosk.session.screens import Declare, NotSaved, Sending, SendStage
from ui.viewmodels.screen import ScreenModel

_REASONS = {
    NotStoredReason.NO_SPACE: Text("Máy hết chỗ lưu hồ sơ.", "The machine has no room left to keep dossiers."),
    NotStoredReason.NO_RECIPIENTS: Text("Máy chưa được cài để gửi hồ sơ.", "The machine is not set up for sending."),
    NotStoredReason.STORAGE_ERROR: Text("Chỗ lưu của máy đang trục trặc.", "The machine's storage has a problem."),
}


@dataclass(frozen=True, slots=True)
class DeclareProps:
    """``asked``: *Gửi hồ sơ* was pressed without the tick. ``can_print``: the filled form can be had on paper."""

    declaration: tuple[str, ...] = ()
    ticked: bool = False
    asked: bool = False
    can_print: bool = False


@dataclass(frozen=True, slots=True)
class SendingProps:
    """``safe`` only after the commit returned; then ``code`` is the reference code."""

    safe: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class NotSavedProps:
    """Why, and who helps."""

    reason: str = ""
    helper: str = ""


def derive_declare(screen: Declare, language: Language) -> DeclareProps:
    """Derive the declaration in paragraphs."""
    lines = screen.declaration.of(language).splitlines()
    declaration = tuple(line for line in lines if line.strip())
    return DeclareProps(declaration, screen.ticked, screen.asked_to_tick, screen.can_print)


def derive_sending(screen: Sending) -> SendingProps:
    """Derive whether it is safe."""
    return SendingProps(screen.stage is SendStage.SAFE, screen.reference_code or "")


def derive_not_saved(screen: NotSaved, language: Language, place: Place) -> NotSavedProps:
    """Derive the reason in plain words; the technician's message stays in the log."""
    helper = Text(f"{place.helper.vi}, hoặc gọi {place.hotline}.", f"{place.helper.en}, or call {place.hotline}.")
    return NotSavedProps(_REASONS[screen.failure.reason].of(language), helper.of(language))


class DeclareModel(ScreenModel, props=DeclareProps):
    """The declaration."""

    def derive(self, screen: Declare, language: Language) -> DeclareProps:
        """Derive the declaration."""
        return derive_declare(screen, language)

    @Slot()
    def printForm(self) -> None:  # noqa: N802 - QML's spelling
        """Have the filled form on paper."""
        self.actions.print_paper(PrintoutKind.FILLED_FORM)

    @Slot(bool)
    def tick(self, ticked: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Tick or untick."""
        self.actions.tick_declaration(ticked)

    @Slot()
    def send(self) -> None:
        """Send."""
        self.actions.send()


class SendingModel(ScreenModel, props=SendingProps):
    """The machine makes the dossier safe."""

    def derive(self, screen: Sending, language: Language) -> SendingProps:
        """Derive the stage."""
        del language
        return derive_sending(screen)


class NotSavedModel(ScreenModel, props=NotSavedProps):
    """It is not safe."""

    def derive(self, screen: NotSaved, language: Language) -> NotSavedProps:
        """Derive the reason."""
        return derive_not_saved(screen, language, self.place)

    @Slot()
    def again(self) -> None:
        """Try once more."""
        self.actions.save_again()
