"""Sheets on A4: what is printed, how the printer is, and whether it really came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PrintoutKind(StrEnum):
    """What it is. That is all a printer's queue ever learns of it: job names tell nothing about a person."""

    FORM = "form"
    FILLED_FORM = "filled-form"
    GUIDE = "guide"
    QR_BOARD = "qr-board"
    RESULT = "result"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Printout:
    """A PDF in memory and its count of pages. ``both_sides``: on both sides of the sheet, where the printer can."""

    kind: PrintoutKind
    pdf: bytes = field(repr=False)
    pages: int
    both_sides: bool = False


class PrinterCondition(StrEnum):
    """How the printer is; of several conditions the one that a person has to see to first."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    TONER_LOW = "toner_low"
    BUSY = "busy"
    COVER_OPEN = "cover_open"
    PAPER_JAM = "paper_jam"
    PAPER_OUT = "paper_out"
    PAPER_NEEDED = "paper_needed"
    TRAY_MISSING = "tray_missing"
    TONER_OUT = "toner_out"
    OUTPUT_FULL = "output_full"
    PAUSED = "paused"
    OFFLINE = "offline"
    FAULT = "fault"
    UNREACHABLE = "unreachable"
    NO_ANSWER = "no_answer"
    NOT_ALLOWED = "not_allowed"
    NOT_IPP = "not_ipp"
    UNSUITABLE = "unsuitable"
    NONE = "none"

    @property
    def prints(self) -> bool:
        """Whether a job that is sent now can come out."""
        return self in _PRINTS


_PRINTS = frozenset({PrinterCondition.READY, PrinterCondition.PAPER_LOW, PrinterCondition.TONER_LOW})


class JobTrouble(StrEnum):
    """What can go wrong with a job while the printer itself may be well."""

    NOT_MADE = "not_made"
    NOT_FETCHED = "not_fetched"
    REJECTED = "rejected"
    LEFT_BEHIND = "left_behind"
    CONNECTION_LOST = "connection_lost"
    BROKEN_OFF = "broken_off"
    CANCELLED_ELSEWHERE = "cancelled_elsewhere"
    TOO_LONG = "too_long"
    NOT_STOPPED = "not_stopped"
    FORGOTTEN = "forgotten"
    WITH_ERRORS = "with_errors"
    TOO_FEW_PAGES = "too_few_pages"
    NOT_TOLD = "not_told"


PrintReason = PrinterCondition | JobTrouble


@dataclass(frozen=True, slots=True)
class PrintoutPrinted:
    """The printer itself says that the job is complete. ``pages`` as it counted them, else as they were sent."""

    pages: int


@dataclass(frozen=True, slots=True)
class PrintoutRefused:
    """Nothing of the document was sent, nothing can come out."""

    reason: PrintReason


@dataclass(frozen=True, slots=True)
class PrintoutCancelled:
    """Stopped as it was wished, and the printer says so. ``pages`` may have come out before."""

    pages: int


@dataclass(frozen=True, slots=True)
class PrintoutFailed:
    """It broke off and the printer has let go of it: nothing more will come out. ``pages`` may have come out before."""

    reason: PrintReason
    pages: int = 0


@dataclass(frozen=True, slots=True)
class PrintoutUnconfirmed:
    """It may have come out, wholly or in part, or may come out yet; the printer does not say."""

    reason: PrintReason


PrintoutOutcome = PrintoutPrinted | PrintoutRefused | PrintoutCancelled | PrintoutFailed | PrintoutUnconfirmed


@dataclass(frozen=True, slots=True)
class PrintoutProgress:
    """How a job stands: pages that are out, as the printer counts them, and how the printer is."""

    pages: int
    condition: PrinterCondition


@dataclass(frozen=True, slots=True)
class QueueClear:
    """The printer says that nothing of this kiosk is left in its queue."""


@dataclass(frozen=True, slots=True)
class QueueNotClear:
    """Something of this kiosk may be left: ``jobs`` of them, None when the printer could not be asked."""

    reason: PrintReason
    jobs: int | None = None


QueueState = QueueClear | QueueNotClear
