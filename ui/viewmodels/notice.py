"""The notice on personal data; nothing goes on without a spoken yes, and a no costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.place import Place
from kiosk.domain.text import Language
from kiosk.session.screens import DeclinedSheet, Notice
from ui.viewmodels.screen import ScreenModel
from ui.viewmodels.sheets import SheetModel


@dataclass(frozen=True, slots=True)
class NoticeProps:
    """The notice in sentences, as they are paged. ``whole`` while its full text is shown, where there is one."""

    sentences: tuple[str, ...] = ()
    has_full: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class DeclinedProps:
    """Where the dossier can be filed on paper, and whom to call."""

    helper: str = ""
    hotline: str = ""


def derive_notice(screen: Notice, language: Language, *, whole: bool = False) -> NoticeProps:
    """Split the notice at its line breaks; words are shown as they were written."""
    full = screen.full.of(language)
    whole = whole and full != ""
    lines = (full if whole else screen.notice.of(language)).splitlines()
    return NoticeProps(tuple(line.strip() for line in lines if line.strip()), full != "", whole)


def derive_declined(place: Place, language: Language) -> DeclinedProps:
    """Derive who takes the dossier instead."""
    return DeclinedProps(place.helper.of(language), place.hotline)


class NoticeModel(ScreenModel, props=NoticeProps):
    """Yes or no to the notice."""

    _whole = False
    _shown: tuple[Notice, Language] | None = None

    def derive(self, screen: Notice, language: Language) -> NoticeProps:
        """Derive the paragraphs."""
        self._shown = (screen, language)
        return derive_notice(screen, language, whole=self._whole)

    @Slot(bool)
    def showWhole(self, whole: bool) -> None:  # noqa: FBT001, N802 - QML's spelling; the one thing that is said
        """Show the full text, or the short one again."""
        self._whole = whole
        if self._shown is not None:
            self.update(self.derive(*self._shown))

    @Slot()
    def accept(self) -> None:
        """Agree and go on."""
        self.actions.accept_notice()

    @Slot()
    def decline(self) -> None:
        """Do not agree."""
        self.actions.decline_notice()


class DeclinedSheetModel(SheetModel, props=DeclinedProps):
    """Nothing was kept."""

    def derive(self, screen: DeclinedSheet, language: Language) -> DeclinedProps:
        """Derive who takes the dossier instead."""
        del screen
        return derive_declined(self.place, language)
