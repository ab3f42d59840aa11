"""The doctor's check of the A4 printer: it is asked how it is, nothing is printed."""

from __future__ import annotations

from config.settings import Settings
from kiosk.bootstrap.devices import document_printer
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.check import Verdict, failed, warning, well
from kiosk.domain.printout import PrinterCondition
from kiosk.domain.printout_words import reason_words

_SETTING = "write its address to [document_printer] url; aps-kiosk doctor then asks it again"
_MENDS = {
    PrinterCondition.UNREACHABLE: "switch the printer on, look at its cable, and at [document_printer] url",
    PrinterCondition.NO_ANSWER: "switch the printer off and on again",
    PrinterCondition.NOT_ALLOWED: "let the kiosk print without a password, in the printer's own pages or cupsd.conf",
    PrinterCondition.NOT_IPP: _SETTING,
    PrinterCondition.UNSUITABLE: "use one that takes PDF on A4, or a queue of CUPS before it: docs/printing-a4.md",
    PrinterCondition.PAUSED: "resume it at the printer, or with: cupsenable and cupsaccept",
}


def look_at_document_printer(settings: Settings) -> Verdict:
    """Ask the A4 printer how it is."""
    if not settings.document_printer.url:
        return well("there is no A4 printer in the settings")
    try:
        condition = document_printer(settings).condition()
    except CannotStartError as error:
        return failed(str(error), _SETTING)
    words = reason_words(condition).en
    if condition is PrinterCondition.READY:
        return well(words)
    if condition.prints or condition is PrinterCondition.BUSY:
        return warning(words, "see to it before it runs out")
    return failed(words, _MENDS.get(condition, "see to it at the printer"))
