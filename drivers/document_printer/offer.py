"""What a printer says of itself, and whether it can print a PDF on A4 now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from drivers.document_printer.encoding import Attribute, Values
from drivers.document_printer.job_watch import Expected
from drivers.document_printer.reasons import condition_of
from drivers.document_printer.words import (
    A4,
    BOTH_SIDES,
    ONE_SIDE,
    PDF,
    PRINTER_STOPPED,
    Operation,
    first,
    keywords,
    number,
    strings,
    whole,
)
from kiosk.domain.printout import PrinterCondition, Printout

ASKED = keywords(
    "requested-attributes",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "operations-supported",
    "document-format-supported",
    "media-supported",
    "media-ready",
    "sides-supported",
    "copies-supported",
    "device-uri",
    "cups-version",
)
STATE = keywords("requested-attributes", "printer-state", "printer-state-reasons")

_NEEDED = frozenset(
    {
        Operation.VALIDATE_JOB,
        Operation.CREATE_JOB,
        Operation.SEND_DOCUMENT,
        Operation.CANCEL_JOB,
        Operation.GET_JOB_ATTRIBUTES,
        Operation.GET_JOBS,
    }
)
_ASKABLE = {"ipp", "ipps", "http", "https"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One printer at one moment.

    ``queue`` is True for a queue of CUPS, which stands before the printer itself; ``device`` is that printer's address,
    where it can be asked. ``tells_the_end`` is False for a queue whose printer hears and says nothing: there, complete
    means sent.
    """

    condition: PrinterCondition
    sides: frozenset[str]
    counts_copies: bool
    queue: bool = False
    device: str = ""
    tells_the_end: bool = True

    def job_attributes(self, *, both_sides: bool) -> list[Attribute]:
        """Return how the sheets are to look, out of what the printer knows."""
        wanted = BOTH_SIDES if both_sides and BOTH_SIDES in self.sides else ONE_SIDE
        asked = [keywords("media", A4)]
        if self.counts_copies:
            asked.append(number("copies", 1))
        if wanted in self.sides:
            asked.append(keywords("sides", wanted))
        return asked

    def expected(self, printout: Printout) -> Expected:
        """Return what has to have come out of this printer at the end."""
        both = printout.both_sides and BOTH_SIDES in self.sides
        sheets = -(-printout.pages // 2) if both else printout.pages
        return Expected(printout.pages, sheets, self.queue, self.tells_the_end)


def read_offer(told: Mapping[str, Values]) -> Offer:
    """Read the attributes of a printer, or of a queue."""
    queue = "cups-version" in told
    device = str(first(told, "device-uri") or "") if queue else ""
    parts = urlsplit(device)
    hears_the_end = parts.scheme in {*_ASKABLE, "dnssd", ""} and "waitjob=false" not in parts.query
    return Offer(
        condition=_condition(told, queue=queue),
        sides=strings(told, "sides-supported"),
        counts_copies="copies-supported" in told,
        queue=queue,
        device=device.split("?")[0] if parts.scheme in _ASKABLE else "",
        tells_the_end=hears_the_end,
    )


def state_of(told: Mapping[str, Values], more: frozenset[str] = frozenset()) -> PrinterCondition:
    """Return the condition out of state and reasons alone; ``more`` are reasons that a job tells of its printer."""
    stopped = whole(told, "printer-state") == PRINTER_STOPPED
    return condition_of(strings(told, "printer-state-reasons") | more, stopped=stopped)


def _condition(told: Mapping[str, Values], *, queue: bool) -> PrinterCondition:
    if not {value for value in told.get("operations-supported", ()) if isinstance(value, int)} >= _NEEDED:
        return PrinterCondition.UNSUITABLE
    sheets = strings(told, "media-supported")
    if PDF not in strings(told, "document-format-supported") or (sheets and A4 not in sheets):
        return PrinterCondition.UNSUITABLE
    state = state_of(told)
    stopped = whole(told, "printer-state") == PRINTER_STOPPED
    if not state.prints and (stopped or not queue):  # what an idle queue tells is what it saw at its last job
        return state
    if first(told, "printer-is-accepting-jobs") is False:
        return PrinterCondition.PAUSED
    if queue:
        return PrinterCondition.READY
    ready = strings(told, "media-ready")
    return PrinterCondition.PAPER_NEEDED if ready and A4 not in ready else state
