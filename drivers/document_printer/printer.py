"""The printer as one, whether it is asked itself or stands behind a queue of CUPS on this machine.

A queue says *idle* of a printer that is out of reach, and goes on saying *media-empty* when there is paper again, until
its next job. So it is asked for the printer behind it, and that printer how it is.
"""

from __future__ import annotations

from dataclasses import replace

from drivers.document_printer.address import PrinterAddressError, read_address
from drivers.document_printer.encoding import Answer, Group
from drivers.document_printer.errors import LineError
from drivers.document_printer.line import IppLine
from drivers.document_printer.offer import ASKED, STATE, Offer, read_offer, state_of
from drivers.document_printer.words import Operation
from kiosk.domain.printout import PrinterCondition


class Printer:
    """Asks one printer about itself. Every question raises LineError."""

    def __init__(self, line: IppLine) -> None:
        self._line = line
        self._itself = line

    def offer(self) -> Offer:
        """Ask what it is and how it is now."""
        told = _good(self._line.ask(Operation.GET_PRINTER_ATTRIBUTES, ASKED)).first_of(Group.PRINTER)
        offer = read_offer(told)
        if not offer.device or not self._line.is_on_this_machine:
            return offer
        try:
            self._itself = self._line.to(read_address(offer.device))
        except PrinterAddressError:
            return offer
        return replace(offer, condition=self.condition()) if offer.condition.prints else offer

    def condition(self, more: frozenset[str] = frozenset()) -> PrinterCondition:
        """Ask how it is; ``more`` are reasons that a job tells of its printer."""
        answer = _good(self._itself.ask(Operation.GET_PRINTER_ATTRIBUTES, STATE))
        return state_of(answer.first_of(Group.PRINTER), more if self._itself is self._line else frozenset())


def _good(answer: Answer) -> Answer:
    if not answer.ok:
        raise LineError(PrinterCondition.NOT_IPP, f"no attributes (status {answer.status:#06x})")
    return answer
