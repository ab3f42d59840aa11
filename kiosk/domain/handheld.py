"""What a handheld code reader can bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class CodeHeard:
    """A whole code, in valid UTF-8; ``others`` came in one go with it, from whatever else the reader saw."""

    payload: bytes
    others: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeTyped:
    """A whole code from a reader that types: the keyboard's layout may have mangled all but its digits."""

    text: str


class CodeFlaw(StrEnum):
    """Why what came is not taken for a code."""

    BROKEN_OFF = "broken_off"
    TOO_LONG = "too_long"
    NOT_UTF_8 = "not_utf_8"


@dataclass(frozen=True, slots=True)
class CodeSpoilt:
    """Something came that cannot be believed; the person may hold the card to the reader once more."""

    flaw: CodeFlaw


@dataclass(frozen=True, slots=True)
class ReaderGone:
    """The reader is not there, or was unplugged; ``reason`` is for technicians."""

    reason: str


@dataclass(frozen=True, slots=True)
class NoCode:
    """The wish to stop came before any code."""


HandheldOutcome = CodeHeard | CodeTyped | CodeSpoilt | ReaderGone | NoCode
