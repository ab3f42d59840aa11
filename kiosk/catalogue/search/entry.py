"""What is searched and what is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A procedure under all its names; the texts are as published, with their marks."""

    code: str
    name: str
    plain: str = ""
    synonyms: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The name, what it is in plain words, and the synonyms; except for the name, blank ones are left out."""
        return (self.name, *(text for text in (self.plain, *self.synonyms) if text.strip()))


@dataclass(frozen=True, slots=True)
class Hit:
    """A procedure that was found, with a score above 0 up to 1; scores of different searches do not compare."""

    code: str
    name: str
    score: float
