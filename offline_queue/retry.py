"""When to try again: full jitter under a growing cap, what the portal asks for, and a spread after an outage."""

from __future__ import annotations

import random
from dataclasses import dataclass

LONGEST = 600.0
"""Seconds between two tries, at most."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """``first`` and ``longest`` in seconds; ``spread`` the seconds over which kiosks come back after an outage."""

    first: float = 2.0
    longest: float = LONGEST
    spread: float = 300.0

    def pause(self, attempts: int, retry_after: float | None, randomness: random.Random) -> float:
        """Return the seconds to wait after the ``attempts``-th failure in a row (from 1).

        Full jitter (uniform from 0 to the doubled cap); never sooner than the portal asked for, never later than
        ``longest`` after that.
        """
        cap = min(self.longest, self.first * 2.0 ** min(attempts - 1, 30))
        jitter = randomness.uniform(0, cap)
        return jitter if retry_after is None else min(retry_after, self.longest) + jitter

    def reconnect(self, randomness: random.Random) -> float:
        """Return the seconds to wait before sending once the line is back."""
        return randomness.uniform(0, self.spread)
