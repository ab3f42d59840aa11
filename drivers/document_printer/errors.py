"""Why a question to the printer was not answered."""

from __future__ import annotations

from kiosk.domain.printout import PrinterCondition


class LineError(Exception):
    """The question was not answered. ``condition`` says what that tells of the printer."""

    def __init__(self, condition: PrinterCondition, message: str) -> None:
        super().__init__(message)
        self.condition = condition


class StoppedError(Exception):
    """The sending of a document was stopped, as it was wished."""
