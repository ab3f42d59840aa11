"""Declare, send, slip, originals, rating: the end of the journey."""

from __future__ import annotations

from kiosk.domain.seal import Seal
from kiosk.domain.slip import PrintOutcome, Slip
from kiosk.domain.submission import Submission, SubmissionKind
from kiosk.session.draft import Draft
from kiosk.session.feeder_watch import FeederWatch
from kiosk.session.position import Position, Stop
from kiosk.session.printer_watch import PrinterWatch
from kiosk.session.review_desk import ReviewDesk
from kiosk.session.send_flow import SendFlow, SendParts
from kiosk.session.services import Services
from kiosk.session.submission import SlipFacts, build_submission, make_slip, message_of


class SendDesk(ReviewDesk):
    """Makes the dossier safe first; everything else comes after the commit."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.sending: SendFlow | None = None
        self.asked_to_tick = False
        self._feeder: FeederWatch | None = None
        self.printer_watch = PrinterWatch(services.printer, services.jobs, self.nobody_is_here, self._printer_changed)
        self._submission: Submission | None = None
        self._seals: tuple[Seal, ...] = ()

    def move(self, position: Position) -> None:
        """Move on; while the declaration is read, what will be sent is sealed."""
        super().move(position)
        if position is Stop.DECLARE:
            self._seal()

    def _seal(self) -> None:
        """Seal answers and papers in the background. Whatever changes afterwards is not what this stands for."""
        draft, outbox = self.draft, self.services.outbox
        if draft is None:
            return
        submission, papers = self._finished(draft), draft.seals()

        def sealed(seals: tuple[Seal, ...]) -> None:
            if self.draft is draft:
                self._seals = seals

        self.services.jobs.run(lambda: outbox.seal(submission, papers), sealed, lambda _error: None)

    def _finished(self, draft: Draft) -> Submission:
        return build_submission(draft, self.services.agency_code, self.services.clock.now())

    def _printer_changed(self) -> None:
        self.printer_fault = fault = self.printer_watch.fault
        real = self.for_real
        real.jobs.run(lambda: real.printer_stands(fault), lambda _told: None, lambda _error: None)
        if self.nobody_is_here():
            self.position = self.beginning
        self.publish()

    def tick_declaration(self, ticked: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Tick or untick the declaration."""
        if self.at(Stop.DECLARE) and self.draft is not None:
            self.draft.declared = ticked
            self.asked_to_tick = False
            self.publish()

    def send(self) -> None:
        """Send the dossier, once: what follows can only be repeated under the same id."""
        draft = self.draft
        if not self.at(Stop.DECLARE) or draft is None:
            return
        if not draft.declared:
            self.asked_to_tick = True
            self.publish()
            return
        self._submission = self._finished(draft)
        services = self.services
        parts = SendParts(
            services.outbox,
            services.printer,
            services.jobs,
            services.clock,
            services.timings.receipt_wait,
            services.gifts,
        )
        self.sending = SendFlow(parts, self._sending_changed)
        self.go(Stop.SENDING)
        self.sending.save(self._submission, self._seals, self._safe)

    def save_again(self) -> None:
        """Try once more to make the same submission safe."""
        if self.at(Stop.NOT_SAVED) and self.sending is not None and self._submission is not None:
            self.move(Stop.SENDING)
            self.sending.save(self._submission, self._seals, self._safe)

    def _sending_changed(self) -> None:
        if self.at(Stop.SENDING) and self.sending is not None and self.sending.failure is not None:
            self.move(Stop.NOT_SAVED)
        else:
            self.publish()

    def _safe(self) -> None:
        if not self.at(Stop.SENDING) or self.sending is None:
            return
        self._submission, self._seals = None, ()
        self.history.clear()
        self.move(Stop.SLIP)
        self._print()
        if not self.sending.filed:
            self.sending.follow()

    def print_again(self) -> None:
        """Print the slip once more, true to the present state."""
        if self.at(Stop.SLIP) and self.sending is not None and self.sending.outcome is not None:
            self._print()

    def _print(self) -> None:
        slip = self.present_slip()
        if self.sending is not None and slip is not None:
            self.sending.print(slip, self._learn_of_printer)

    def present_slip(self) -> Slip | None:
        """Return the slip, true to the present state of the dossier; None while there is none."""
        if self.sending is None or self.draft is None or self.sending.delivery is None:
            return None
        services = self.services
        board = services.catalogue.board.at(services.place.commune_code)
        facts = SlipFacts(
            services.place,
            board,
            services.lookup_url,
            self.slip_language(),
            services.clock.now(),
            large=self.reads_large(),
            gift=self.sending.gift,
            practice=self.practising,
        )
        return make_slip(self.draft, self.sending.delivery, facts)

    def _learn_of_printer(self, outcome: PrintOutcome) -> None:
        if not self.practising:
            self.printer_watch.learn(outcome)

    def took_slip(self) -> None:
        """Go on when the slip is in the hand, or its code was photographed."""
        if self.at(Stop.SLIP) and self.sending is not None and self.sending.outcome is not None:
            if self.sheets_fed() or self.card_was_scanned:
                self.move(Stop.ORIGINALS)
                self._feeder = FeederWatch(self.services.scanner, self.services.jobs, self.publish)
            else:
                self._farewell()

    @property
    def paper_left(self) -> bool | None:
        """Whether the scanner says that paper is left in it; None when it cannot tell."""
        return None if self._feeder is None else self._feeder.paper_left

    def took_originals(self) -> None:
        """Go on when the papers are off the scanner."""
        if self.at(Stop.ORIGINALS):
            self._leave_feeder()
            self._farewell()

    def _leave_feeder(self) -> None:
        if self._feeder is not None:
            self._feeder.end()
        self._feeder = None

    def _farewell(self) -> None:
        self.move(Stop.PRACTISED if self.practising else Stop.RATE)

    def rate(self, score: int) -> None:
        """Keep an anonymous rating of 1 to 3 (0: none), then wipe everything."""
        if not self.at(Stop.RATE):
            return
        if score:
            now, services = self.services.clock.now(), self.services
            rating = message_of(SubmissionKind.RATING, services.agency_code, now, score=score)
            services.jobs.run(lambda: services.outbox.store(rating), lambda _: None, lambda _: None)
        self.wipe()

    def forget_sending(self) -> None:
        """Drop the submission in memory and hear no more of it."""
        self._leave_feeder()
        if self.sending is not None:
            self.sending.abandon()
        self.sending, self._submission, self._seals, self.asked_to_tick = None, None, (), False
