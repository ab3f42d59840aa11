"""Who you are: the card's QR from a scanned page or from the handheld reader, or typing. All are self-declared."""

from __future__ import annotations

from dataclasses import replace

from kiosk.documents import CardsFound, find_card, is_id_card, parse_typed_card
from kiosk.domain.handheld import CodeHeard, CodeSpoilt, CodeTyped
from kiosk.domain.identity import IdCard, IdentitySource
from kiosk.domain.lookup import slip_at
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.session.core import Core
from kiosk.session.draft import Section
from kiosk.session.position import AtQuestion, Position, Stop
from kiosk.session.reader_watch import Code, ReaderWatch
from kiosk.session.route import start_of
from kiosk.session.scan_flow import ScanFlow
from kiosk.session.screens import CodeKind, CodeNote, IdleSheet
from kiosk.session.services import Services

_ADDRESSES = ("http://", "https://", "www.")


def text_of(code: Code) -> str | None:
    """Return what was read, None where it did not come whole."""
    match code:
        case CodeHeard(payload):
            return payload.decode("utf-8").strip()
        case CodeTyped(text):
            return text.strip()
        case CodeSpoilt():
            return None


class CardDesk(Core):
    """Reads a card on the document scanner or with the handheld reader, and prefills the applicant.

    ``listening`` are the places where something may be held to the reader; anywhere else it is nobody's.
    """

    listening: tuple[Position, ...] = (Stop.IDENTIFY, Stop.CARD_READY)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._take_parts()
        self.card_problem: ScanStatus | None = None
        self.card_unreadable = False
        self.several_cards = False
        self.card_was_scanned = False
        self.code_note: CodeNote | None = None
        self._end_of_scan = ScanStatus.OK
        self._try = object()

    def _take_parts(self) -> None:
        services = self.services
        self.scan = ScanFlow(services.scanner, services.jobs, self.publish)
        self.reader = ReaderWatch(services.handheld, services.jobs, self._code_heard, self.publish)

    def work_with(self, services: Services) -> None:
        """Use the scanner and the reader of these services."""
        super().work_with(services)
        self.scan.abandon()
        self.reader.listen(wanted=False)
        self._take_parts()

    def move(self, position: Position) -> None:
        """Move on; the reader is waited for where a card may be read, and only there."""
        if position != self.position:
            self.code_note = None
        super().move(position)
        self.reader.listen(wanted=self.at(*self.listening))

    def forget_card(self) -> None:
        """Forget how the card was read, and be deaf to the reader."""
        self.card_problem, self.code_note = None, None
        self.card_unreadable = self.several_cards = self.card_was_scanned = False
        self._try = object()
        self.reader.listen(wanted=False)

    def read_card(self) -> None:
        """Show how to lay the card."""
        if self.at(Stop.IDENTIFY):
            self._forget_last_try()
            self.go(Stop.CARD_READY)

    def _forget_last_try(self) -> None:
        self.card_problem, self.card_unreadable, self.several_cards = None, False, False

    # on the scanner

    def start_card_scan(self) -> None:
        """Scan the card: both sides, since old cards carry their QR in front and new ones on the back."""
        if not self.at(Stop.CARD_READY) or self.scan.running:
            return
        self._forget_last_try()
        self.go(Stop.CARD_SCANNING)
        self.scan.start(ScanRequest(duplex=True, dpi=self.services.scan_dpi), self._card_scanned)

    def stop_card_scan(self) -> None:
        """Ask the scanner to stop; once it has ended, do not wait for what is on the card either."""
        if not self.at(Stop.CARD_SCANNING):
            return
        if self.scan.running:
            self.scan.stop()
        else:
            self._try = object()
            self.step_back()

    def _card_scanned(self, outcome: ScanOutcome) -> None:
        if not self.at(Stop.CARD_SCANNING):
            return
        self.card_was_scanned = self.card_was_scanned or bool(outcome.pages)
        self._end_of_scan = outcome.status
        if not outcome.pages:
            self._card_missed()
            return
        card_try, pages = object(), outcome.pages
        self._try = card_try
        self.services.jobs.run(
            lambda: self._find_card(pages),
            lambda found: self._card_found(card_try, found),
            lambda _error: self._card_found(card_try, CardsFound()),
        )

    def _card_missed(self, found: CardsFound | None = None) -> None:
        """Go back to how to lay the card; what stopped the scanner is told first: a card may be stuck in it."""
        match self._end_of_scan:
            case ScanStatus.CANCELLED:
                pass
            case ScanStatus.OK:
                self.several_cards = found is not None and found.several
                self.card_unreadable = found is not None and not found.several
            case status:
                self.card_problem = status
        self.step_back()

    def _find_card(self, pages: tuple[Page, ...]) -> CardsFound:
        """Return what the codes on these sides say. Runs in the background."""
        read = self.services.code_reader.read
        return find_card([code for page in pages for code in read(page.jpeg, is_id_card)])

    def _card_found(self, card_try: object, found: CardsFound) -> None:
        """Show the card, if the person whose card it is still stands here and still waits for it."""
        if not self.at(Stop.CARD_SCANNING) or self._try is not card_try or self.draft is None:
            return
        self.draft.card = None
        if found.card is not None:
            self._show(found.card)
        else:
            self._card_missed(found)

    def _show(self, card: IdCard) -> None:
        """Show what a card says, its name in capitals as forms have it."""
        if self.draft is not None:
            self.draft.card = replace(card, full_name=card.full_name.upper()) if card.full_name else card
            self.go(Stop.CARD_READ)

    # with the handheld reader

    def _code_heard(self, code: Code) -> None:
        """Take what was held to the reader, where that is asked for. Behind a question nothing is taken."""
        if not self.at(*self.listening) or not (self.sheet is None or isinstance(self.sheet, IdleSheet)):
            return
        self.sheet = None
        self.touched()
        self.take_code(code)

    def take_code(self, code: Code) -> None:
        """Take a card; what else was held to the reader is told."""
        found = self._cards_in(code)
        if found.card is not None:
            self._show(found.card)
        else:
            self.code_note = CodeNote(CodeKind.TWO_CARDS) if found.several else self.note_on(code)
            self.publish()

    def _cards_in(self, code: Code) -> CardsFound:
        match code:
            case CodeHeard(payload, others):
                return find_card((payload, *others))
            case CodeTyped(text):
                return CardsFound(parse_typed_card(text))
            case CodeSpoilt():
                return CardsFound()

    def note_on(self, code: Code) -> CodeNote:
        """Say what it was that was held to the reader in vain."""
        text = text_of(code)
        if text is None:
            return CodeNote(CodeKind.UNCLEAR)
        slip = slip_at(self.services.lookup_url, text)
        if slip is not None:
            return CodeNote(CodeKind.SLIP, slip.code)
        return CodeNote(CodeKind.ADDRESS if text.lower().startswith(_ADDRESSES) else CodeKind.OTHER)

    # what becomes of it

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
