"""The doctor's check of the receipt printer: it is asked how it stands, nothing is printed."""

from __future__ import annotations

from config.settings import Settings
from kiosk.bootstrap.devices import receipt_printer
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.check import Verdict, failed, warning, well
from kiosk.domain.slip import PrintFault

_SETTING = "see [receipt_printer] in docs/settings.md"
_WORDS = {
    PrintFault.PAPER_OUT: ("has no paper", "put a new roll in"),
    PrintFault.COVER_OPEN: ("stands open", "close its cover"),
    PrintFault.CUTTER_ERROR: ("has paper in its knife", "open it, take the paper out, switch it off and on"),
    PrintFault.OVERHEATED: ("is too hot", "wait some minutes, and give it air"),
    PrintFault.OFFLINE: ("is off line", "press its button, or switch it off and on"),
    PrintFault.NO_ANSWER: ("does not answer", "switch it off and on; see that nothing else prints on it"),
    PrintFault.UNREACHABLE: ("cannot be reached", "look at plug and cable, and at [receipt_printer] url"),
    PrintFault.CONNECTION_LOST: ("broke off", "look at plug and cable"),
}


def look_at_receipt_printer(settings: Settings) -> Verdict:
    """Ask the receipt printer how it stands."""
    if not settings.receipt_printer.url:
        return warning("there is no receipt printer in the settings: codes are only shown", _SETTING)
    try:
        stands = receipt_printer(settings).status()
    except CannotStartError as error:
        return failed(str(error), _SETTING)
    if stands.fault is not None:
        words, mend = _WORDS[stands.fault]
        return failed(f"the receipt printer {words}", mend)
    if stands.paper_low:
        return warning("the receipt printer's paper runs low", "have a new roll ready")
    return well("the receipt printer is ready")
