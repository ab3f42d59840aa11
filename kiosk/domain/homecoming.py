"""What became of a submission that was carried away and is put back into the queue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """``repaired``: the queue had it damaged; ``known``: it has it whole, or the portal has it by now."""

    PUT_BACK = "put_back"
    REPAIRED = "repaired"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Homecoming:
    """One folder by its name, and why it was refused. The code is None where it could not be read."""

    submission_id: str
    reference_code: str | None
    outcome: Outcome
    reason: str | None = None
