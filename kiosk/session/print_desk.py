"""The official form on A4, blank from the guide; nothing of it stays in the printer when the citizen leaves."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.money import Dong
from kiosk.domain.printout import Printout, PrintoutKind, QueueNotClear, QueueState
from kiosk.session.core import Core
from kiosk.session.draft import Draft, Section
from kiosk.session.position import Stop
from kiosk.session.print_flow import PrintFlow
from kiosk.session.services import Services

_LOOK_AGAIN_SECONDS = 60.0


class PrintDesk(Core):
    """Prints. ``printing`` is the paper on the screen."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.printing: PrintFlow | None = None
        self._look_later: Callable[[], None] = lambda: None

    @property
    def can_print(self) -> bool:
        """Whether there is an A4 printer, and a form for it."""
        return self.services.documents is not None and self.draft is not None

    def print_form(self) -> None:
        """Open the official form of this procedure, to be printed blank."""
        documents, draft = self.services.documents, self.draft
        if self.at(Stop.GUIDE) and documents is not None and draft is not None:
            self.printing = PrintFlow(documents, self.services.jobs, self.publish)
            self.go(Stop.PRINT_FORM)
            self.printing.make(lambda: _blank_form(draft))

    def start_printing(self) -> None:
        """Print it; again, where it did not come out."""
        if self.at(Stop.PRINT_FORM) and self.printing is not None:
            self.printing.print()

    def stop_printing(self) -> None:
        """Stop the printer."""
        if self.at(Stop.PRINT_FORM) and self.printing is not None:
            self.printing.stop()

    def leave_printing(self) -> None:
        """Go back to where the paper was asked for; while the printer is at work, stop it first."""
        if self.printing is not None and self.printing.prints:
            self.printing.stop()
            return
        self.forget_printing()
        self.step_back()

    def price_of(self, pages: int) -> Dong:
        """Return what so many pages cost at this place."""
        return Dong(self.services.page_price.amount * pages)

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


def _blank_form(draft: Draft) -> Printout:
    from kiosk.documents.a4 import pages_of  # noqa: PLC0415 - reportlab takes long to import
    from kiosk.documents.official_form import draw_form  # noqa: PLC0415 - likewise

    applicant = draft.forms[Section.IDENTITY].form
    pdf = draw_form(draft.forms[Section.FORM].form, None, (applicant, {}))
    return Printout(PrintoutKind.FORM, pdf, pages_of(pdf))
