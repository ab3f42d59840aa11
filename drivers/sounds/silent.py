"""No sounds: where none can be played, or none are wanted."""

from __future__ import annotations

from kiosk.ports.sounds import Sound


class NoSounds:
    """Implements the Sounds port by silence."""

    def play(self, sound: Sound) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Nothing to end."""
