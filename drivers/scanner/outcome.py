"""What the words of SANE and the states of an eSCL feeder mean for the citizen's batch."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

from drivers.scanner.escl_documents import value_of
from kiosk.domain.scan import ScanStatus

_WORDS = {
    "Document feeder jammed": ScanStatus.JAMMED,
    "Document feeder out of documents": ScanStatus.EMPTY,
    "Scanner cover is open": ScanStatus.COVER_OPEN,
    "cancelled": ScanStatus.CANCELLED,
    "Operation was canceled": ScanStatus.CANCELLED,
    "Operation was cancelled": ScanStatus.CANCELLED,
}
"""The exact texts of ``sane_strstatus``: python-sane raises no code (DESIGN, SANE facts)."""

_FEEDER = {
    "ScannerAdfJam": ScanStatus.JAMMED,
    "ScannerAdfHatchOpen": ScanStatus.COVER_OPEN,
    "ScannerAdfMultipickDetected": ScanStatus.DOUBLE_FEED,
    "ScannerAdfMispick": ScanStatus.JAMMED,
}

_ASK_SECONDS = 2.0


def status_of(words: str, sides: int) -> ScanStatus:
    """Sort how SANE ended a batch; running out of documents after at least one side is the normal end."""
    status = _WORDS.get(words, ScanStatus.FAILED)
    return ScanStatus.OK if status is ScanStatus.EMPTY and sides else status


def escl_url_of(sane_config_dir: str) -> str | None:
    """Return the eSCL address in a private ``airscan.conf``, or None."""
    file = Path(sane_config_dir or "/nowhere") / "airscan.conf"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    for line in lines:
        _, equals, value = line.partition("=")
        url = value.split(",")[0].strip()
        if equals and url.startswith("http"):
            return url
    return None


def feeder_fault(escl_url: str) -> ScanStatus | None:
    """Ask the device itself what its feeder thinks: through SANE a batch can end normally after a jam (DESIGN 6)."""
    try:
        with urllib.request.urlopen(f"{escl_url}/ScannerStatus", timeout=_ASK_SECONDS) as answer:  # noqa: S310 - from our own settings
            document = answer.read(65536).decode("utf-8", "replace")
    except (OSError, urllib.error.URLError, ValueError):
        return None
    return _FEEDER.get(value_of(document, "AdfState") or "")
