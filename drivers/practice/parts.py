"""A scanner with sample sheets, a printer without paper, a reader that sees the sample card, an outbox that forgets."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from uuid import UUID

from drivers.scanner.papers import A4, CARD_PAYLOAD, side_jpeg
from kiosk.domain.outbox import DeliveryStatus, ItemState, QueueSummary, Stored
from kiosk.domain.page import Page, Side
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.scan import (
    ScanEvent,
    ScanOutcome,
    ScanRequest,
    ScanStatus,
    SideProgress,
    SideScanned,
    SideStarted,
)
from kiosk.domain.seal import Seal
from kiosk.domain.slip import Printed, PrintOutcome, Slip
from kiosk.domain.submission import Submission
from kiosk.ports.code_reader import any_code
from kiosk.ports.scanner import Cancel

REFERENCE_CODE = "TAP-THU"
"""What stands on the slip of practice in the place of a code."""

_SHEET = "practice"
_DPI = 150
_STEPS = 10
_STEP_SECONDS = 0.2
_PRINT_SECONDS = 2.0

Pause = Callable[[float], None]


class PracticeScanner:
    """Implements the Scanner port: one sample sheet each time, at a calm pace."""

    def __init__(self, pause: Pause = time.sleep) -> None:
        self._pause = pause

    def scan(self, request: ScanRequest, on_event: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
        """Give the sample sheet, both sides of it or one."""
        pages: list[Page] = []
        for side in (Side.FRONT, Side.BACK) if request.duplex else (Side.FRONT,):
            on_event(SideStarted(1, side))
            for step in range(_STEPS):
                if cancel.is_set():
                    return ScanOutcome(ScanStatus.CANCELLED, tuple(pages), len(pages[:1]))
                self._pause(_STEP_SECONDS)
                on_event(SideProgress(1, side, (step + 1) / _STEPS))
            pages.append(_sample(side))
            on_event(SideScanned(pages[-1]))
        return ScanOutcome(ScanStatus.OK, tuple(pages), 1)

    def paper_left(self) -> bool | None:
        """Tell nothing: no sheet was ever there."""
        return None

    def close(self) -> None:
        """Nothing is open."""


def _sample(side: Side) -> Page:
    jpeg = side_jpeg(_SHEET, 0 if side is Side.FRONT else 1, _DPI, False)
    return Page(jpeg, A4[0] * _DPI // 300, A4[1] * _DPI // 300, _DPI, 1, side)


class PracticeReader:
    """Implements the CodeReader port: whatever lies on the scanner is the sample card."""

    def read(self, image: bytes, wanted: Callable[[bytes], bool] = any_code) -> tuple[bytes, ...]:
        """Return the sample card's code."""
        del image, wanted
        return (CARD_PAYLOAD.encode(),)


class PracticePrinter:
    """Implements the ReceiptPrinter port: ``draw`` shows the slip on the screen, nothing comes out."""

    def __init__(self, draw: Callable[[Slip], bytes], pause: Pause = time.sleep) -> None:
        self._draw = draw
        self._pause = pause

    def status(self) -> PrinterStatus:
        """Tell that it is ready."""
        return PrinterStatus()

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Take as long as a printer takes."""
        del slip
        self._pause(_PRINT_SECONDS)
        return Printed()

    def preview(self, slip: Slip) -> bytes:
        """Return the slip as it would look."""
        return self._draw(slip)


class PracticeOutbox:
    """Implements the Outbox port: a dossier is taken and forgotten at once; it never counts as filed."""

    def seal_paper(self, pdf: bytes) -> None:
        """Seal nothing: it goes nowhere."""

    def seal(self, submission: Submission, papers: Sequence[Seal]) -> tuple[Seal, ...]:
        """Seal nothing: it goes nowhere."""
        del submission, papers
        return ()

    def store(self, submission: Submission, seals: Sequence[Seal] = ()) -> Stored:
        """Say that it is safe, as the journey needs it to go on, and keep nothing."""
        del seals
        return Stored(submission.submission_id, REFERENCE_CODE)

    def delivery(self, submission_id: UUID) -> DeliveryStatus:
        """Return a dossier that waits."""
        return DeliveryStatus(submission_id, REFERENCE_CODE, ItemState.STORED)

    def kept(self, reference_code: str) -> None:
        """Keep nothing."""

    def summary(self) -> QueueSummary:
        """Return an empty queue."""
        return QueueSummary(waiting=0, set_aside=0, online=None, last_contact=None)
