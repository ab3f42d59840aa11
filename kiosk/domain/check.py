"""What the doctor found about one part of the machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckStatus(StrEnum):
    """``unknown``: it could not be looked at, and may be well."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, in plain words, and what to do about it (empty where there is nothing to do)."""

    status: CheckStatus
    message: str
    mend: str = ""


def well(message: str) -> Verdict:
    """Say that all is well."""
    return Verdict(CheckStatus.OK, message)


def warning(message: str, mend: str) -> Verdict:
    """Say that it works, and that somebody should see to it."""
    return Verdict(CheckStatus.WARNING, message, mend)


def failed(message: str, mend: str) -> Verdict:
    """Say that it does not work."""
    return Verdict(CheckStatus.FAILED, message, mend)


def unknown(message: str, mend: str) -> Verdict:
    """Say that it could not be looked at."""
    return Verdict(CheckStatus.UNKNOWN, message, mend)
