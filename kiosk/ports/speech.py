"""The voice that reads the screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from kiosk.domain.text import Language


class Ending(Enum):
    """How something that was to be said came to its end."""

    SAID = auto()
    STOPPED = auto()
    FAILED = auto()


class Speech(Protocol):
    """One voice. No call blocks or raises: a voice that does not work costs silence and a line in the log."""

    @property
    def available(self) -> bool:
        """Say whether there is a voice at all, so that nobody is offered one that does not exist."""
        ...

    def say(self, text: str, language: Language, ended: Callable[[Ending], None]) -> None:
        """Say this in place of what is being said. ``ended`` is called once, from any thread."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def close(self) -> None:
        """Be silent, and end every process that belongs to this voice."""
        ...
