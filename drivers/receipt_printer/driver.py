"""The receipt printer: refuse early, send in bands, believe only what the printer confirms."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from drivers.receipt_printer import protocol
from drivers.receipt_printer.address import parse_address
from drivers.receipt_printer.conversation import Conversation, SilentError
from drivers.receipt_printer.drawing import Drawing
from drivers.receipt_printer.half_slip import HalfSlip
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.turn import turn
from drivers.receipt_printer.void_strip import draw_void_strip
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, PrintOutcome, Refused, Slip, Unconfirmed

if TYPE_CHECKING:
    from drivers.receipt_printer.links.link import Link

_LINES_A_SECOND = 400
"""Dot lines that the slowest printer prints in a second (50 mm)."""

_HELD_LINES = 1000
"""Dot lines of an older slip that a printer may still hold, in a buffer of 64 kB."""

_UNSAID = {PrintFault.NO_ANSWER, PrintFault.CONNECTION_LOST}
"""What the printer itself has not said."""


class EscposReceiptPrinter:
    """Implements the ReceiptPrinter port.

    ``url`` as in ``address``, empty for none; ``timeout_s`` the wait in seconds for each answer. ``folder`` is where it
    is remembered that a slip is under way, and whose turn it is; None for a printer that nobody else uses.
    """

    def __init__(self, url: str, profile: Profile, timeout_s: float, folder: Path | None = None) -> None:
        self._address = parse_address(url) if url else None
        self._profile = profile
        self._timeout = timeout_s
        self._drawing = Drawing(profile.width_dots)
        self._half = HalfSlip(folder and folder / "slip-under-way")
        self._lock_file = folder and folder / "receipt-printer.lock"
        self._one_at_a_time = threading.Lock()

    def preview(self, slip: Slip) -> bytes:
        """Return the raster that would be printed, as a PNG."""
        out = BytesIO()
        drawn = self._drawing.of(slip)
        drawn.picture.save(out, "PNG")
        return out.getvalue()

    def status(self) -> PrinterStatus:
        """Ask how the printer stands."""
        with self._turn(leaves_traces=False) as ours:
            if not ours:
                return PrinterStatus(PrintFault.NO_ANSWER)
            link = self._open()
            if link is None:
                return PrinterStatus(PrintFault.UNREACHABLE)
            try:
                return _status(self._talk(link))
            finally:
                link.close()

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Print and cut; Printed only when the printer answered after the cut."""
        with self._turn(leaves_traces=True) as ours:
            if not ours:
                return Refused(PrintFault.NO_ANSWER)
            link = self._open()
            if link is None:
                return Refused(PrintFault.UNREACHABLE)
            outcome: PrintOutcome = PrintFailed(PrintFault.CONNECTION_LOST)
            try:
                outcome = self._print(self._talk(link), slip)
            finally:
                link.close() if isinstance(outcome, Printed | Refused) else link.abandon()
            if isinstance(outcome, Unconfirmed | PrintFailed):
                outcome = self._looked_after(outcome)
            elif isinstance(outcome, Printed):
                self._half.end()
            return outcome

    @contextmanager
    def _turn(self, *, leaves_traces: bool) -> Iterator[bool]:
        with self._one_at_a_time, turn(self._lock_file, self._timeout, leaves_traces=leaves_traces) as ours:
            yield ours

    def _open(self) -> Link | None:
        if self._address is None:
            return None
        from drivers.receipt_printer.links import open_link  # noqa: PLC0415 - see there

        try:
            return open_link(self._address, self._timeout)
        except OSError:
            return None

    def _talk(self, link: Link) -> Conversation:
        return Conversation(link, self._timeout, reports=self._profile.reports_changes)

    def _print(self, talk: Conversation, slip: Slip) -> PrintOutcome:
        before = self._before(talk)
        if before.fault is not None:
            return Refused(before.fault)
        drawn = self._drawing.of(slip)  # held until all is sent, for the screen to share it
        try:
            certain = self._make_ready(talk)
            fault = self._send(talk, drawn.picture)
        except TimeoutError:
            return PrintFailed(_told(talk) or PrintFault.NO_ANSWER)
        except OSError:
            return PrintFailed(PrintFault.CONNECTION_LOST)
        if fault is not None:
            return PrintFailed(fault)
        outcome = _confirmed(talk, drawn.picture.height)
        return outcome if certain or not isinstance(outcome, Printed) else Unconfirmed(PrintFault.NO_ANSWER)

    def _before(self, talk: Conversation) -> PrinterStatus:
        """Ask how it stands; a printer that waits for the rest of a band may hear the question only after that."""
        stands = _status(talk)
        if stands.fault is PrintFault.NO_ANSWER and self._half.hangs:
            with suppress(OSError):
                return _status(talk) if self._caught_up(talk) else stands
        return stands

    def _make_ready(self, talk: Conversation) -> bool:
        """Begin, and mark a half slip as void; False when an answer to that one may still come. Raises OSError."""
        certain = not self._half.hangs or self._caught_up(talk)
        talk.begin()
        if self._half.hangs:
            for band in protocol.raster(draw_void_strip(self._profile.width_dots)):
                talk.send(band)
            talk.send(self._profile.cut)
        return certain

    def _caught_up(self, talk: Conversation) -> bool:
        """Have it end what was broken off, and wait until nothing older is under way. Raises TimeoutError, OSError."""
        talk.send(protocol.rest_of_a_band(self._profile.width_dots))
        return talk.is_caught_up(_HELD_LINES / _LINES_A_SECOND)

    def _send(self, talk: Conversation, picture: Image.Image) -> PrintFault | None:
        """Send the slip and the cut; returns a fault that came up meanwhile. Raises TimeoutError, OSError."""
        self._half.begin()
        for band in protocol.raster(picture):
            talk.send(band)
            fault = talk.noticed()
            if fault is not None:
                return fault
        talk.send(self._profile.cut)
        return None

    def _looked_after(self, outcome: Unconfirmed | PrintFailed) -> PrintOutcome:
        """See over a new link how the printer stands: on the old one questions wait behind what it does not take.

        A printer that has a fault did not print to the end, and forgets the rest, so that it does not come out when the
        fault is mended. One that has none has printed all that it was sent.
        """
        link = self._open()
        if link is None:
            return outcome
        try:
            talk = self._talk(link)
            fault = _status(talk).fault
            if fault not in {None, PrintFault.NO_ANSWER} and outcome.fault in _UNSAID:
                outcome = PrintFailed(fault)
            if isinstance(outcome, PrintFailed):
                with suppress(OSError):
                    talk.send(protocol.RECOVER + (protocol.CLEAR if self._profile.clears else b""))
            elif fault is None and outcome.fault is PrintFault.NO_ANSWER:
                self._half.end()
            return outcome
        finally:
            link.close()


def _status(talk: Conversation) -> PrinterStatus:
    try:
        return talk.status()
    except (SilentError, OSError):
        return PrinterStatus(PrintFault.NO_ANSWER)


def _told(talk: Conversation) -> PrintFault | None:
    """Return the fault of which a printer that takes nothing more has told by itself."""
    try:
        return talk.reported()
    except OSError:
        return PrintFault.CONNECTION_LOST


def _confirmed(talk: Conversation, lines: int) -> PrintOutcome:
    """Wait for the answer that is given only after the cut."""
    try:
        stands = talk.confirmed(lines / _LINES_A_SECOND)
    except SilentError:
        return Unconfirmed(PrintFault.NO_ANSWER)
    except TimeoutError:
        return PrintFailed(PrintFault.NO_ANSWER)
    except OSError:
        return Unconfirmed(PrintFault.CONNECTION_LOST)
    return Printed(stands.paper_low) if stands.fault is None else PrintFailed(stands.fault)
