"""Who you are: the card's QR from a scanned page, or typing. Both are self-declared."""

from __future__ import annotations

from dataclasses import replace

from kiosk.documents import find_card, is_id_card
from kiosk.domain.identity import IdCard, IdentitySource
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.session.core import Core
from kiosk.session.draft import Draft, Section
from kiosk.session.position import AtQuestion, Stop
from kiosk.session.route import start_of
from kiosk.session.scan_flow import ScanFlow
from kiosk.session.services import Services


class CardDesk(Core):
    """Reads a card on the document scanner and prefills the applicant."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.scan = ScanFlow(services.scanner, services.jobs, self.publish)
        self.card_problem: ScanStatus | None = None
        self.card_unreadable = False
        self.card_was_scanned = False

    def work_with(self, services: Services) -> None:
        """Scan with the scanner of these services."""
        super().work_with(services)
        self.scan.abandon()
        self.scan = ScanFlow(services.scanner, services.jobs, self.publish)

    def read_card(self) -> None:
        """Show how to lay the card."""
        if self.at(Stop.IDENTIFY):
            self.card_problem, self.card_unreadable = None, False
            self.go(Stop.CARD_READY)

    def start_card_scan(self) -> None:
        """Scan the card: both sides, since old cards carry their QR in front and new ones on the back."""
        if not self.at(Stop.CARD_READY):
            return
        self.card_problem, self.card_unreadable = None, False
        self.go(Stop.CARD_SCANNING)
        self.scan.start(ScanRequest(duplex=True, dpi=self.services.scan_dpi), self._card_scanned)

    def stop_card_scan(self) -> None:
        """Ask the scanner to stop."""
        if self.at(Stop.CARD_SCANNING):
            self.scan.stop()

    def _card_scanned(self, outcome: ScanOutcome) -> None:
        if not self.at(Stop.CARD_SCANNING):
            return
        self.card_was_scanned = self.card_was_scanned or bool(outcome.pages)
        if not outcome.pages:
            cancelled = outcome.status is ScanStatus.CANCELLED
            self.card_problem = None if cancelled else outcome.status
            self.step_back()
            return
        draft, pages = self.draft, outcome.pages
        self.services.jobs.run(
            lambda: self._find_card(pages),
            lambda card: self._card_found(draft, card),
            lambda _error: self._card_found(draft, None),
        )

    def _find_card(self, pages: tuple[Page, ...]) -> IdCard | None:
        """Return the one card on these sides, its name in capitals as forms have it. Runs in the background."""
        payloads = [code for page in pages for code in self.services.code_reader.read(page.jpeg, is_id_card)]
        card = find_card(payloads).card
        return replace(card, full_name=card.full_name.upper()) if card and card.full_name else card

    def _card_found(self, draft: Draft | None, card: IdCard | None) -> None:
        """Show the card, if the person whose card it is still stands here."""
        if not self.at(Stop.CARD_SCANNING) or draft is None or self.draft is not draft:
            return
        draft.card = card
        if card is None:
            self.card_unreadable = True
            self.step_back()
        else:
            self.go(Stop.CARD_READ)

    def use_card(self) -> None:
        """Take the card's name and number as the applicant's; what the card does not tell is asked."""
        if not self.at(Stop.CARD_READ) or self.draft is None or self.draft.card is None:
            return
        form = self.draft.forms[Section.IDENTITY]
        form.put("full_name", self.draft.card.full_name)
        form.put("id_number", self.draft.card.id_number)
        self.draft.identity, self.draft.card_taken = IdentitySource.CARD_QR, True
        self.draft.share_identity()
        self.go(start_of(self.draft, Section.IDENTITY))

    def type_identity(self) -> None:
        """Ask the applicant's questions one by one; a card that was not taken, or is not any more, tells nothing."""
        if self.draft is None or not self.at(Stop.IDENTIFY, Stop.CARD_READY, Stop.CARD_READ):
            return
        self.draft.identity, self.draft.card_taken = IdentitySource.TYPED, False
        self.draft.share_identity()
        self.go(AtQuestion(Section.IDENTITY, self.draft.asked(Section.IDENTITY)[0].name))
