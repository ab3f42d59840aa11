"""The citizen's journey without a window: what is shown, what is kept, what is wiped."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from doubles.devices import MemoryOutbox, ScriptedPrinter, ScriptedReader, ScriptedScanner
from doubles.manual import ManualClock, ManualJobs

import config
from kiosk.catalogue import load_catalogue
from kiosk.domain.outbox import NotStored, NotStoredReason
from kiosk.domain.page import Side
from kiosk.domain.place import Place
from kiosk.domain.scan import ScanStatus
from kiosk.domain.slip import PrintFault, Refused
from kiosk.domain.submission import SubmissionKind
from kiosk.domain.text import Language, Text
from kiosk.session import screens
from kiosk.session.screens import ChangeKind, ChangeTarget, Errand, Screen
from kiosk.session.services import Services, Timings
from kiosk.session.session import Session

Kind = TypeVar("Kind", bound=Screen)

PLACE = Place("AH-01", Text("Trung tâm", "Centre"), Text("Xã Bình An", "Bình An"), "0277", None, Text("A", "B"))
FORM: dict[str, Any] = {
    "citizenQuanhe": "Mẹ đẻ",
    "citizenNDK_HoVaTen": "nguyễn văn phước",
    "citizenNDK_NgaySinh": "1978",
    "citizenField13": "1",
    "citizenField32": "01",
    "citizenLoaiViecYeuCau": "Giấy khai sinh",
    "citizenHoSo_CoQuanDangKy": "Xã Bình An",
    "citizenSoLuongBanSao": 2,
    "method": "counter",
    "full_name": "trần thị mười",
    "id_number": "087165001234",
}
FRONT_AND_BACK = ((1, Side.FRONT), (1, Side.BACK))


@dataclass
class Stage:
    """A session with everything around it in the test's hands."""

    clock: ManualClock = field(default_factory=ManualClock)
    scanner: ScriptedScanner = field(default_factory=ScriptedScanner)
    printer: ScriptedPrinter = field(default_factory=ScriptedPrinter)
    reader: ScriptedReader = field(default_factory=ScriptedReader)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)

    def __post_init__(self) -> None:
        self.jobs = ManualJobs(self.clock)
        self.session = Session(
            Services(
                clock=self.clock,
                jobs=self.jobs,
                scanner=self.scanner,
                printer=self.printer,
                code_reader=self.reader,
                outbox=self.outbox,
                catalogue=load_catalogue(Path(config.__file__).parent, lambda: date(2026, 10, 12)),
                place=PLACE,
                agency_code="H00.00",
                lookup_url="https://portal.example/look",
                timings=Timings(180, 90, 3),
                randomness=random.Random(7),
                scan_dpi=150,
            )
        )
        self.session.watch()

    def screen(self, kind: type[Kind]) -> Kind:
        shown = self.session.view.screen
        assert isinstance(shown, kind), shown
        return shown

    def enter(self) -> None:
        self.session.start()
        self.session.choose_errand(Errand.FILE)
        self.session.choose_procedure("2.000635")
        self.session.accept_guide()
        self.session.accept_notice()

    def answer_all(self, **changed: Any) -> None:
        while isinstance(asked := self.session.view.screen, screens.AskQuestion):
            name = asked.question.name
            self.session.answer({**FORM, **changed}.get(name, asked.value))
            assert self.session.view.screen != asked, f"stuck at {name}: {self.session.view.screen}"

    def to_papers(self, **changed: Any) -> None:
        self.enter()
        self.session.type_identity()
        self.answer_all(**changed)
        self.screen(screens.Papers)

    def to_check(self, **changed: Any) -> None:
        self.to_papers(**changed)
        self.session.finish_papers()
        self.answer_all(**changed)
        self.screen(screens.Check)

    def send(self) -> None:
        self.session.confirm_answers()
        self.session.tick_declaration(True)
        self.session.send()


@pytest.fixture
def stage() -> Stage:
    return Stage()


def value(stage: Stage, label: str) -> str:
    return next(row.value.vi for row in stage.screen(screens.Check).rows if row.label.vi == label)


# the choice


def test_a_guide_is_three_touches_from_home(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.GUIDE)
    assert "death" in [event.key for event in stage.screen(screens.ChooseEvent).events]
    stage.session.choose_event("death")
    chosen = stage.screen(screens.ChooseProcedure)
    assert [procedure.code for procedure in chosen.procedures] == ["1.000656", "2.000635"]
    stage.session.choose_procedure("1.000656")
    assert stage.screen(screens.Guide).procedure.code == "1.000656"
    stage.session.go_back()
    assert stage.screen(screens.ChooseProcedure) == chosen
    stage.session.go_back()
    stage.screen(screens.ChooseEvent)


def test_those_who_know_the_name_see_all_procedures(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_event("no such event")
    stage.screen(screens.ChooseEvent)
    stage.session.show_all_procedures()
    shown = stage.screen(screens.ChooseProcedure)
    assert (shown.event, len(shown.procedures)) == (None, 17)


def test_a_procedure_is_found_as_it_is_typed(stage: Stage) -> None:
    stage.session.start()
    stage.session.search("khai tu")
    stage.session.choose_errand(Errand.FILE)
    stage.session.open_search()
    assert stage.screen(screens.Search) == screens.Search()
    stage.session.search("khai tu")
    found = stage.screen(screens.Search).found
    assert (found[0].code, len(found) <= 4) == ("1.000656", True)
    stage.session.search("xyzxyz")
    assert stage.screen(screens.Search) == screens.Search("xyzxyz")
    stage.session.search("khai tu")
    stage.session.choose_procedure("1.000656")
    stage.screen(screens.Guide)
    stage.session.go_back()
    assert stage.screen(screens.Search) == screens.Search("khai tu", found)
    stage.session.wipe()
    assert (stage.session.typed, stage.session.found) == ("", ())


def test_the_search_goes_with_the_catalogue(stage: Stage) -> None:
    catalogue = stage.session.services.catalogue
    assert catalogue.find("khai tu", 1)[0].code == "1.000656"
    assert catalogue.find("", 4) == ()
    gone = replace(catalogue, procedures=tuple(one for one in catalogue.procedures if one.code != "1.000656"))
    assert "1.000656" not in [one.code for one in gone.find("khai tu", 4)]


def test_a_few_procedures_are_shown_at_once(stage: Stage) -> None:
    services = stage.session.services
    few = replace(services.catalogue, procedures=services.catalogue.procedures[:6])
    session = Session(replace(services, catalogue=few))
    session.start()
    session.choose_errand(Errand.FILE)
    assert isinstance(session.view.screen, screens.ChooseProcedure)


def test_a_guide_is_left_without_a_question_as_long_as_nothing_was_agreed_to(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.GUIDE)
    stage.session.choose_procedure("2.000635")
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    stage.enter()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet()


# guides


def test_what_is_done_elsewhere_is_explained_and_leads_back_to_the_errands(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.GUIDE)
    stage.session.choose_procedure("2.000815")
    guide = stage.screen(screens.Guide)
    assert guide.progress is None
    assert guide.procedure.handoff is not None
    stage.session.accept_guide()
    stage.screen(screens.Home)


def test_going_back_from_a_guide_leads_to_the_choice_of_another(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure("2.000815")
    stage.session.go_back()
    stage.session.choose_procedure("2.000635")
    assert stage.screen(screens.Guide).progress is not None


def test_leaving_a_guide_wipes_what_was_read(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.GUIDE)
    stage.session.choose_procedure("2.000815")
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    assert stage.session.procedure is None


# questions


def test_the_check_page_shows_every_answer_in_words_and_hides_the_number(stage: Stage) -> None:
    stage.to_check()
    assert value(stage, "Họ, chữ đệm, tên người được đăng ký hộ tịch") == "NGUYỄN VĂN PHƯỚC"
    assert value(stage, "Giới tính") == "Nam"
    assert value(stage, "Lệ phí") == "16.000 đồng (2 bản)"
    assert "1234" in value(stage, "Số định danh cá nhân")
    assert "087165001234" not in str(stage.screen(screens.Check).rows)


def test_a_wrong_answer_stays_and_says_what_to_write(stage: Stage) -> None:
    stage.enter()
    stage.session.type_identity()
    stage.session.answer("Trần Thị Mười")
    stage.session.answer("123")
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "id_number"
    assert asked.error is not None
    assert "12 số" in asked.error.vi


def test_going_back_loses_no_answer(stage: Stage) -> None:
    stage.to_papers()
    names = []
    while isinstance(stage.session.view.screen, screens.Papers | screens.AskQuestion):
        stage.session.go_back()
        if isinstance(asked := stage.session.view.screen, screens.AskQuestion):
            names.append(asked.question.name)
            assert asked.value is not None or not asked.required
    assert names[-1] == "full_name"
    stage.session.type_identity()
    stage.answer_all()
    stage.screen(screens.Papers)


def test_a_change_comes_straight_back_to_the_check_page(stage: Stage) -> None:
    stage.to_check()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    assert stage.screen(screens.AskQuestion).changing
    stage.session.answer(5)
    assert value(stage, "Lệ phí") == "40.000 đồng (5 bản)"


def test_a_change_that_opens_new_questions_asks_them_first(stage: Stage) -> None:
    stage.to_check(citizenQuanhe="Bản thân")
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenQuanhe"))
    stage.session.answer("Khác")
    assert stage.screen(screens.AskQuestion).question.name == "citizenField8"
    stage.session.answer("BẠN")
    assert stage.screen(screens.AskQuestion).question.name == "citizenNDK_HoVaTen"
    stage.answer_all()
    assert stage.screen(screens.Papers).next_row == "uy_quyen"


def test_back_from_a_change_is_the_check_page(stage: Stage) -> None:
    stage.to_check()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    stage.session.go_back()
    stage.screen(screens.Check)


def test_who_asks_for_themselves_goes_through_fewer_steps(stage: Stage) -> None:
    stage.enter()
    stage.session.type_identity()
    stage.session.answer("Trần Thị Mười")
    stage.session.answer("087165001234")
    stage.session.answer("Bản thân")
    assert stage.screen(screens.AskQuestion).question.name == "citizenLoaiViecYeuCau"


# the card


def test_a_card_prefills_the_applicant_and_is_self_declared(stage: Stage) -> None:
    stage.enter()
    stage.session.read_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardRead).card.full_name == "NGUYỄN THỊ HOA"
    stage.session.use_card()
    assert stage.screen(screens.AskQuestion).question.name == "citizenQuanhe"


@pytest.mark.parametrize("status", [ScanStatus.EMPTY, ScanStatus.JAMMED, ScanStatus.COVER_OPEN, ScanStatus.TIMEOUT])
def test_a_card_that_cannot_be_scanned_leaves_the_choice_to_type(stage: Stage, status: ScanStatus) -> None:
    stage.enter()
    stage.session.read_card()
    stage.scanner.load(status=status)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardReady).problem is status
    stage.session.type_identity()
    stage.screen(screens.AskQuestion)


def test_a_page_without_a_card_says_so(stage: Stage) -> None:
    stage.reader.payloads = (b"https://vneid.gov.vn",)
    stage.enter()
    stage.session.read_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardReady).unreadable


def test_a_card_decoded_for_one_person_is_never_shown_to_the_next(stage: Stage) -> None:
    stage.enter()
    stage.session.read_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.jobs.held = True
    stage.session.start_card_scan()
    scan_of_the_first = stage.jobs.waiting.pop()
    scan_of_the_first()
    decoding_for_the_first = stage.jobs.waiting.pop()
    stage.session.wipe()
    stage.enter()
    stage.session.read_card()
    stage.session.start_card_scan()
    decoding_for_the_first()
    stage.screen(screens.CardScanning)


def test_a_card_that_was_half_scanned_and_is_stuck_is_told_to_be_stuck(stage: Stage) -> None:
    stage.reader.payloads = ()
    stage.enter()
    stage.session.read_card()
    stage.scanner.load((1, Side.FRONT), status=ScanStatus.JAMMED)
    stage.session.start_card_scan()
    ready = stage.screen(screens.CardReady)
    assert (ready.problem, ready.unreadable) == (ScanStatus.JAMMED, False)


def test_who_stops_the_card_is_blamed_for_nothing(stage: Stage) -> None:
    stage.reader.payloads = ()
    stage.enter()
    stage.session.read_card()
    stage.scanner.load((1, Side.FRONT), status=ScanStatus.CANCELLED)
    stage.session.start_card_scan()
    ready = stage.screen(screens.CardReady)
    assert (ready.problem, ready.unreadable, ready.several) == (None, False, False)


def test_a_card_that_nobody_waits_for_any_more_is_not_taken_for_the_next_one(stage: Stage) -> None:
    stage.enter()
    stage.session.read_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.scanner.load(*FRONT_AND_BACK)
    stage.jobs.held = True
    stage.session.start_card_scan()
    stage.jobs.waiting.pop()()
    decoding_the_first = stage.jobs.waiting.pop()
    stage.session.stop_card_scan()
    stage.screen(screens.CardReady)
    stage.session.start_card_scan()
    decoding_the_first()
    stage.screen(screens.CardScanning)
    stage.jobs.waiting.pop()()
    stage.jobs.waiting.pop()()
    stage.screen(screens.CardRead)


def test_going_back_while_the_machine_scans_is_a_stop(stage: Stage) -> None:
    stage.enter()
    stage.session.read_card()
    stage.jobs.held = True
    stage.session.start_card_scan()
    stage.session.go_back()
    stage.screen(screens.CardScanning)
    assert stage.session.scan.stopping
    stage.jobs.release()
    stage.session.type_identity()
    stage.answer_all()
    stage.session.open_row("uy_quyen")
    stage.jobs.held = True
    stage.session.start_scan()
    stage.session.go_back()
    assert stage.screen(screens.Scanning).stopping


def test_who_leaves_is_told_to_take_what_went_into_the_scanner(stage: Stage) -> None:
    stage.to_papers()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet()
    stage.session.close_sheet()
    stage.session.open_row("uy_quyen")
    stage.jobs.held = True
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_scan()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet(originals=True)
    stage.jobs.release()
    assert stage.session.view.sheet == screens.LeaveSheet(originals=True)
    stage.screen(screens.ReviewPages)


# papers


def test_a_jam_keeps_the_safe_sides_and_resumes_the_same_row(stage: Stage) -> None:
    stage.to_papers()
    stage.session.open_row("uy_quyen")
    stage.scanner.load(*FRONT_AND_BACK, (2, Side.FRONT), status=ScanStatus.JAMMED)
    stage.session.start_scan()
    fault = stage.screen(screens.ScanFault)
    assert (fault.status, len(fault.pages)) == (ScanStatus.JAMMED, 3)
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.resume_scan()
    review = stage.screen(screens.ReviewPages)
    assert (review.sheets, len(review.pages), review.odd_sides) == (2, 4, False)
    stage.session.keep_pages()
    row = next(row for row in stage.screen(screens.Papers).rows if row.row.component == "uy_quyen")
    assert len(row.pages) == 4


def test_leaving_a_fault_loses_no_page(stage: Stage) -> None:
    stage.to_papers()
    stage.session.open_row("uy_quyen")
    stage.scanner.load(*FRONT_AND_BACK, status=ScanStatus.COVER_OPEN)
    stage.session.start_scan()
    stage.session.leave_fault()
    assert len(stage.screen(screens.ReviewPages).pages) == 2


def test_pages_under_review_survive_going_back(stage: Stage) -> None:
    stage.to_papers()
    stage.session.open_row("uy_quyen")
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_scan()
    stage.session.go_back()
    stage.screen(screens.Papers)
    stage.session.open_row("uy_quyen")
    assert len(stage.screen(screens.ReviewPages).pages) == 2


def test_a_required_row_without_pages_is_asked_for(stage: Stage) -> None:
    stage.to_papers(citizenQuanhe="Khác", citizenField8="BẠN")
    stage.session.finish_papers()
    assert stage.screen(screens.Papers).missing


def test_an_odd_side_is_asked_about(stage: Stage) -> None:
    stage.to_papers()
    stage.session.open_row("uy_quyen")
    stage.scanner.load(*FRONT_AND_BACK, (2, Side.FRONT))
    stage.session.start_scan()
    assert stage.screen(screens.ReviewPages).odd_sides


# sending


def test_nothing_is_called_safe_before_the_commit_returned(stage: Stage) -> None:
    stage.to_check()
    stage.jobs.held = True
    stage.send()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAVING
    stage.session.wipe()
    stage.session.go_back()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAVING
    stage.jobs.release()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAFE


def test_without_a_receipt_the_slip_says_waiting_and_follows_the_dossier(stage: Stage) -> None:
    stage.to_check()
    stage.send()
    stage.jobs.pass_time(4)
    slip = stage.screen(screens.SlipReady)
    assert not slip.filed
    assert not stage.printer.slips[0].filed
    assert stage.printer.slips[0].dossier_code is None
    stage.outbox.file()
    stage.jobs.pass_time(4)
    assert stage.screen(screens.SlipReady).filed
    stage.session.print_again()
    assert stage.printer.slips[1].filed


def test_with_a_receipt_in_time_the_slip_says_filed(stage: Stage) -> None:
    stage.to_check()
    stage.send()
    stage.outbox.file()
    stage.jobs.pass_time(1)
    assert stage.printer.slips[0].dossier_code == "H00.00-261012-0001"


def test_a_dossier_that_could_not_be_saved_keeps_the_answers_and_its_id(stage: Stage) -> None:
    stage.to_check()
    stage.outbox.failure = NotStored(NotStoredReason.NO_SPACE, "full")
    stage.send()
    assert stage.screen(screens.NotSaved).failure.reason is NotStoredReason.NO_SPACE
    stage.outbox.failure = None
    stage.session.save_again()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAFE
    assert len(stage.outbox.stored) == 1


def test_sending_twice_is_sending_once(stage: Stage) -> None:
    stage.to_check()
    stage.send()
    stage.session.send()
    assert len(stage.outbox.stored) == 1


def test_an_unticked_declaration_is_not_sent(stage: Stage) -> None:
    stage.to_check()
    stage.session.confirm_answers()
    stage.session.send()
    assert stage.screen(screens.Declare).asked_to_tick
    assert stage.outbox.stored == {}


def test_a_slip_that_did_not_print_shows_the_code_to_photograph(stage: Stage) -> None:
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.to_check()
    stage.send()
    stage.jobs.pass_time(4)
    slip = stage.screen(screens.SlipReady)
    assert slip.outcome == Refused(PrintFault.PAPER_OUT)
    assert slip.delivery.reference_code in slip.lookup


def test_after_the_rating_nothing_is_left_and_the_rating_names_nobody(stage: Stage) -> None:
    stage.to_check()
    stage.session.set_language(Language.ENGLISH)
    stage.send()
    stage.jobs.pass_time(4)
    stage.session.took_slip()
    stage.screen(screens.Rate)
    stage.session.rate(3)
    stage.screen(screens.Attract)
    assert stage.session.view.language is Language.VIETNAMESE
    assert stage.session.draft is None
    rating = list(stage.outbox.stored.values())[-1]
    assert rating.kind is SubmissionKind.RATING
    assert (rating.applicant, dict(rating.answers)) == (None, {"score": 3})
    dossier = next(iter(stage.outbox.stored.values()))
    day = datetime(2026, 10, 11, 17, tzinfo=UTC)  # midnight in Viet Nam
    assert rating.created_at == day
    assert dossier.created_at != day
    assert (rating.submission_id.version, rating.submission_id.int >> 80) == (7, int(day.timestamp() * 1000))


def test_the_slip_is_covered_until_it_is_looked_at_and_again_after_a_moment(stage: Stage) -> None:
    stage.to_check()
    stage.send()
    stage.jobs.pass_time(4)
    assert not stage.screen(screens.SlipReady).uncovered
    stage.session.look_at(screens.SLIP)
    assert stage.screen(screens.SlipReady).uncovered
    stage.jobs.pass_time(21)
    assert not stage.screen(screens.SlipReady).uncovered


def test_nobody_is_warned_while_the_slip_is_still_in_the_printer(stage: Stage) -> None:
    stage.to_check()
    stage.send()
    stage.jobs.pass_time(4)
    stage.jobs.held = True
    stage.session.print_again()
    assert stage.screen(screens.SlipReady).outcome is None
    stage.jobs.pass_time(600)
    stage.screen(screens.SlipReady)
    stage.jobs.release()
    stage.jobs.pass_time(181)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)


# silence


def test_silence_warns_for_90_seconds_and_then_wipes(stage: Stage) -> None:
    stage.to_papers()
    stage.session.touched()
    stage.jobs.pass_time(181)
    sheet = stage.session.view.sheet
    assert isinstance(sheet, screens.IdleSheet)
    assert sheet.seconds == 90
    stage.jobs.pass_time(91)
    stage.screen(screens.Attract)
    assert stage.session.draft is None


def test_more_time_gives_the_whole_time_again(stage: Stage) -> None:
    stage.to_papers()
    stage.session.touched()
    stage.jobs.pass_time(181)
    stage.session.more_time()
    stage.jobs.pass_time(170)
    stage.screen(screens.Papers)
    assert stage.session.view.sheet is None


def test_a_hand_that_misses_the_button_is_not_wiped(stage: Stage) -> None:
    stage.to_papers()
    stage.session.touched()
    stage.jobs.pass_time(181)
    for _ in range(5):
        stage.jobs.pass_time(60)
        stage.session.touched()
    stage.screen(screens.Papers)


def test_without_anything_personal_silence_goes_home_without_a_warning(stage: Stage) -> None:
    stage.session.start()
    stage.session.touched()
    stage.jobs.pass_time(182)
    stage.screen(screens.Attract)


# a newer catalogue


def renew(stage: Stage, **changed: Any) -> Services:
    """Let the kiosk find this newer catalogue from now on."""
    old = stage.session.services
    newer = replace(old, catalogue=replace(old.catalogue), **changed)
    stage.session.for_real = stage.session.services = replace(old, renew=lambda _services: newer)
    return newer


def test_a_newer_catalogue_is_taken_over_while_nobody_is_there(stage: Stage) -> None:
    newer = renew(stage)
    stage.jobs.pass_time(11)
    assert stage.session.services is newer
    stage.enter()
    stage.screen(screens.Identify)


def test_a_citizen_keeps_the_catalogue_that_they_began_with(stage: Stage) -> None:
    stage.enter()
    newer = renew(stage)
    began_with = stage.session.services.catalogue
    for _ in range(5):
        stage.session.touched()
        stage.jobs.pass_time(30)
    assert stage.session.services.catalogue is began_with
    stage.screen(screens.Identify)
    stage.session.wipe()
    stage.jobs.pass_time(11)
    assert stage.session.services is newer


def test_somebody_who_comes_while_it_is_read_keeps_the_old_one(stage: Stage) -> None:
    newer = renew(stage)
    stage.jobs.held = True
    stage.jobs.pass_time(11)
    stage.session.start()
    stage.jobs.release()
    assert stage.session.services is not newer
    stage.screen(screens.Home)
    stage.session.ask_leave()
    stage.jobs.pass_time(11)
    assert stage.session.services is newer


def test_a_catalogue_without_procedures_takes_the_kiosk_out_of_order_and_the_next_one_back(stage: Stage) -> None:
    renew(stage, out_of_order=Text("Không", "Nothing"))
    stage.jobs.pass_time(11)
    stage.screen(screens.OutOfOrder)
    renew(stage, out_of_order=None)
    stage.jobs.pass_time(11)
    stage.screen(screens.Attract)


def test_a_catalogue_that_cannot_be_read_is_looked_for_again(stage: Stage) -> None:
    def fail(_services: Services) -> Services:
        raise OSError("disk")

    stage.session.for_real = stage.session.services = replace(stage.session.services, renew=fail)
    stage.jobs.pass_time(11)
    newer = renew(stage)
    stage.jobs.pass_time(11)
    assert stage.session.services is newer


# children's fingers


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "begin", [Stage.enter, Stage.to_papers, Stage.to_check, lambda stage: (stage.to_check(), stage.send())]
)
def test_no_verb_on_any_screen_breaks_anything(stage: Stage, begin: Callable[[Stage], object], seed: int) -> None:
    chance, session = random.Random(seed), stage.session
    begin(stage)
    verbs: list[Any] = [
        session.start,
        session.go_back,
        session.accept_guide,
        session.accept_notice,
        session.read_card,
        session.start_card_scan,
        session.use_card,
        session.type_identity,
        session.finish_papers,
        session.start_scan,
        session.stop_scan,
        session.leave_fault,
        session.turn_stack,
        session.scan_backs,
        session.leave_backs,
        lambda: setattr(stage.scanner, "one_sided", chance.random() < 0.7),
        session.scan_more,
        session.rescan,
        session.undo_pages,
        session.decline_notice,
        session.keep_pages,
        session.confirm_answers,
        session.send,
        session.save_again,
        session.print_again,
        session.took_slip,
        session.took_originals,
        session.call_help,
        session.close_sheet,
        session.more_time,
        lambda: session.choose_errand(chance.choice(list(Errand))),
        lambda: session.choose_procedure(chance.choice(["2.000635", "1.000656", "nothing"])),
        lambda: session.answer(chance.choice([*FORM.values(), None, "", 0, "31/02/1999"])),
        lambda: session.open_row(chance.choice(["uy_quyen", "giay_to_lien_quan", "nothing"])),
        lambda: session.remove_page(chance.randrange(3)),
        lambda: session.ask_remove_page(chance.randrange(3)),
        lambda: session.rescan_page(chance.randrange(3)),
        lambda: session.turn_page(chance.randrange(3)),
        lambda: session.move_page(chance.randrange(3), chance.randrange(-2, 3)),
        lambda: session.look_at(chance.choice(["slip", "identity:id_number", "nothing"])),
        session.say_unknown,
        lambda: session.choose_duplex(chance.random() < 0.5),
        lambda: session.tick_declaration(True),
        lambda: session.rate(chance.randrange(4)),
        lambda: session.change(ChangeTarget(chance.choice(list(ChangeKind)), "method")),
        lambda: stage.scanner.load(*FRONT_AND_BACK, status=chance.choice(list(ScanStatus))),
        lambda: stage.jobs.pass_time(chance.random() * 5),
        lambda: setattr(stage.scanner, "batches", stage.scanner.batches[-2:]),
    ]
    for _ in range(300):
        chance.choice(verbs)()
        assert session.view.screen is not None
    session.close_sheet()
    stage.jobs.pass_time(10)
    session.wipe()
    stage.screen(screens.Attract)
    assert session.draft is None


# the fee, the notice and the originals


def test_the_fee_is_told_beside_the_way_of_getting_the_result(stage: Stage) -> None:
    stage.to_papers()
    stage.session.finish_papers()
    asked = stage.screen(screens.AskQuestion)
    assert asked.question.name == "method"
    assert asked.fee is not None
    assert asked.fee.vi == "16.000 đồng (2 bản)"
    stage.answer_all()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    assert stage.screen(screens.AskQuestion).fee is None


def test_who_does_not_agree_leaves_without_a_trace(stage: Stage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure("2.000635")
    stage.session.accept_guide()
    assert "15 ngày" in stage.screen(screens.Notice).full.vi
    stage.session.decline_notice()
    assert isinstance(stage.session.view.sheet, screens.DeclinedSheet)
    stage.session.close_sheet()
    stage.screen(screens.Notice)
    stage.session.decline_notice()
    stage.session.wipe()
    stage.screen(screens.Attract)
    assert stage.session.draft is None
    assert stage.outbox.stored == {}


def to_originals(stage: Stage) -> None:
    stage.to_papers()
    stage.session.open_row("uy_quyen")
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_scan()
    stage.session.keep_pages()
    stage.session.finish_papers()
    stage.answer_all()
    stage.send()
    stage.jobs.pass_time(4)
    stage.session.took_slip()


def test_the_feeder_is_asked_until_the_originals_are_taken(stage: Stage) -> None:
    stage.scanner.left = True
    to_originals(stage)
    assert stage.screen(screens.TakeOriginals).paper_left is True
    stage.scanner.left = False
    stage.jobs.pass_time(2)
    assert stage.screen(screens.TakeOriginals).paper_left is False
    stage.scanner.left = None
    stage.jobs.pass_time(2)
    assert stage.screen(screens.TakeOriginals).paper_left is None
    stage.session.took_originals()
    asked = stage.scanner.asked
    stage.jobs.pass_time(10)
    assert stage.scanner.asked == asked


def test_a_scanner_that_fails_to_answer_leaves_the_plain_reminder(stage: Stage) -> None:
    def fail() -> bool:
        raise OSError("gone")

    stage.scanner.paper_left = fail  # type: ignore[method-assign]
    to_originals(stage)
    assert stage.screen(screens.TakeOriginals).paper_left is None
