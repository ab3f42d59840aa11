"""The short sounds that tell what a hand or the machine has done."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """Something to be told by ear; the screen always tells it as well."""

    PRESS = "press"
    WARNING = "warning"
    SAFE = "safe"
    HELP = "help"


class Sounds(Protocol):
    """Plays short sounds. No call blocks or raises: where nothing can be played there is silence."""

    def play(self, sound: Sound) -> None:
        """Play this; a press that comes while another sound is played goes without."""
        ...

    def close(self) -> None:
        """End every process that belongs to the sounds."""
        ...
