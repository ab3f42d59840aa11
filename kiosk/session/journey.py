"""All desks of the journey in one class; what is left to the session is language, silence and the listeners."""

from __future__ import annotations

from abc import ABC

from kiosk.session.enquiry_desk import EnquiryDesk
from kiosk.session.position import Position, Stop
from kiosk.session.screens import Errand
from kiosk.session.send_desk import SendDesk


class Journey(EnquiryDesk, SendDesk, ABC):
    """From the first touch to the farewell, for real or as practice.

    Practice is the same journey on other services. They change in two places only, and never with a dossier on the
    machine: nothing that was practised can meet a real part, and nothing real can get lost in practice.
    """

    def move(self, position: Position) -> None:
        """Move on; at home everything begins anew."""
        if position is Stop.HOME:
            self.forget_dossier()
        super().move(position)

    def forget_dossier(self) -> None:
        """Forget everything that was told and scanned, and work for real again."""
        self.forget_sending()
        self.forget_papers()
        self.forget_printing()
        self.forget_enquiry()
        self.procedure, self.draft, self.error = None, None, None
        self.changing, self.changing_through = False, ""
        self.typed, self.found = "", ()
        if self.practising:
            self.work_with(self.for_real)

    def practise(self) -> None:
        """Begin to practise with a sample person and sample papers."""
        parts = self.for_real.practice
        if self.at(Stop.HOME) and parts is not None:
            self.forget_dossier()
            self.work_with(self.for_real.to_practise(parts))
            self.errand = Errand.FILE
            self.go(self.first_choice())

    def do_for_real(self) -> None:
        """Go home after practice, where the real parts are at work again."""
        if self.at(Stop.PRACTISED):
            self.history.clear()
            self.move(Stop.HOME)
