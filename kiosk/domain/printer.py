"""How the receipt printer stands."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.slip import PrintFault


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """``fault`` is the first thing that keeps it from printing, None when it is ready."""

    fault: PrintFault | None = None
    paper_low: bool = False
