"""Following a dossier and fetching its results: a slip is shown or typed, the portal is asked, results are printed."""

from __future__ import annotations

from kiosk.domain.lookup import NO_SLIP, SlipCode, slip_at, slip_in, slip_of_bars, typed_code
from kiosk.domain.outbox import DeliveryStatus
from kiosk.domain.portal import DossierStanding
from kiosk.domain.printout import PrintoutKind, PrintoutPrinted
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text
from kiosk.session.card_desk import CardDesk, text_of
from kiosk.session.enquiry import NO_SECRET, WRONG_CODE, look_up
from kiosk.session.entry import Entry
from kiosk.session.position import Stop
from kiosk.session.print_desk import PrintDesk
from kiosk.session.printouts import ToPrint, result_sheet
from kiosk.session.question_desk import QuestionDesk
from kiosk.session.reader_watch import Code
from kiosk.session.screens import Errand, NoAnswer
from kiosk.session.services import Services


class EnquiryDesk(Entry, QuestionDesk, PrintDesk, CardDesk):
    """Looks a dossier up by its slip. ``dossier`` is what was found; of a reader's slip the secret is known at once."""

    listening = (*CardDesk.listening, Stop.SHOW_SLIP)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.forget_enquiry()

    def forget_enquiry(self) -> None:
        """Forget the slip and what was found."""
        self.slip = NO_SLIP
        self.dossier: DossierStanding | DeliveryStatus | None = None
        self.no_answer = NoAnswer.NOT_KNOWN
        self._forget_last_scan()
        self.slip_was_scanned = False
        self.printed: frozenset[str] = frozenset()
        self._result = ""
        self._asked = object()

    def _forget_last_scan(self) -> None:
        self.slip_problem: ScanStatus | None = None
        self.slip_unreadable = False

    @property
    def enquires(self) -> bool:
        """Whether something of a slip is known: whoever stands here is not left without a warning."""
        known = self.slip != NO_SLIP or self.slip_was_scanned
        return known or self.at(Stop.SLIP_SCANNING, Stop.SLIP_CODE, Stop.SLIP_SECRET)

    def choose_errand(self, errand: Errand) -> None:
        """Ask for the slip, where there is a portal to ask about it."""
        if errand in {Errand.TRACK, Errand.COLLECT} and self.at(Stop.HOME) and self.services.enquiries is not None:
            self.errand = errand
            self.go(Stop.SHOW_SLIP)
        else:
            super().choose_errand(errand)

    def type_slip(self) -> None:
        """Type the code instead of showing the slip, or once more where it led to nothing."""
        if self.at(Stop.SHOW_SLIP, Stop.NO_DOSSIER):
            self._forget_last_scan()
            self.history[:] = [place for place in self.history if place not in {Stop.SLIP_CODE, Stop.SLIP_SECRET}]
            self.go(Stop.SLIP_CODE)

    def scan_slip(self) -> None:
        """Read the slip on the document scanner, whichever side it lies on."""
        if self.at(Stop.SHOW_SLIP) and not self.scan.running:
            self._forget_last_scan()
            self.go(Stop.SLIP_SCANNING)
            self.scan.start(ScanRequest(duplex=True, dpi=self.services.scan_dpi), self._slip_scanned)

    def stop_slip_scan(self) -> None:
        """Ask the scanner to stop; once it has ended, do not wait for what is on the slip either."""
        if self.scan.running:
            self.scan.stop()
        else:
            self._asked = object()
            self.step_back()

    def _slip_scanned(self, outcome: ScanOutcome) -> None:
        if not self.at(Stop.SLIP_SCANNING):
            return
        self.slip_was_scanned = self.slip_was_scanned or bool(outcome.pages)
        if outcome.status is not ScanStatus.OK:
            self.slip_problem = None if outcome.status is ScanStatus.CANCELLED else outcome.status
            self.step_back()
            return
        asked, pages, read, url = object(), outcome.pages, self.services.code_reader.read, self.services.lookup_url
        self._asked = asked

        def find() -> SlipCode | None:
            found = (
                slip_in(url, code) for page in pages for code in read(page.jpeg, lambda code: bool(slip_in(url, code)))
            )
            return next((slip for slip in found if slip is not None), None)

        self.services.jobs.run(
            find, lambda slip: self._slip_found(asked, slip), lambda _error: self._slip_found(asked, None)
        )

    def _slip_found(self, asked: object, slip: SlipCode | None) -> None:
        """Look the slip up, if the person whose slip it is still stands here and waits for it."""
        if not self.at(Stop.SLIP_SCANNING) or self._asked is not asked:
            return
        if slip is None:
            self.slip_unreadable = True
            self.step_back()
        else:
            self._take_whole(slip)

    def take_code(self, code: Code) -> None:
        """Take the code of a slip that was held to the reader, where a slip is asked for."""
        if self.at(Stop.SHOW_SLIP):
            self._take_slip(code)
        else:
            super().take_code(code)

    def _take_slip(self, code: Code) -> None:
        text = text_of(code) or ""
        slip = slip_at(self.services.lookup_url, text) or slip_of_bars(text)
        if slip is None:
            self.code_note = self.note_on(code)
            self.publish()
        else:
            self._take_whole(slip)

    def _take_whole(self, slip: SlipCode) -> None:
        """Look it up; without its secret ask for that first."""
        self.slip = slip
        if slip.secret:
            self._look_up()
        else:
            self.go(Stop.SLIP_SECRET)

    def answer(self, value: JsonValue) -> None:
        """Take what was typed from the slip; every other answer is the form's."""
        typed = "" if value is None else str(value)
        if self.at(Stop.SLIP_CODE):
            self._take_typed(typed)
        elif self.at(Stop.SLIP_SECRET):
            self._take_secret(typed)
        else:
            super().answer(value)

    def _take_typed(self, typed: str) -> None:
        code = typed_code(typed)
        if code is None:
            self._stay(WRONG_CODE)
        else:
            self.slip = SlipCode(code, self.slip.secret if code == self.slip.code else "")
            self.go(Stop.SLIP_SECRET)

    def _take_secret(self, typed: str) -> None:
        secret = "".join(typed.split()).upper()
        if not secret:
            self._stay(NO_SECRET)
        else:
            self.slip = SlipCode(self.slip.code, secret)
            self._look_up()

    def _stay(self, error: Text) -> None:
        self.error = error
        self.publish()

    def look_up_again(self) -> None:
        """Ask once more about the same slip."""
        if self.at(Stop.NO_DOSSIER):
            self._look_up()

    def _look_up(self) -> None:
        enquiries, outbox, slip = self.services.enquiries, self.services.outbox, self.slip
        if enquiries is None:
            return
        asked = self._asked = object()
        self.printed = frozenset()
        self._forget_last_scan()
        self.go(Stop.LOOKING_UP)
        self.services.jobs.run(
            lambda: look_up(enquiries, outbox, slip),
            lambda answer: self._answered(asked, answer),
            lambda _error: self._answered(asked, NoAnswer.TROUBLE),
        )

    def _answered(self, asked: object, answer: DossierStanding | DeliveryStatus | NoAnswer) -> None:
        """Show the answer, if the person who asked still stands here and waits for it."""
        if not self.at(Stop.LOOKING_UP) or self._asked is not asked:
            return
        if isinstance(answer, NoAnswer):
            self.no_answer = answer
            self.move(Stop.NO_DOSSIER)
        else:
            self.dossier = answer
            self.move(Stop.DOSSIER)

    def print_result(self, document_id: str) -> None:
        """Open one of the results, to be printed."""
        enquiries, dossier = self.services.enquiries, self.dossier
        if not self.at(Stop.DOSSIER) or enquiries is None or not isinstance(dossier, DossierStanding):
            return
        wanted = next((one for one in dossier.results if one.document_id == document_id), None)
        if wanted is not None:
            self._result = document_id
            slip = SlipCode(dossier.code or self.slip.code, self.slip.secret)
            title, make = Text(wanted.title, wanted.title), result_sheet(enquiries, slip, wanted)
            self.open_paper(ToPrint(PrintoutKind.RESULT, title, make))

    def forget_printing(self) -> None:
        """Drop the paper; a result that has come out is remembered as such."""
        flow = self.printing
        if flow is not None and flow.paper.kind is PrintoutKind.RESULT and isinstance(flow.outcome, PrintoutPrinted):
            self.printed |= {self._result}
        super().forget_printing()
