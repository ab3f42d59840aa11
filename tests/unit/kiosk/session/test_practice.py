"""Practice: the whole journey, on stand-ins alone; then for real, or away."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import pytest
from doubles.devices import ScriptedDocuments, ScriptedEnquiries, ScriptedGifts, ScriptedHandheld, ScriptedPrinter
from doubles.extract_stage import ANSWERS, EXTRACT
from doubles.stage import Stage

from drivers.practice.parts import PracticeOutbox, PracticePrinter, PracticeReader, PracticeScanner
from kiosk.domain.procedure import ProcedureKind
from kiosk.domain.slip import Slip
from kiosk.domain.submission import SubmissionKind
from kiosk.session import screens
from kiosk.session.screens import Errand, LeaveSheet, View
from kiosk.session.services import Practice, Services
from kiosk.session.session import Session


@dataclass
class Rehearsal:
    """A session that can practise. The real parts are the stage's; every view that was published is kept."""

    stage: Stage
    real_printer: ScriptedPrinter
    real_reader: ScriptedHandheld
    drawn: list[Slip]
    views: list[View]
    session: Session

    @property
    def screen(self) -> screens.Screen:
        return self.session.view.screen

    def begin(self) -> None:
        self.session.start()
        self.session.practise()

    def answer_all(self) -> None:
        while isinstance(asked := self.screen, screens.AskQuestion):
            self.session.answer(ANSWERS.get(asked.question.name, asked.value))
            assert self.screen != asked, asked.question.name

    def identify(self) -> None:
        self.session.choose_procedure(EXTRACT)
        self.session.accept_guide()
        self.session.accept_notice()
        self.session.read_card()
        self.session.start_card_scan()
        self.session.use_card()

    def walk(self) -> None:
        self.begin()
        self.identify()
        self.answer_all()
        self.session.open_row("uy_quyen")
        self.session.start_scan()
        self.session.keep_pages()
        self.session.finish_papers()
        self.answer_all()
        self.session.confirm_answers()
        self.session.tick_declaration(True)
        self.session.send()
        self.stage.jobs.pass_time(10)

    def touched_nothing_real(self) -> bool:
        used = (self.stage.scanner.requests, self.stage.outbox.stored, self.real_printer.slips, self.real_reader.waits)
        return not any(used)


@pytest.fixture
def rehearsal() -> Rehearsal:
    reader, drawn, views = ScriptedHandheld(), list[Slip](), list[View]()
    stage = Stage(handheld=reader, gifts=ScriptedGifts(), documents=ScriptedDocuments(), enquiries=ScriptedEnquiries())

    def draw(slip: Slip) -> bytes:
        drawn.append(slip)
        return b"\x89PNG"

    def at_once(_seconds: float) -> None:
        """Nobody waits here."""

    printer = ScriptedPrinter()
    parts = Practice(PracticeScanner(at_once), PracticePrinter(draw, at_once), PracticeReader(), PracticeOutbox())
    session = Session(replace(stage.session.services, practice=parts, printer=printer))
    session.listen(views.append)
    return Rehearsal(stage, printer, reader, drawn, views, session)


def test_a_whole_journey_is_practised_and_nothing_real_is_touched(rehearsal: Rehearsal) -> None:
    rehearsal.walk()
    assert isinstance(rehearsal.screen, screens.SlipReady)
    assert not rehearsal.screen.filed
    assert [slip.practice for slip in rehearsal.drawn] == [True]
    assert [slip.gift for slip in rehearsal.drawn] == [None]
    rehearsal.session.took_slip()
    rehearsal.session.took_originals()
    assert isinstance(rehearsal.screen, screens.Practised)
    assert rehearsal.touched_nothing_real()
    seen = {type(view.screen) for view in rehearsal.views}
    assert {screens.CardRead, screens.ReviewPages, screens.Check, screens.Sending, screens.TakeOriginals} <= seen
    unmarked = {type(view.screen) for view in rehearsal.views if not view.practice}
    assert unmarked == {screens.Home}


def test_after_practice_it_goes_on_for_real(rehearsal: Rehearsal) -> None:
    rehearsal.walk()
    rehearsal.session.took_slip()
    rehearsal.session.took_originals()
    rehearsal.session.do_for_real()
    assert isinstance(rehearsal.screen, screens.Home)
    assert (rehearsal.session.practising, rehearsal.session.draft) == (False, None)
    rehearsal.session.choose_errand(Errand.FILE)
    rehearsal.session.choose_procedure(EXTRACT)
    rehearsal.session.accept_guide()
    rehearsal.session.accept_notice()
    rehearsal.session.read_card()
    rehearsal.session.start_card_scan()
    assert len(rehearsal.stage.scanner.requests) == 1
    assert not rehearsal.session.view.practice


def test_only_what_can_be_filed_here_is_practised(rehearsal: Rehearsal) -> None:
    rehearsal.begin()
    assert isinstance(rehearsal.screen, screens.ChooseEvent)
    rehearsal.session.show_all_procedures()
    assert isinstance(rehearsal.screen, screens.ChooseProcedure)
    assert {one.kind for one in rehearsal.screen.procedures} == {ProcedureKind.FORM}
    rehearsal.session.open_search()
    rehearsal.session.search("bằng lái")
    assert isinstance(rehearsal.screen, screens.Search)
    assert {one.kind for one in rehearsal.screen.found} <= {ProcedureKind.FORM}


def test_going_back_home_ends_practice_and_forgets_it(rehearsal: Rehearsal) -> None:
    rehearsal.begin()
    rehearsal.identify()
    for _ in range(20):
        rehearsal.session.go_back()
    assert isinstance(rehearsal.screen, screens.Attract)
    assert (rehearsal.session.practising, rehearsal.session.draft) == (False, None)


@pytest.mark.parametrize("how", ["wipe", "silence"])
def test_practice_is_wiped_like_everything_else(rehearsal: Rehearsal, how: str) -> None:
    rehearsal.session.watch()
    rehearsal.begin()
    rehearsal.identify()
    rehearsal.session.ask_leave()
    assert rehearsal.session.view.sheet == LeaveSheet()
    if how == "wipe":
        rehearsal.session.wipe()
    else:
        rehearsal.session.close_sheet()
        rehearsal.stage.jobs.pass_time(300)
    assert isinstance(rehearsal.screen, screens.Attract)
    assert (rehearsal.session.practising, rehearsal.session.draft) == (False, None)
    assert rehearsal.touched_nothing_real()


def test_a_call_for_help_is_real_even_in_practice(rehearsal: Rehearsal) -> None:
    rehearsal.begin()
    rehearsal.session.call_help()
    kinds = [stored.kind for stored in rehearsal.stage.outbox.stored.values()]
    assert kinds == [SubmissionKind.HELP_REQUEST]
    assert rehearsal.session.view.practice


def test_practice_begins_at_home_only_and_where_there_is_any(rehearsal: Rehearsal) -> None:
    rehearsal.session.practise()
    assert not rehearsal.session.practising
    rehearsal.stage.session.start()
    rehearsal.stage.session.practise()
    assert rehearsal.stage.screen(screens.Home) == replace(rehearsal.stage.screen(screens.Home), can_practise=False)
    assert not rehearsal.stage.session.practising


HARMLESS = {"clock", "jobs", "randomness", "timings", "renew", "place", "agency_code", "lookup_url", "scan_dpi"} | {
    "aloud",
    "out_of_order",
    "display",
    "reverses_stack",
    "page_price",
    "rests_without_slips",
    "printer_stands",  # told of the real printer alone
}


def test_practice_services_hold_no_real_part(rehearsal: Rehearsal) -> None:
    """Whoever gives the session another part must say here that it is harmless, or what stands in for it."""
    real = rehearsal.session.services
    rehearsal.begin()
    mine = rehearsal.session.services
    shared = {field.name for field in fields(Services) if getattr(mine, field.name) is getattr(real, field.name)}
    assert shared <= HARMLESS
    assert {
        "scanner",
        "printer",
        "code_reader",
        "handheld",
        "gifts",
        "outbox",
        "enquiries",
        "documents",
    } & shared == set()
    assert mine.practice is None
