"""The numbers and keywords of IPP (RFC 8011) that this driver uses, and attributes made of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from drivers.document_printer.encoding import Attribute, Tag, Value, Values
from kiosk.domain.printout import JobTrouble, PrinterCondition, PrintReason

PDF = "application/pdf"
A4 = "iso_a4_210x297mm"
ONE_SIDE, BOTH_SIDES = "one-sided", "two-sided-long-edge"


class Operation(IntEnum):
    """What a printer can be asked."""

    VALIDATE_JOB = 0x0004
    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


class Status(IntEnum):
    """Answers that are told apart."""

    NOT_AUTHENTICATED = 0x0402
    FORBIDDEN = 0x0401
    NOT_AUTHORISED = 0x0403
    NOT_POSSIBLE = 0x0404
    NOT_FOUND = 0x0406
    GONE = 0x0407
    FORMAT_NOT_SUPPORTED = 0x040A
    VALUES_NOT_SUPPORTED = 0x040B
    UNAVAILABLE = 0x0502
    DEVICE_ERROR = 0x0504
    NOT_ACCEPTING = 0x0506
    BUSY = 0x0507


_REFUSALS: Mapping[int, PrinterCondition] = {
    Status.FORBIDDEN: PrinterCondition.NOT_ALLOWED,
    Status.NOT_AUTHENTICATED: PrinterCondition.NOT_ALLOWED,
    Status.NOT_AUTHORISED: PrinterCondition.NOT_ALLOWED,
    Status.FORMAT_NOT_SUPPORTED: PrinterCondition.UNSUITABLE,
    Status.VALUES_NOT_SUPPORTED: PrinterCondition.UNSUITABLE,
    Status.UNAVAILABLE: PrinterCondition.FAULT,
    Status.DEVICE_ERROR: PrinterCondition.FAULT,
    Status.NOT_ACCEPTING: PrinterCondition.PAUSED,
    Status.BUSY: PrinterCondition.BUSY,
}


def refusal(status: int) -> PrintReason:
    """Return why a printer did not do what it was asked to."""
    return _REFUSALS.get(status, JobTrouble.REJECTED)


class JobState(IntEnum):
    """``job-state``; from CANCELLED on it is the job's end."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


ENDS = frozenset({JobState.CANCELLED, JobState.ABORTED, JobState.COMPLETED})
PRINTER_STOPPED = 5


def number(name: str, *values: int) -> Attribute:
    """Return an attribute of whole numbers."""
    return Attribute(name, Tag.INTEGER, values)


def yes(name: str) -> Attribute:
    """Return an attribute that is true."""
    return Attribute(name, Tag.BOOLEAN, (True,))


def keywords(name: str, *values: str) -> Attribute:
    """Return an attribute of keywords."""
    return Attribute(name, Tag.KEYWORD, values)


def name_of(name: str, value: str) -> Attribute:
    """Return an attribute that is a name."""
    return Attribute(name, Tag.NAME, (value,))


def first(values: Mapping[str, Values], name: str) -> Value | None:
    """Return the first value of an attribute, None where it is not told."""
    return next(iter(values.get(name, ())), None)


def strings(values: Mapping[str, Values], name: str) -> frozenset[str]:
    """Return the values of an attribute that are text."""
    return frozenset(value for value in values.get(name, ()) if isinstance(value, str))


def whole(values: Mapping[str, Values], name: str) -> int | None:
    """Return the first value of an attribute that is a number."""
    value = first(values, name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
