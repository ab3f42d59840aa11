"""What can be printed on A4, and how it is made: in the background, as ReportLab takes its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.board import Board
from kiosk.domain.lookup import SlipCode
from kiosk.domain.place import Place
from kiosk.domain.portal import ElectronicResult, ResultFetched
from kiosk.domain.printout import JobTrouble, Printout, PrintoutKind
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language, Text
from kiosk.forms.form import Form
from kiosk.ports.portal import Enquiries
from kiosk.session.draft import FormDraft

Make = Callable[[], Printout]
"""Makes a paper in the background. Raises NotMadeError where there is more to say than that it failed."""


class NotMadeError(Exception):
    """A paper could not be made, for a reason that people can do something about."""

    def __init__(self, reason: JobTrouble) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A paper that somebody wants; ``name`` is that of the procedure, or of the document."""

    kind: PrintoutKind
    name: Text
    make: Make


def blank_form(form: Form, applicant: Form) -> Make:
    """Return what makes the official form, in Vietnamese only, with dotted lines to write on."""

    def make() -> Printout:
        from kiosk.documents.official_form import draw_form  # noqa: PLC0415 - importing ReportLab would hold the window up

        return _counted(PrintoutKind.FORM, draw_form(form, None, (applicant, {})))

    return make


def filled_form(form: FormDraft, applicant: FormDraft) -> Make:
    """Return what makes the official form with the answers of this moment."""
    answers, who = form.evaluate().values, applicant.evaluate().values

    def make() -> Printout:
        from kiosk.documents.official_form import draw_form  # noqa: PLC0415 - likewise

        return _counted(PrintoutKind.FILLED_FORM, draw_form(form.form, answers, (applicant.form, who)))

    return make


def guide_sheet(procedure: Procedure, place: Place, language: Language) -> Make:
    """Return what makes the guide with boxes to tick."""

    def make() -> Printout:
        from kiosk.documents.sheets import draw_guide_sheet  # noqa: PLC0415 - likewise

        return _counted(PrintoutKind.GUIDE, draw_guide_sheet(procedure, place, language))

    return make


def board_sheet(board: Board, place: Place, language: Language) -> Make:
    """Return what makes the commune's codes and numbers."""

    def make() -> Printout:
        from kiosk.documents.sheets import draw_board_sheet  # noqa: PLC0415 - likewise

        return _counted(PrintoutKind.QR_BOARD, draw_board_sheet(board, place, language))

    return make


def slip_sheet(slip: Slip) -> Make:
    """Return what makes the slip, for those whose roll has ended."""

    def make() -> Printout:
        from kiosk.documents.sheets import draw_slip_sheet  # noqa: PLC0415 - likewise

        return _counted(PrintoutKind.RECEIPT, draw_slip_sheet(slip))

    return make


def result_sheet(enquiries: Enquiries, slip: SlipCode, wanted: ElectronicResult) -> Make:
    """Return what fetches a result; every byte of it is printed as it came."""

    def make() -> Printout:
        answer = enquiries.result(slip.code, slip.secret or None, wanted)
        if not isinstance(answer, ResultFetched):
            raise NotMadeError(JobTrouble.NOT_FETCHED)
        return _counted(PrintoutKind.RESULT, answer.pdf)

    return make


def _counted(kind: PrintoutKind, pdf: bytes) -> Printout:
    from kiosk.documents.a4 import pages_of  # noqa: PLC0415 - likewise

    return Printout(kind, pdf, pages_of(pdf))
