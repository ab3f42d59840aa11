"""Questions to a printer and its answers, each with a deadline."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from drivers.receipt_printer import protocol
from drivers.receipt_printer.answers import Answers, read_confirmation, read_realtime, says_trouble
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import PrintFault

if TYPE_CHECKING:
    from drivers.receipt_printer.links.link import Link

_QUESTIONS = (1, 2, 3, 4)
_LOOK_S = 0.5
"""How long a question in between may take, and how often somebody who waits for the end of a slip asks one."""

_QUIET_S = 0.2
"""A silence after which no more answers to older questions are under way."""


class SilentError(Exception):
    """The printer did not answer in time."""


class Conversation:
    """Talks over one open link; ``patience`` is the wait in seconds for each answer.

    ``reports``: the printer tells of faults by itself, and need not be asked between two bands.
    """

    def __init__(self, link: Link, patience: float, *, reports: bool) -> None:
        self._link = link
        self._patience = patience
        self._reports = reports
        self._deaf = False
        self._answers = Answers()

    def begin(self) -> None:
        """Begin a slip; what the printer reported before counts no more. Raises TimeoutError, OSError."""
        self._answers.reported = None
        self.send(protocol.INITIALISE + (protocol.REPORT_CHANGES if self._reports else b""))

    def send(self, data: bytes) -> None:
        """Send some bytes. Raises TimeoutError when the printer takes nothing more, OSError for a broken line."""
        self._link.send(data)

    def status(self, patience: float | None = None) -> PrinterStatus:
        """Ask how the printer stands. Raises SilentError, OSError."""
        deadline = time.monotonic() + (self._patience if patience is None else patience)
        return read_realtime(*(self._ask(kind, deadline) for kind in _QUESTIONS))

    def reported(self) -> PrintFault | None:
        """Return a fault of which the printer has told by itself since the slip began. Raises OSError."""
        self._catch_up()
        return self._answers.reported

    def noticed(self) -> PrintFault | None:
        """Return a fault that has come up while the slip is sent. Raises TimeoutError, OSError.

        A printer that does not answer while it prints is not asked again.
        """
        reported = self.reported()
        if self._reports or self._deaf or reported is not None:
            return reported
        try:
            return self._named(_LOOK_S) if self._stands_still(_LOOK_S) else None
        except SilentError:
            self._deaf = True
            return None

    def confirmed(self, printing_s: float) -> PrinterStatus:
        """Ask what is answered only after all that was sent is done, and wait for it or for a fault.

        ``printing_s`` is how long in seconds it may take to print what was sent. Raises SilentError when neither comes
        in that time and one wait more, TimeoutError when the printer does not even take the question, OSError.
        """
        self._catch_up()
        self._answers.confirmations.clear()
        self.send(protocol.CONFIRM)
        end = time.monotonic() + self._patience + printing_s
        while (left := end - time.monotonic()) > 0:
            self._hear(min(_LOOK_S, left))
            fault = None if self._answers.confirmations else self._fault_so_far(min(_LOOK_S, left))
            if self._answers.confirmations:
                return read_confirmation(self._answers.confirmations.popleft())
            if fault is not None:
                return PrinterStatus(fault)
        raise SilentError

    def is_caught_up(self, printing_s: float) -> bool:
        """Wait until no answer to an older slip can come any more; False when that cannot be known. Raises OSError."""
        try:
            stands = self.confirmed(printing_s)
        except SilentError:
            return False
        while data := self._link.receive(_QUIET_S):
            self._answers.take(data)
        return stands.fault is None

    def _fault_so_far(self, patience: float) -> PrintFault | None:
        try:
            return self._answers.reported or self._named(patience)
        except (SilentError, TimeoutError):  # some are deaf while they print
            return None

    def _stands_still(self, patience: float) -> bool:
        """Ask as little as tells that something is wrong."""
        deadline = time.monotonic() + patience
        return says_trouble(*(self._ask(kind, deadline) for kind in _QUESTIONS[:2]))

    def _named(self, patience: float) -> PrintFault | None:
        """Return a fault that is named twice: an answer that came late may have been taken for another one's."""
        fault = self.status(patience).fault
        return fault if fault is not None and self.status(patience).fault is fault else None

    def _ask(self, kind: int, deadline: float) -> int:
        self._catch_up()
        self._answers.realtime.clear()
        self.send(protocol.ask(kind))
        while not self._answers.realtime:
            left = deadline - time.monotonic()
            if left <= 0:
                raise SilentError
            self._hear(left)
        return self._answers.realtime.popleft()

    def _catch_up(self) -> None:
        while data := self._link.receive(0.0):
            self._answers.take(data)

    def _hear(self, seconds: float) -> None:
        self._answers.take(self._link.receive(seconds))
