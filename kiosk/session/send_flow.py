"""From *Gửi hồ sơ* to the slip: make it safe, wait a moment for the portal, print what is true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.domain.gift import Gift
from kiosk.domain.outbox import DeliveryStatus, ItemState, NotStored, NotStoredReason, Stored
from kiosk.domain.seal import Seal
from kiosk.domain.slip import PrintFailed, PrintFault, PrintOutcome, Slip
from kiosk.domain.submission import Submission
from kiosk.ports.clock import Clock
from kiosk.ports.gifts import Gifts
from kiosk.ports.jobs import Jobs
from kiosk.ports.outbox import Outbox
from kiosk.ports.receipt_printer import ReceiptPrinter
from kiosk.session.submission import is_filed

_POLL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class SendParts:
    """The ports that sending needs; ``receipt_wait`` in seconds."""

    outbox: Outbox
    printer: ReceiptPrinter
    jobs: Jobs
    clock: Clock
    receipt_wait: float
    gifts: Gifts | None = None


class SendFlow:
    """One dossier on its way. ``changed`` is called when something new can be shown.

    ``delivery`` is None until the commit returned: only then may anybody be told that the dossier is safe.
    """

    def __init__(self, parts: SendParts, changed: Callable[[], None]) -> None:
        self._parts = parts
        self._changed = changed
        self._alive = True
        self.delivery: DeliveryStatus | None = None
        self.failure: NotStored | None = None
        self.gift: Gift | None = None
        self.printing = False
        self.outcome: PrintOutcome | None = None
        self.preview = b""
        self.lookup = ""

    @property
    def filed(self) -> bool:
        """Whether the portal's receipt is here."""
        return self.delivery is not None and is_filed(self.delivery)

    def abandon(self) -> None:
        """Hear no more news; what is safe stays safe."""
        self._alive = False

    def save(self, submission: Submission, seals: Sequence[Seal], safe: Callable[[], None]) -> None:
        """Store the submission; ``safe`` is called once, after the commit and the short wait for the portal."""
        self.failure = None

        def done(result: Stored | NotStored) -> None:
            if not self._alive:
                return
            if isinstance(result, NotStored):
                self.failure = result
                self._changed()
                return
            self.delivery = DeliveryStatus(result.submission_id, result.reference_code, ItemState.STORED)
            self._changed()
            self._take_gift(lambda: self._await_receipt(self._parts.clock.monotonic() + self._parts.receipt_wait, safe))

        def failed(error: Exception) -> None:
            done(NotStored(NotStoredReason.STORAGE_ERROR, type(error).__name__))

        self._parts.jobs.run(lambda: self._parts.outbox.store(submission, seals), done, failed)

    def _take_gift(self, then: Callable[[], None]) -> None:
        """Take a voucher for this dossier, where there are any; without one the slip is as good."""
        gifts = self._parts.gifts
        if gifts is None:
            then()
            return

        def taken(gift: Gift | None) -> None:
            self.gift = gift
            then()

        self._parts.jobs.run(gifts.take, taken, lambda _error: taken(None))

    def _await_receipt(self, deadline: float, ready: Callable[[], None]) -> None:
        def heard(status: DeliveryStatus | None) -> None:
            if not self._alive:
                return
            self._hear(status)
            settled = self.delivery is not None and self.delivery.state is ItemState.SET_ASIDE
            if self.filed or settled or self._parts.clock.monotonic() >= deadline:
                ready()
            else:
                self._parts.jobs.later(_POLL_SECONDS, ask)

        def ask() -> None:
            self._ask(heard)

        ask()

    def follow(self) -> None:
        """Go on asking for the portal's receipt while the slip is shown."""

        def heard(status: DeliveryStatus | None) -> None:
            if not self._alive:
                return
            before = self.delivery
            self._hear(status)
            if self.delivery != before:
                self._changed()
            if not self.filed:
                self._parts.jobs.later(4 * _POLL_SECONDS, ask)

        def ask() -> None:
            if self._alive:
                self._ask(heard)

        ask()

    def _ask(self, heard: Callable[[DeliveryStatus | None], None]) -> None:
        delivery = self.delivery
        if self._alive and delivery is not None:
            # A failed look at the queue changes nothing for the citizen: the dossier is safe, the slip says so.
            self._parts.jobs.run(
                lambda: self._parts.outbox.delivery(delivery.submission_id), heard, lambda _error: heard(None)
            )

    def _hear(self, status: DeliveryStatus | None) -> None:
        if status is not None:
            self.delivery = status

    def print(self, slip: Slip, told: Callable[[PrintOutcome], None]) -> None:
        """Print one slip; ``outcome`` says what the printer itself confirmed, and ``told`` hears it in any case."""
        if self.printing:
            return
        self.printing, self.outcome, self.lookup = True, None, slip.lookup_url

        def shown(preview: bytes) -> None:
            if self._alive:
                self.preview = preview
                self._changed()

        def done(outcome: PrintOutcome) -> None:
            self.printing = False
            told(outcome)
            if self._alive:
                self.outcome = outcome
                self._changed()

        printer, jobs = self._parts.printer, self._parts.jobs
        jobs.run(lambda: printer.preview(slip), shown, lambda _error: shown(b""))
        jobs.run(lambda: printer.print_slip(slip), done, lambda _error: done(PrintFailed(PrintFault.OFFLINE)))
        self._changed()
