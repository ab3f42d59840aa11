"""A question that is answered by a list: each item can be opened, taken off, or joined by another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from kiosk.domain.text import NO_TEXT, Language
from kiosk.session.screens import AskList
from ui.viewmodels.hint import hint_of
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class ItemProps:
    """One item; ``number`` counts from 1. ``problem`` says what it lacks, empty until the list was to be left."""

    number: int
    name: str
    complete: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AskListProps:
    """``adding`` is what the button says that adds an item, empty where no more are allowed."""

    ask: str = ""
    spoken: str = ""
    hint: str = ""
    error: str = ""
    items: tuple[ItemProps, ...] = ()
    adding: str = ""
    may_remove: bool = False
    required: bool = False
    changing: bool = False


class AskListModel(ScreenModel, props=AskListProps):
    """Passes touches on; the session keeps the list."""

    def derive(self, screen: AskList, language: Language) -> AskListProps:
        """Derive everything that the screen shows."""
        question = screen.question
        adding = question.add_text or question.item_name(len(screen.items) + 1)
        return AskListProps(
            ask=(question.ask or question.title).of(language),
            spoken=(question.spoken or NO_TEXT).of(language),
            hint=hint_of(question, required=screen.required).of(language),
            error=screen.error.of(language) if screen.error else "",
            items=tuple(
                ItemProps(
                    number, one.name or question.item_name(number).of(language), one.complete, one.problem.of(language)
                )
                for number, one in enumerate(screen.items, 1)
            ),
            adding=adding.of(language) if screen.may_add else "",
            may_remove=screen.may_remove,
            required=screen.required,
            changing=screen.changing,
        )

    @Slot()
    def add(self) -> None:
        """Add an item."""
        self.actions.add_item()

    @Slot(int)
    def open(self, number: int) -> None:
        """Open an item."""
        self.actions.open_item(number - 1)

    @Slot(int)
    def remove(self, number: int) -> None:
        """Take an item off the list."""
        self.actions.remove_item(number - 1)

    @Slot()
    def finish(self) -> None:
        """Go on."""
        self.actions.finish_list()
