"""Words for people, in Vietnamese with English beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the screen and the slip."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; both are complete, neither is a fallback for the other."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """Return the text in one language."""
        return self.en if language is Language.ENGLISH else self.vi


NO_TEXT = Text("", "")
