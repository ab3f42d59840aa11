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
    """Measures silence in seconds of a monotonic clock. A warning after ``idle`` seconds stands for ``warning``.

    The wipe is counted from the moment at which the warning was seen to begin, not from the last touch: a program that
    was held up for minutes warns first all the same.
    """

    idle: float
    warning: float
    touched_at: float = 0.0
    warned_at: float | None = None

    def touch(self, now: float) -> None:
        """Somebody is there."""
        self.touched_at, self.warned_at = now, None

    def stir(self, now: float) -> None:
        """Somebody touched the warning, but none of its buttons: it begins again."""
        if self.warned_at is None:
            self.touch(now)
        else:
            self.warned_at = now

    def seconds_left(self, now: float) -> int:
        """Return whole seconds until the wipe, never below 0."""
        warned_at = self.touched_at + self.idle if self.warned_at is None else self.warned_at
        return max(0, round(warned_at + self.warning - now))

    def judge(self, now: float) -> Silence:
        """Say what this moment asks for."""
        if self.warned_at is None:
            if now - self.touched_at < self.idle:
                return Silence.NOTHING
            self.warned_at = now
        return Silence.WIPE if now - self.warned_at >= self.warning else Silence.WARN
