"""The notice on personal data; nothing goes on without a spoken yes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.text import Language
from kiosk.session.screens import Notice
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class NoticeProps:
    """The notice in sentences, as they are paged."""

    sentences: tuple[str, ...] = ()


def derive_notice(screen: Notice, language: Language) -> NoticeProps:
    """Split the notice at its line breaks; words are shown as they were written."""
    lines = screen.notice.of(language).splitlines()
    return NoticeProps(tuple(line.strip() for line in lines if line.strip()))


class NoticeModel(ScreenModel, props=NoticeProps):
    """Yes or no to the notice."""

    def derive(self, screen: Notice, language: Language) -> NoticeProps:
        """Derive the paragraphs."""
        return derive_notice(screen, language)

    @Slot()
    def accept(self) -> None:
        """Agree and go on."""
        self.actions.accept_notice()

    @Slot()
    def decline(self) -> None:
        """Do not agree: leave, after the usual question."""
        self.actions.ask_leave()
