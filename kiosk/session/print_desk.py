"""Papers on A4: form, guide, QR board, slip. Nothing of them stays in the printer when the citizen leaves."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.money import NO_MONEY, Dong
from kiosk.domain.printout import (
    PrintoutFailed,
    PrintoutKind,
    PrintoutPrinted,
    PrintoutUnconfirmed,
    QueueNotClear,
    QueueState,
)
from kiosk.domain.text import NO_TEXT
from kiosk.session.core import Core
from kiosk.session.draft import Section
from kiosk.session.position import Stop
from kiosk.session.print_flow import PrintFlow
from kiosk.session.printouts import Make, ToPrint, blank_form, board_sheet, filled_form, guide_sheet, slip_sheet
from kiosk.session.services import Services

_LOOK_AGAIN_SECONDS = 60.0
_PERSONAL = {PrintoutKind.FILLED_FORM, PrintoutKind.RECEIPT, PrintoutKind.RESULT}


class PrintDesk(Core):
    """Prints. ``printing`` is the paper on the screen."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.printing: PrintFlow | None = None
        self._look_later: Callable[[], None] = lambda: None

    @property
    def can_print(self) -> bool:
        """Whether there is an A4 printer."""
        return self.services.documents is not None

    @property
    def prints_for_everybody(self) -> bool:
        """Whether the paper on the screen has nothing of this citizen."""
        return self.at(Stop.PRINT_PAPER) and self.printing is not None and self.printing.paper.kind not in _PERSONAL

    @property
    def own_paper_is_out(self) -> bool:
        """Whether the printer beside the machine has, or may have, something of this citizen in its tray."""
        flow = self.printing
        if flow is None or flow.paper.kind not in _PERSONAL:
            return False
        return flow.prints or isinstance(flow.outcome, PrintoutPrinted | PrintoutFailed | PrintoutUnconfirmed)

    def print_paper(self, kind: PrintoutKind) -> None:
        """Open a paper of this screen, to be printed."""
        make = self._making(kind)
        if make is not None:
            self.open_paper(ToPrint(kind, NO_TEXT if self.procedure is None else self.procedure.name, make))

    def open_paper(self, paper: ToPrint) -> None:
        """Open a paper, to be printed; nothing where there is no printer."""
        documents = self.services.documents
        if documents is not None:
            self.printing = PrintFlow(paper, documents, self.services.jobs, self.publish)
            self.go(Stop.PRINT_PAPER)
            self.printing.make()

    def _making(self, kind: PrintoutKind) -> Make | None:
        """Return what makes a paper, None where it cannot be had."""
        services, procedure, draft = self.services, self.procedure, self.draft
        language = self.slip_language()
        if kind is PrintoutKind.QR_BOARD and self.at(Stop.BOARD):
            board = services.catalogue.board.at(services.place.commune_code)
            return board_sheet(board, services.place, language)
        if kind is PrintoutKind.GUIDE and self.at(Stop.GUIDE) and procedure is not None:
            return guide_sheet(procedure, services.place, language)
        if kind is PrintoutKind.FORM and self.at(Stop.GUIDE) and draft is not None:
            return blank_form(draft.forms[Section.FORM].form, draft.forms[Section.IDENTITY].form)
        if kind is PrintoutKind.FILLED_FORM and self.at(Stop.DECLARE) and draft is not None:
            return filled_form(draft.forms[Section.FORM], draft.forms[Section.IDENTITY])
        if kind is PrintoutKind.RECEIPT and self.at(Stop.SLIP):
            slip = self.present_slip()
            return None if slip is None else slip_sheet(slip)
        return None

    def start_printing(self) -> None:
        """Print it; again, where it did not come out."""
        if self.at(Stop.PRINT_PAPER) and self.printing is not None:
            self.printing.print()

    def stop_printing(self) -> None:
        """Stop the printer."""
        if self.at(Stop.PRINT_PAPER) and self.printing is not None:
            self.printing.stop()

    def leave_printing(self) -> None:
        """Go back to where the paper was asked for; while the printer is at work, stop it first."""
        if self.printing is not None and self.printing.prints:
            self.printing.stop()
            return
        self.forget_printing()
        self.step_back()

    def price_of(self, kind: PrintoutKind, pages: int) -> Dong:
        """Return what so many pages cost at this place; a slip is owed to everybody."""
        return NO_MONEY if kind is PrintoutKind.RECEIPT else Dong(self.services.page_price.amount * pages)

    def forget_printing(self) -> None:
        """Drop the paper, and take out of the printer's queue whatever is left of it."""
        if self.printing is not None:
            self.printing.abandon()
            self.printing = None
            self.clear_printer()

    def clear_printer(self) -> None:
        """Look until the printer says that nothing of this kiosk is left in its queue."""
        documents, jobs = self.for_real.documents, self.for_real.jobs
        if documents is None:
            return

        def again() -> None:
            self._look_later()
            self._look_later = jobs.later(_LOOK_AGAIN_SECONDS, self.clear_printer)

        def seen(state: QueueState) -> None:
            if isinstance(state, QueueNotClear):
                again()

        jobs.run(documents.clear, seen, lambda _error: again())
