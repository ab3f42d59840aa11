"""Words for people, in Vietnamese with English beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the screen and the slip; ``NORTHERN`` is Vietnamese in the words of the north."""

    VIETNAMESE = "vi"
    NORTHERN = "vi-north"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; both are complete, neither is a fallback for the other.

    ``north`` says the Vietnamese in northern words where it has southern ones; empty where it reads the same.
    """

    vi: str
    en: str
    north: str = ""

    def of(self, language: Language) -> str:
        """Return the text in one language."""
        if language is Language.ENGLISH:
            return self.en
        return self.north if language is Language.NORTHERN and self.north else self.vi

    @classmethod
    def made(cls, write: Callable[[Language], str]) -> Text:
        """Make a text by writing it once in each language."""
        return cls(write(Language.VIETNAMESE), write(Language.ENGLISH), write(Language.NORTHERN))


NO_TEXT = Text("", "")
