"""What those who look after the machine are told by themselves: in the log, and in numbers for their monitoring."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import structlog

from config.settings import Settings
from kiosk.domain.slip import PrintFault
from offline_queue.metrics import write_printer_metrics

_log = structlog.get_logger()
_FILE = "aps-kiosk-printer.prom"


def printer_alarm(settings: Settings) -> Callable[[PrintFault | None], None]:
    """Return what hears of the receipt printer: the fault that keeps slips from coming out, None when they do again.

    The numbers lie beside the queue's own, where the settings want any.
    """
    queue = settings.queue.metrics_file
    file = Path(queue).with_name(_FILE) if queue else None

    def tell(fault: PrintFault | None) -> None:
        if fault is None:
            _log.info("receipt printer", state="ready")
        else:
            _log.error("receipt printer", state=fault.value, meaning="no slips come out")
        try:
            if file is not None:
                write_printer_metrics(file, fault)
        except OSError as error:
            _log.warning("metrics", problem=str(error))

    return tell
