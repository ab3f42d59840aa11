"""What is asked of a scanner, what it tells on the way, and how a batch can end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.page import Page, Side


class ScanStatus(StrEnum):
    """How a batch ended. Only OK means that the scanner itself saw nothing wrong."""

    OK = "ok"
    EMPTY = "empty"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    DOUBLE_FEED = "double_feed"
    INCOMPLETE = "incomplete"
    TIMEOUT = "timeout"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """One batch: both sides or one, at ``dpi`` dots an inch, in colour unless ``grey``."""

    duplex: bool = True
    dpi: int = 300
    grey: bool = False


@dataclass(frozen=True, slots=True)
class SideStarted:
    """The scanner began a side."""

    sheet: int
    side: Side


@dataclass(frozen=True, slots=True)
class SideProgress:
    """How much of the side under way has been read, from 0.0 to 1.0."""

    sheet: int
    side: Side
    fraction: float


@dataclass(frozen=True, slots=True)
class SideScanned:
    """A side is complete and safe in memory."""

    page: Page


ScanEvent = SideStarted | SideProgress | SideScanned


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """The end of a batch. ``pages`` holds every side that arrived, whatever the status.

    ``message`` is for technicians. ``confirm_sheets`` is True when SANE alone cannot vouch for the count of sheets.
    ``one_sided`` is True when both sides were asked for and the scanner reads only one: the stack must be turned over.
    """

    status: ScanStatus
    pages: tuple[Page, ...]
    sheets: int
    message: str = ""
    confirm_sheets: bool = True
    one_sided: bool = False
