"""No voice: where none is installed, or none is wanted."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.text import Language
from kiosk.ports.speech import Ending


class NoSpeech:
    """Implements the Speech port by silence."""

    available = False

    def say(self, text: str, language: Language, ended: Callable[[Ending], None]) -> None:
        """Say nothing."""
        del text, language
        ended(Ending.FAILED)

    def stop(self) -> None:
        """Nothing is being said."""

    def close(self) -> None:
        """Nothing to end."""
