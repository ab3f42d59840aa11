"""When to try again: full jitter under a doubling ceiling, what the portal asks for, and a spread after an outage."""

from __future__ import annotations

import random
from dataclasses import dataclass

LONGEST = 600.0
"""Seconds between two tries, at most."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """All in seconds.

    ``first`` and ``longest`` are ceilings of a pause, ``probe`` that of a pause between probes of a dead line; over
    ``spread`` the kiosks of a province come back after an outage.
    """

    first: float = 2.0
    longest: float = LONGEST
    probe: float = 30.0
    spread: float = 300.0

    def pause(self, failures: int, retry_after: float | None, randomness: random.Random) -> float:
        """Return the seconds to wait after ``failures`` failures in a row (from 1); never more than ``longest``.

        Full jitter: uniform between 0 and the ceiling. The portal's Retry-After is a floor, and up to as much again
        lies on top of it, so that not all kiosks come back in the same second. That does not grow: a portal that says
        when would stand idle at the end of a storm, waiting for those who were turned away most often.
        """
        if not retry_after or retry_after < 0:
            return randomness.uniform(0, self._ceiling(failures, self.longest))
        return min(self.longest, retry_after + randomness.uniform(0, max(retry_after, self.first)))

    def probe_pause(self, failures: int, randomness: random.Random) -> float:
        """Return the seconds until a dead line is probed again: a probe costs little, so its ceiling is low."""
        return randomness.uniform(0, self._ceiling(failures, min(self.probe, self.longest)))

    def reconnect(self, outage: float, randomness: random.Random) -> float:
        """Return the seconds to wait once the line is back: spread over as long as it was lost."""
        return randomness.uniform(0, min(self.spread, max(outage, 0.0)))

    def _ceiling(self, failures: int, longest: float) -> float:
        return min(longest, self.first * 2.0 ** min(max(failures - 1, 0), 40))
