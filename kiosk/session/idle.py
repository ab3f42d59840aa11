"""Silence: first a warning of at least 90 seconds, then the wipe. Time is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Silence(Enum):
    """What the silence so far asks for."""

    NOTHING = auto()
    WARN = auto()
    WIPE = auto()


@dataclass(slots=True)
class IdleWatch:
    """Measures silence in seconds of a monotonic clock. ``warning`` begins after ``idle`` seconds."""

    idle: float
    warning: float
    touched_at: float = 0.0

    def touch(self, now: float) -> None:
        """Somebody is there."""
        self.touched_at = now

    def seconds_left(self, now: float) -> int:
        """Return whole seconds until the wipe, never below 0."""
        return max(0, round(self.touched_at + self.idle + self.warning - now))

    def judge(self, now: float) -> Silence:
        """Say what this moment asks for."""
        silent = now - self.touched_at
        if silent >= self.idle + self.warning:
            return Silence.WIPE
        return Silence.WARN if silent >= self.idle else Silence.NOTHING
