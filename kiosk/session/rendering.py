"""From the state of the session to the value that the window shows."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.catalogue import Catalogue
from kiosk.domain.board import Board
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.text import NO_TEXT, Text
from kiosk.forms.model import Question, QuestionKind
from kiosk.session import screens
from kiosk.session.check_page import check_rows, name_of_item, number_at
from kiosk.session.draft import Draft, Section
from kiosk.session.enquiry import CODE, SECRET
from kiosk.session.items import Place
from kiosk.session.journey import Journey
from kiosk.session.position import AtEvent, AtQuestion, AtRow, RowStop, Stop
from kiosk.session.print_flow import PrintFlow
from kiosk.session.progress import progress_of
from kiosk.session.route import missing_row
from kiosk.session.row_pages import RowPages
from kiosk.session.screens import Screen, SendStage
from kiosk.session.submission import fee_of
from kiosk.session.turning import Turning

_PRINTED_AT = {PrintoutKind.FILLED_FORM: Stop.DECLARE, PrintoutKind.RECEIPT: Stop.SLIP}
"""From where on the way a paper is printed; any other from the guide."""


_NOWHERE = screens.Progress(0, 0, NO_TEXT)
"""Outside the journey of a dossier there are no steps to count."""


def render(session: Journey) -> Screen:
    """Return the screen for the present position."""
    position, draft = session.position, session.draft
    if (before := _way_in(session)) is not None:
        return before
    match position:
        case Stop.RATE:
            return screens.Rate()
        case Stop.PRACTISED:
            return screens.Practised()
        case Stop.OUT_OF_ORDER:
            return screens.OutOfOrder(session.out_of_order or NO_TEXT, _board(session).hotlines)
    if position is Stop.GUIDE and session.procedure is not None:
        progress = None if draft is None else progress_of(draft, position)
        return screens.Guide(progress, session.procedure, session.can_print)
    if position is Stop.PRINT_PAPER and session.printing is not None:
        return _print_paper(session, session.printing)
    if draft is None or isinstance(position, AtEvent):
        return screens.Home(_board(session))
    if isinstance(position, AtQuestion):
        return _question(session, draft, position)
    if isinstance(position, AtRow):
        return _row(session, draft, position)
    return _stop(session, draft, position)


def _way_in(session: Journey) -> Screen | None:
    """Return the screens before a procedure is chosen, None beyond them."""
    catalogue = session.services.catalogue
    match session.position:
        case Stop.ATTRACT:
            return screens.Attract(_board(session), session.printer_fault)
        case Stop.HOME:
            return screens.Home(_board(session), session.for_real.practice is not None, session.printer_fault)
        case Stop.BOARD:
            return screens.QrBoard(_board(session), session.can_print)
        case Stop.EVENTS:
            return screens.ChooseEvent(catalogue.events, session.errand)
        case Stop.CHOOSE:
            return screens.ChooseProcedure(catalogue.commonest_first())
        case Stop.SEARCH:
            return screens.Search(session.typed, session.found)
        case AtEvent(key):
            return _event(catalogue, key)
    return _enquiry(session)


def _enquiry(session: Journey) -> Screen | None:
    """Return the screens around a slip that was brought back."""
    match session.position:
        case Stop.SHOW_SLIP:
            slip = (session.slip_problem, session.slip_unreadable)
            return screens.ShowSlip(session.errand, session.reader.there, *slip, session.code_note)
        case Stop.SLIP_SCANNING:
            return screens.SlipScanning()
        case Stop.SLIP_CODE:
            return screens.AskQuestion(_NOWHERE, CODE, session.slip.code, required=True, error=session.error)
        case Stop.SLIP_SECRET:
            return screens.AskQuestion(_NOWHERE, SECRET, session.slip.secret, required=True, error=session.error)
        case Stop.LOOKING_UP:
            return screens.LookingUp()
        case Stop.NO_DOSSIER:
            return screens.NoDossier(session.no_answer, session.slip_was_scanned)
    if session.position is Stop.DOSSIER and session.dossier is not None:
        return screens.DossierFound(session.dossier, session.can_print, session.printed, session.slip_was_scanned)
    return None


def _event(catalogue: Catalogue, key: str) -> Screen:
    event = catalogue.event(key)
    if event is None:
        return screens.ChooseProcedure(catalogue.commonest_first())
    return screens.ChooseProcedure(catalogue.of_event(event), event)


def _board(session: Journey) -> Board:
    return session.services.catalogue.board.at(session.services.place.commune_code)


def _question(session: Journey, draft: Draft, at: AtQuestion) -> Screen:
    question = draft.question(at.section, at.name)
    if question is None:
        return _check(session, draft)
    form = draft.forms[at.section]
    if question.kind in (QuestionKind.LIST, QuestionKind.TABLE):
        return _list(session, draft, at, question)
    return screens.AskQuestion(
        progress=progress_of(draft, at),
        question=replace(question, skip=None) if session.changing_through else question,
        value=form.answer(at.name),
        required=at.name in form.evaluate().required,
        error=session.error,
        changing=session.changing and not session.changes_more(at),
        fee=fee_of(draft) if at.section is Section.DELIVERY and question.kind is QuestionKind.CHOICE else None,
    )


def _list(session: Journey, draft: Draft, at: AtQuestion, question: Question) -> Screen:
    form = draft.forms[at.section]
    evaluation, number = form.evaluate(), form.items(at.name)
    fewest, most = form.item_limits(at.name)
    return screens.AskList(
        progress=progress_of(draft, at),
        question=question,
        items=tuple(_item(session, draft, at, index) for index in range(number)),
        may_add=number < most,
        may_remove=number > fewest,
        required=at.name in evaluation.required,
        error=session.error,
        changing=session.changing,
    )


def _item(session: Journey, draft: Draft, at: AtQuestion, index: int) -> screens.ListItem:
    place, errors = Place(at.name, index), draft.forms[at.section].evaluate().errors
    lacking = next((name for name in errors if name.startswith(place.prefix)), None)
    question = None if lacking is None or session.error is None else draft.question(at.section, lacking)
    problem = NO_TEXT
    if question is not None:
        title, words = question.title, errors[question.name][0]
        problem = Text.made(lambda language: f"{title.of(language)}: {words.of(language)}")
    return screens.ListItem(name_of_item(draft, at.section, place), lacking is None, problem)


def _row(session: Journey, draft: Draft, at: AtRow) -> Screen:
    progress, rows = progress_of(draft, at), draft.paper_rows()
    kept = session.unconfirmed.get(at.component, RowPages())
    match at.stop:
        case RowStop.READY:
            again = None if session.redoing is None else session.redoing + 1
            up = again is not None and session.one_sided
            return screens.ScanReady(progress, rows, at.component, session.duplex, len(kept.pages), again, up)
        case RowStop.SCANNING:
            scan, shown, backs = session.scan, session.pages_that_stay(at.component), session.backs
            pages = shown + scan.pages
            return screens.Scanning(progress, rows, at.component, pages, scan.under_way, scan.stopping, backs)
        case RowStop.FAULT:
            return screens.ScanFault(progress, rows, at.component, session.fault, kept.pages, session.backs)
        case RowStop.TURN:
            return _turn(progress, rows, at.component, kept)
        case RowStop.REVIEW:
            row = next(row.row for row in rows if row.row.component == at.component)
            return screens.ReviewPages(
                progress,
                row,
                kept.pages,
                kept.fed,
                odd_sides=session.duplex and kept.has_odd_sides,
                too_large=session.too_large,
                removed=len(kept.dropped),
                may_undo=bool(session.undoable.get(at.component)),
                may_turn=kept.wants_backs,
            )
        case _:
            assert_never(at.stop)


def _turn(progress: screens.Progress, rows: tuple[screens.PaperRow, ...], component: str, kept: RowPages) -> Screen:
    stack = kept.turning or Turning(1, max(1, kept.fed))
    return screens.TurnStack(progress, rows, component, stack.fronts, stack.backs, stack.ended, stack.same)


def _stop(session: Journey, draft: Draft, stop: Stop) -> Screen:
    progress = progress_of(draft, stop)
    match stop:
        case Stop.NOTICE:
            return screens.Notice(progress, session.notice_for(draft), session.full_notice_for(draft))
        case Stop.IDENTIFY:
            return screens.Identify(progress, session.reader.there, session.code_note)
        case Stop.CARD_READY:
            unreadable, several = session.card_unreadable, session.several_cards
            return screens.CardReady(progress, session.card_problem, unreadable, several, session.code_note)
        case Stop.CARD_SCANNING:
            return screens.CardScanning(progress)
        case Stop.PAPERS:
            return _papers(session, draft)
        case Stop.CHECK:
            return _check(session, draft)
        case Stop.DECLARE:
            declaration = draft.procedure.declaration
            return screens.Declare(
                progress, declaration, draft.declared, session.asked_to_tick, can_print=session.can_print
            )
        case Stop.ORIGINALS:
            return screens.TakeOriginals(progress, session.sheets_fed(), session.paper_left)
    if stop is Stop.CARD_READ and draft.card is not None:
        return screens.CardRead(progress, draft.card)
    return _sending(session, draft, stop)


def _print_paper(session: Journey, flow: PrintFlow) -> Screen:
    draft = session.draft
    pages = 0 if flow.printout is None else flow.printout.pages
    return screens.PrintPaper(
        None if draft is None else progress_of(draft, _PRINTED_AT.get(flow.paper.kind, Stop.GUIDE)),
        flow.paper.kind,
        flow.paper.name,
        flow.stage,
        pages,
        session.price_of(flow.paper.kind, pages),
        flow.progress.pages,
        flow.progress.condition,
        flow.outcome,
    )


def _check(session: Journey, draft: Draft) -> Screen:
    uncovered = session.uncovered
    return screens.Check(progress_of(draft, Stop.CHECK), check_rows(draft), uncovered, number_at(draft, uncovered))


def _papers(session: Journey, draft: Draft) -> Screen:
    rows = draft.paper_rows()
    first_empty = next((row.row.component for row in rows if not row.pages), None)
    return screens.Papers(
        progress=progress_of(draft, Stop.PAPERS),
        rows=rows,
        next_row=missing_row(draft) or first_empty,
        missing=session.papers_missing,
        changing=session.changing,
    )


def _sending(session: Journey, draft: Draft, stop: Stop) -> Screen:
    sending, progress = session.sending, progress_of(draft, stop)
    if sending is None:
        return _check(session, draft)
    if sending.failure is not None and stop is Stop.NOT_SAVED:
        return screens.NotSaved(progress, sending.failure)
    if sending.delivery is None:
        return screens.Sending(progress, SendStage.SAVING)
    if stop is Stop.SENDING:
        return screens.Sending(progress, SendStage.SAFE, sending.delivery.reference_code)
    return screens.SlipReady(
        progress,
        sending.delivery,
        sending.filed,
        sending.preview,
        sending.lookup,
        sending.outcome,
        draft.lookup_secret,
        uncovered=session.uncovered == screens.SLIP,
        on_a4=session.can_print,
    )
