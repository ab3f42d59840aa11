"""Devices and a queue for session tests: each keeps its port and does as the test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from drivers.scanner.papers import CARD_PAYLOAD, side_jpeg
from kiosk.domain.gift import Gift
from kiosk.domain.handheld import HandheldOutcome, NoCode
from kiosk.domain.outbox import DeliveryStatus, ItemState, NotStored, QueueSummary, Stored
from kiosk.domain.page import Page, Side
from kiosk.domain.portal import DossierStanding, ElectronicResult, NotKnown, PortalFailure, ResultFetched
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.printout import (
    PrinterCondition,
    Printout,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutProgress,
    QueueClear,
    QueueState,
)
from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest, ScanStatus, SideScanned, SideStarted
from kiosk.domain.seal import Seal
from kiosk.domain.slip import Printed, PrintOutcome, Slip
from kiosk.domain.submission import Submission
from kiosk.domain.text import Text
from kiosk.ports.code_reader import any_code
from kiosk.ports.scanner import Cancel


class ScriptedScanner:
    """Gives the batches that were loaded, in order; without one the feeder is empty.

    It may read one side only; what it is asked for then shows backs, unless nobody ``turned`` the stack.
    """

    def __init__(self) -> None:
        self.batches: list[tuple[ScanStatus, list[tuple[int, Side]]]] = []
        self.requests: list[ScanRequest] = []
        self.left: bool | None = None
        self.one_sided = self.turned = False
        self.asked = 0

    def load(self, *sides: tuple[int, Side], status: ScanStatus = ScanStatus.OK) -> None:
        self.batches.append((status, list(sides)))

    def scan(self, request: ScanRequest, on_event: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
        del cancel
        self.requests.append(request)
        status, sides = self.batches.pop(0) if self.batches else (ScanStatus.EMPTY, [])
        pages = []
        for sheet, side in sides:
            on_event(SideStarted(sheet, side))
            back = side is Side.BACK or (self.turned and not request.duplex)
            page = Page(side_jpeg("uy_quyen", back, 150, True), 1240, 1754, 150, sheet, side)
            pages.append(page)
            on_event(SideScanned(page))
        one_sided = self.one_sided and request.duplex and bool(pages)
        return ScanOutcome(status, tuple(pages), len({page.sheet for page in pages}), one_sided=one_sided)

    def paper_left(self) -> bool | None:
        self.asked += 1
        return self.left

    def close(self) -> None:
        """Nothing to end."""


class ScriptedReader:
    """Finds these payloads on every image."""

    payloads: tuple[bytes, ...] = (CARD_PAYLOAD.encode(),)

    def read(self, image: bytes, wanted: Callable[[bytes], bool] = any_code) -> tuple[bytes, ...]:
        del image, wanted
        return self.payloads


class ScriptedDocuments:
    """An A4 printer that is as the test says; ``cancels`` are the wishes to stop that it was given."""

    def __init__(self) -> None:
        self.now = PrinterCondition.READY
        self.outcome: PrintoutOutcome = PrintoutPrinted(1)
        self.progress: tuple[PrintoutProgress, ...] = ()
        self.queue: list[QueueState] = []
        self.printed: list[Printout] = []
        self.cancels: list[Cancel] = []
        self.cleared = 0

    def condition(self) -> PrinterCondition:
        return self.now

    def print_out(
        self, printout: Printout, on_progress: Callable[[PrintoutProgress], None], cancel: Cancel
    ) -> PrintoutOutcome:
        self.printed.append(printout)
        self.cancels.append(cancel)
        for progress in self.progress:
            on_progress(progress)
        return self.outcome

    def clear(self) -> QueueState:
        self.cleared += 1
        return self.queue.pop(0) if self.queue else QueueClear()


class ScriptedEnquiries:
    """A portal that tells ``standing`` of every slip and gives ``pdf`` for every result; ``asked`` are the slips."""

    def __init__(self, standing: DossierStanding | NotKnown | PortalFailure = NotKnown()) -> None:  # noqa: B008 - frozen
        self.standing = standing
        self.pdf: ResultFetched | NotKnown | PortalFailure = NotKnown()
        self.asked: list[tuple[str, str | None]] = []

    def lookup(self, code: str, secret: str | None) -> DossierStanding | NotKnown | PortalFailure:
        self.asked.append((code, secret))
        return self.standing

    def result(
        self, code: str, secret: str | None, wanted: ElectronicResult
    ) -> ResultFetched | NotKnown | PortalFailure:
        del wanted
        self.asked.append((code, secret))
        return self.pdf


class ScriptedHandheld:
    """Brings these outcomes, one a wait, then hears nothing; ``waits`` are the wishes to stop that it was given."""

    def __init__(self, *outcomes: HandheldOutcome) -> None:
        self.outcomes = list(outcomes)
        self.waits: list[Cancel] = []

    def wait(self, cancel: Cancel) -> HandheldOutcome:
        self.waits.append(cancel)
        return self.outcomes.pop(0) if self.outcomes else NoCode()


class ScriptedPrinter:
    """Stands as ``stands`` says, answers ``outcome``, keeps the slips and counts how often it was ``asked``."""

    def __init__(self) -> None:
        self.slips: list[Slip] = []
        self.outcome: PrintOutcome = Printed()
        self.stands = PrinterStatus()
        self.asked = 0

    def status(self) -> PrinterStatus:
        self.asked += 1
        return self.stands

    def print_slip(self, slip: Slip) -> PrintOutcome:
        self.slips.append(slip)
        return self.outcome

    def preview(self, slip: Slip) -> bytes:
        del slip
        return b"\x89PNG"


class ScriptedGifts:
    """Gives these codes, then none."""

    def __init__(self, *codes: str) -> None:
        self.codes = list(codes)

    def take(self) -> Gift | None:
        return Gift(self.codes.pop(0), Text("Đưa phiếu này ở quầy", "Show this slip")) if self.codes else None


class MemoryOutbox:
    """Keeps submissions in memory; ``failure`` is answered instead while it is set.

    ``sealed`` are the PDFs and ``inside`` the submissions that were sealed ahead, ``seals`` what ``store`` was given.
    """

    def __init__(self) -> None:
        self.failure: NotStored | None = None
        self.has_room = True
        self.sealed: list[bytes] = []
        self.inside: list[Submission] = []
        self.seals: tuple[Seal, ...] = ()
        self.stored: dict[UUID, Submission] = {}
        self.status: dict[UUID, DeliveryStatus] = {}

    def forget(self) -> None:
        """Keep nothing of what it was given so far."""
        for kept in (self.sealed, self.inside, self.stored, self.status):
            kept.clear()
        self.seals = ()

    def seal_paper(self, pdf: bytes) -> Seal | None:
        self.sealed.append(pdf)
        return Seal(pdf, "", ("key",), b"sealed", "", ())

    def seal(self, submission: Submission, papers: Sequence[Seal]) -> tuple[Seal, ...]:
        self.inside.append(submission)
        known = [seal.of for seal in papers]
        return (*papers, *(self.seal_paper(one.pdf) for one in submission.attachments if one.pdf not in known))

    def store(self, submission: Submission, seals: Sequence[Seal] = ()) -> Stored | NotStored:
        self.seals = tuple(seals)
        if self.failure is not None:
            return self.failure
        code = f"APS-AH01-261012-{len(self.stored) + 1:04d}-K"
        self.stored.setdefault(submission.submission_id, submission)
        status = DeliveryStatus(submission.submission_id, code, ItemState.STORED)
        return Stored(submission.submission_id, self.status.setdefault(submission.submission_id, status).reference_code)

    def file(self) -> None:
        """Let the portal's receipt come for everything."""
        for key, status in self.status.items():
            self.status[key] = replace(status, state=ItemState.FILED, dossier_code="H00.00-261012-0001")

    def delivery(self, submission_id: UUID) -> DeliveryStatus | None:
        return self.status.get(submission_id)

    def kept(self, reference_code: str) -> DeliveryStatus | None:
        return next((status for status in self.status.values() if status.reference_code == reference_code), None)

    def summary(self) -> QueueSummary:
        return QueueSummary(len(self.stored), 0, online=True, last_contact=None, has_room=self.has_room)
