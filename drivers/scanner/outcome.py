"""What the words of SANE mean for the batch."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.domain.scan_machine import SaneEnd

_WORDS = {
    "Document feeder out of documents": SaneEnd.OUT_OF_PAPER,
    "single side": SaneEnd.SINGLE_SIDE,
    "Document feeder jammed": SaneEnd.JAMMED,
    "Scanner cover is open": SaneEnd.COVER_OPEN,
    "cancelled": SaneEnd.CANCELLED,
    "Operation was canceled": SaneEnd.CANCELLED,
    "Operation was cancelled": SaneEnd.CANCELLED,
}
"""The exact texts of ``sane_strstatus``: python-sane raises no code (DESIGN, SANE facts)."""


def end_of(words: str, sensors: Collection[str] = ()) -> SaneEnd:
    """Sort how SANE ended a batch; a sensor says more than a jam does. What has no word of its own is a failure."""
    end = _WORDS.get(words, SaneEnd.FAILED)
    if end is not SaneEnd.CANCELLED:
        if "double_feed" in sensors:
            return SaneEnd.DOUBLE_FEED
        if "cover_open" in sensors:
            return SaneEnd.COVER_OPEN
    return end
