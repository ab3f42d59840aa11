"""What ``printer-state-reasons`` mean: by prefix, as printers write ``media-empty``, ``media-empty-error`` and more."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.printout import PrinterCondition

_STOPPING: tuple[tuple[str, PrinterCondition], ...] = (
    ("cover-open", PrinterCondition.COVER_OPEN),
    ("door-open", PrinterCondition.COVER_OPEN),
    ("interlock-open", PrinterCondition.COVER_OPEN),
    ("media-jam", PrinterCondition.PAPER_JAM),
    ("input-tray-missing", PrinterCondition.TRAY_MISSING),
    ("input-media-tray-missing", PrinterCondition.TRAY_MISSING),
    ("media-empty", PrinterCondition.PAPER_OUT),
    ("media-needed", PrinterCondition.PAPER_NEEDED),
    ("toner-empty", PrinterCondition.TONER_OUT),
    ("marker-supply-empty", PrinterCondition.TONER_OUT),
    ("marker-supply-missing", PrinterCondition.TONER_OUT),
    ("marker-waste-full", PrinterCondition.FAULT),
    ("output-area-full", PrinterCondition.OUTPUT_FULL),
    ("output-tray-missing", PrinterCondition.OUTPUT_FULL),
    ("offline", PrinterCondition.OFFLINE),
    ("shutdown", PrinterCondition.OFFLINE),
    ("connecting-to-device", PrinterCondition.OFFLINE),
    ("timed-out", PrinterCondition.OFFLINE),
    ("paused", PrinterCondition.PAUSED),
    ("moving-to-paused", PrinterCondition.PAUSED),
    ("hold-new-jobs", PrinterCondition.PAUSED),
    ("deactivated", PrinterCondition.PAUSED),
    ("spool-area-full", PrinterCondition.FAULT),
    ("fuser-over-temp", PrinterCondition.FAULT),
    ("fuser-under-temp", PrinterCondition.FAULT),
    ("opc-life-over", PrinterCondition.FAULT),
    ("developer-empty", PrinterCondition.TONER_OUT),
)
"""In the order in which a person sees to them: an open cover before the jam under it, the jam before the paper."""

_LOW: tuple[tuple[str, PrinterCondition], ...] = (
    ("media-low", PrinterCondition.PAPER_LOW),
    ("toner-low", PrinterCondition.TONER_LOW),
    ("marker-supply-low", PrinterCondition.TONER_LOW),
)


def condition_of(reasons: Iterable[str], *, stopped: bool) -> PrinterCondition:
    """Return the condition behind the reasons.

    The severity at a reason's end says little: a printer that idles with its cover open tells ``cover-open-report``.
    It counts for words that are not known here: *error*, or a printer that is ``stopped``, is a fault.
    """
    told = frozenset(reasons)
    condition = _first(_STOPPING, told)
    if condition is not None:
        return condition
    if stopped or any(reason.endswith("-error") for reason in told):
        return PrinterCondition.FAULT
    return _first(_LOW, told) or PrinterCondition.READY


def _first(table: Iterable[tuple[str, PrinterCondition]], reasons: frozenset[str]) -> PrinterCondition | None:
    found = (condition for word, condition in table if any(reason.startswith(word) for reason in reasons))
    return next(found, None)
