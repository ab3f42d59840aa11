"""Every check that needs no hands and no paper. A check is a small function over the settings, entered under its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from config.settings import Settings
from kiosk.bootstrap.document_printer_check import look_at_document_printer
from kiosk.bootstrap.queue_checks import QUEUE_CHECKS
from kiosk.bootstrap.receipt_printer_check import look_at_receipt_printer
from kiosk.domain.check import Verdict, unknown

Look = Callable[[Settings], Verdict]

CHECKS: Mapping[str, Look] = {
    **QUEUE_CHECKS,
    "receipt_printer": look_at_receipt_printer,
    "document_printer": look_at_document_printer,
}
"""In the order in which they are told. None may change anything, wait for long, or name a person."""


def examine(settings: Settings, checks: Mapping[str, Look] = CHECKS) -> dict[str, Verdict]:
    """Look at everything; what stumbles itself is unknown and stops no other."""
    return {name: _verdict(look, settings) for name, look in checks.items()}


def _verdict(look: Look, settings: Settings) -> Verdict:
    try:
        return look(settings)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other checks are wanted all the more
        return unknown(f"the check itself stumbled ({type(error).__name__}: {error})", "report this to the developers")
