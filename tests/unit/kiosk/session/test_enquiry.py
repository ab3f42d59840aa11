"""A slip that is brought back: looked up with the portal or in the queue, its results printed, and what can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.devices import ScriptedDocuments, ScriptedEnquiries, ScriptedHandheld
from doubles.stage import Stage
from doubles.submissions import pdf
from uuid6 import uuid7

from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt, CodeTyped, HandheldOutcome
from kiosk.domain.lookup import NO_SLIP
from kiosk.domain.money import Dong
from kiosk.domain.outbox import DeliveryStatus, ItemState
from kiosk.domain.page import Side
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    PortalFailure,
    Refused,
    ResultFetched,
    Unauthorised,
    Unproven,
    Unreachable,
    Untrusted,
)
from kiosk.domain.printout import JobTrouble, PrintoutKind, PrintoutRefused
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens
from kiosk.session.screens import CodeKind, Errand, NoAnswer, PrintStage

OURS, DOSSIER, SECRET = "APS-AH01-261012-0007-K", "H00.00-261012-0001", "K7M2QX"
ADDRESS = f"https://portal.example/look?ma={DOSSIER}&bm={SECRET}"
DEED = ElectronicResult("r1", "Bản sao Trích lục khai sinh", 1000, "0" * 64)
DONE = DossierStanding(DOSSIER, OURS, "Cấp bản sao", 9, None, None, None, None, None, (), (DEED,))


def at_slip(portal: ScriptedEnquiries, *heard: HandheldOutcome, errand: Errand = Errand.COLLECT) -> Stage:
    """Go home and choose the errand; with something ``heard`` there is a reader, which hears it then."""
    stage = Stage(enquiries=portal, documents=ScriptedDocuments(), handheld=ScriptedHandheld(*heard) if heard else None)
    stage.session.start()
    stage.session.choose_errand(errand)
    return stage


def typed(stage: Stage, code: str = OURS, secret: str = SECRET) -> Stage:
    stage.session.type_slip()
    stage.session.answer(code)
    stage.session.answer(secret)
    return stage


def test_without_a_portal_it_is_done_at_the_desk() -> None:
    stage = Stage()
    stage.session.start()
    stage.session.choose_errand(Errand.COLLECT)
    assert stage.session.view.sheet == screens.AtDeskSheet(Errand.COLLECT)


@pytest.mark.parametrize("errand", [Errand.TRACK, Errand.COLLECT])
def test_a_slip_that_is_held_to_the_reader_is_looked_up_at_once(errand: Errand) -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal, CodeHeard(ADDRESS.encode()), errand=errand)
    assert stage.screen(screens.DossierFound).dossier == DONE
    assert portal.asked == [(DOSSIER, SECRET)]


def test_the_bars_of_a_slip_tell_its_code_and_the_secret_is_asked_for() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal, CodeHeard(OURS.encode()))
    assert stage.asked == "secret"
    stage.session.answer("k7m2 qx")
    stage.screen(screens.DossierFound)
    assert portal.asked == [(OURS, SECRET)]


@pytest.mark.parametrize(
    ("heard", "kind"),
    [
        (CodeHeard(b"https://elsewhere.example/look?ma=1"), CodeKind.ADDRESS),
        (CodeHeard(b"one two"), CodeKind.OTHER),
        (CodeTyped("001|NGUYEN"), CodeKind.OTHER),
        (CodeSpoilt(CodeFlaw.BROKEN_OFF), CodeKind.UNCLEAR),
    ],
)
def test_what_is_no_slip_is_told_and_asked_of_nobody(heard: HandheldOutcome, kind: CodeKind) -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal, heard)
    shown = stage.screen(screens.ShowSlip)
    assert shown.note is not None
    assert shown.note.kind is kind
    assert portal.asked == []
    stage.session.type_slip()
    stage.session.go_back()
    assert stage.screen(screens.ShowSlip).note is None


def test_a_slip_that_is_typed() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal)
    assert not stage.screen(screens.ShowSlip).reader
    stage.session.type_slip()
    assert stage.asked == "code"
    stage.session.answer("aps ah01 261012 0007 k")
    assert stage.asked == "secret"
    stage.session.go_back()
    assert stage.screen(screens.AskQuestion).value == OURS
    typed(stage)
    assert portal.asked == [(OURS, SECRET)]


@pytest.mark.parametrize("wrong", [None, "", "APS-AH01-261012-0007-M", "APS-AH01-261021-0007-K", "?", "ẨN DANH 12"])
def test_a_slip_of_the_finger_is_noticed_before_anybody_is_asked(wrong: str | None) -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal)
    stage.session.type_slip()
    stage.session.answer(wrong)
    assert stage.asked == "code"
    assert stage.screen(screens.AskQuestion).error is not None
    stage.session.answer(OURS)
    stage.session.answer("  ")
    assert stage.asked == "secret"
    assert stage.screen(screens.AskQuestion).error is not None
    assert portal.asked == []


@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (Unreachable("no route"), NoAnswer.NO_LINE),
        (Busy(503), NoAnswer.NO_LINE),
        (Busy(429, 60), NoAnswer.TOO_OFTEN),
        (Untrusted("a login page"), NoAnswer.NO_LINE),
        (Refused(400, "what?"), NoAnswer.NOT_THERE),
        (Unauthorised(401, "who?"), NoAnswer.TROUBLE),
        (Unproven("expired"), NoAnswer.TROUBLE),
    ],
)
def test_when_nobody_can_tell_it_can_be_asked_again(failure: PortalFailure, why: NoAnswer) -> None:
    portal = ScriptedEnquiries(failure)
    stage = typed(at_slip(portal))
    assert stage.screen(screens.NoDossier).why is why
    portal.standing = DONE
    stage.session.look_up_again()
    assert stage.screen(screens.DossierFound).dossier == DONE
    stage.session.go_back()
    assert stage.asked == "secret"


def test_a_dossier_that_is_not_known_is_typed_again_and_back_leads_home() -> None:
    stage = typed(at_slip(ScriptedEnquiries()), DOSSIER)
    for _ in range(3):
        assert stage.screen(screens.NoDossier).why is NoAnswer.NOT_KNOWN
        typed(stage, DOSSIER)
    stage.session.type_slip()
    assert stage.asked == "code"
    stage.session.go_back()
    stage.screen(screens.ShowSlip)
    stage.session.go_back()
    stage.screen(screens.Home)


def test_a_code_of_another_kiosk_that_the_portal_does_not_know_may_still_wait_there() -> None:
    assert typed(at_slip(ScriptedEnquiries())).screen(screens.NoDossier).why is NoAnswer.NOT_THERE
    stage = at_slip(ScriptedEnquiries())
    filed = DeliveryStatus(uuid7(), OURS, ItemState.FILED, DOSSIER)
    stage.outbox.status[filed.submission_id] = filed
    assert typed(stage).screen(screens.NoDossier).why is NoAnswer.NOT_KNOWN, "it was filed: the secret is another"


@pytest.mark.parametrize("state", [ItemState.STORED, ItemState.UPLOADING, ItemState.UPLOADED, ItemState.SET_ASIDE])
def test_what_waits_on_this_machine_is_never_called_unknown(state: ItemState) -> None:
    portal = ScriptedEnquiries()
    stage = at_slip(portal)
    waiting = DeliveryStatus(uuid7(), OURS, state)
    stage.outbox.status[waiting.submission_id] = waiting
    typed(stage)
    assert stage.screen(screens.DossierFound).dossier == waiting
    assert portal.asked == []


def test_what_was_filed_from_here_the_portal_tells() -> None:
    stage = at_slip(ScriptedEnquiries(DONE))
    filed = DeliveryStatus(uuid7(), OURS, ItemState.FILED, DOSSIER)
    stage.outbox.status[filed.submission_id] = filed
    assert typed(stage).screen(screens.DossierFound).dossier == DONE


def test_an_answer_that_comes_late_is_nobodys() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = at_slip(portal)
    stage.jobs.held = True
    typed(stage)
    stage.screen(screens.LookingUp)
    stage.session.go_back()
    assert stage.asked == "secret"
    stage.session.wipe()
    stage.session.start()
    stage.session.choose_errand(Errand.TRACK)
    typed(stage, DOSSIER)
    late, own = stage.jobs.waiting[-2:]
    late()
    stage.screen(screens.LookingUp)
    portal.standing = replace(DONE, status=4)
    own()
    assert stage.screen(screens.DossierFound).dossier == replace(DONE, status=4)


def test_nothing_of_it_is_left_for_the_next_one() -> None:
    stage = typed(at_slip(ScriptedEnquiries(DONE)))
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    stage.session.start()
    stage.session.choose_errand(Errand.TRACK)
    stage.session.type_slip()
    assert stage.screen(screens.AskQuestion).value == ""
    session = stage.session
    assert (session.slip, session.dossier, session.printed) == (NO_SLIP, None, frozenset())


def test_who_types_a_slip_is_warned_before_the_wipe() -> None:
    stage = at_slip(ScriptedEnquiries(DONE))
    stage.session.type_slip()
    stage.session.watch()
    stage.jobs.pass_time(181)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)
    stage.jobs.pass_time(91)
    stage.screen(screens.Attract)


# on the scanner


def scanned(stage: Stage, *payloads: bytes, status: ScanStatus = ScanStatus.OK) -> Stage:
    """Lay a sheet with these codes on the scanner and press *Chụp phiếu*."""
    stage.reader.payloads = payloads
    if payloads or status is ScanStatus.OK:
        stage.scanner.load((1, Side.FRONT), (1, Side.BACK), status=status)
    else:
        stage.scanner.load(status=status)
    stage.session.scan_slip()
    return stage


def test_a_slip_on_the_scanner_is_looked_up_whatever_else_is_printed_on_it() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = scanned(at_slip(portal), b"https://zalo.me/1", b"\xff", ADDRESS.encode())
    assert stage.screen(screens.DossierFound).dossier == DONE
    assert portal.asked == [(DOSSIER, SECRET)]
    stage.session.go_back()
    stage.screen(screens.ShowSlip)


def test_a_slip_that_was_printed_later_has_no_secret_in_its_code() -> None:
    stage = scanned(at_slip(ScriptedEnquiries(DONE)), ADDRESS.partition("&")[0].encode())
    assert stage.asked == "secret"


def test_a_paper_without_a_slips_code_is_told_and_the_next_try_forgets_it() -> None:
    stage = scanned(at_slip(ScriptedEnquiries(DONE)), b"https://zalo.me/1")
    assert stage.screen(screens.ShowSlip).unreadable
    scanned(stage, status=ScanStatus.EMPTY)
    shown = stage.screen(screens.ShowSlip)
    assert (shown.problem, shown.unreadable) == (ScanStatus.EMPTY, False)
    scanned(stage, ADDRESS.encode())
    stage.screen(screens.DossierFound)


def test_what_was_found_on_a_slip_late_is_nobodys() -> None:
    stage = at_slip(ScriptedEnquiries(DONE))
    stage.reader.payloads = (ADDRESS.encode(),)
    for _ in range(2):
        stage.scanner.load((1, Side.FRONT))
    stage.jobs.held = True
    stage.session.scan_slip()
    (scan,), stage.jobs.waiting = stage.jobs.waiting, []
    scan()
    (late,), stage.jobs.waiting = stage.jobs.waiting, []
    stage.session.wipe()
    stage.session.start()
    stage.session.choose_errand(Errand.TRACK)
    stage.session.scan_slip()
    late()
    stage.screen(screens.SlipScanning)
    assert stage.session.slip == NO_SLIP


@pytest.mark.parametrize("status", [ScanStatus.JAMMED, ScanStatus.FAILED, ScanStatus.COVER_OPEN])
def test_a_slip_that_is_stuck_is_told_first(status: ScanStatus) -> None:
    portal = ScriptedEnquiries(DONE)
    stage = scanned(at_slip(portal), ADDRESS.encode(), status=status)
    assert stage.screen(screens.ShowSlip).problem is status
    assert portal.asked == []
    stage.session.type_slip()
    stage.session.go_back()
    assert stage.screen(screens.ShowSlip).problem is None


def test_who_goes_is_reminded_of_the_slip_in_the_scanner() -> None:
    stage = scanned(at_slip(ScriptedEnquiries(DONE)), ADDRESS.encode())
    assert stage.screen(screens.DossierFound).slip
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet(told=False, slip=True)
    stage.session.wipe()
    stage.session.start()
    stage.session.ask_leave()
    assert stage.session.view.sheet is None


def test_a_slip_without_a_code_is_not_asked_about() -> None:
    for text in ("https://portal.example/look?ma=", "https://portal.example/look?ma=%3Cb%3E-1&bm=K7", "8934588012345"):
        stage = at_slip(ScriptedEnquiries(DONE), CodeHeard(text.encode()))
        assert stage.screen(screens.ShowSlip).note is not None


def test_a_scan_that_was_stopped_is_no_trouble_and_what_it_brings_is_nobodys() -> None:
    stage = at_slip(ScriptedEnquiries(DONE))
    stage.reader.payloads = (ADDRESS.encode(),)
    stage.scanner.load((1, Side.FRONT), (1, Side.BACK))
    stage.jobs.held = True
    stage.session.scan_slip()
    stage.screen(screens.SlipScanning)
    stage.session.go_back()
    stage.session.wipe()
    stage.jobs.release()
    stage.screen(screens.Attract)
    assert stage.session.slip == NO_SLIP


# results on paper


def printed_result(stage: Stage, portal: ScriptedEnquiries) -> screens.PrintPaper:
    portal.pdf = ResultFetched(pdf(2))
    stage.session.print_result(DEED.document_id)
    return stage.screen(screens.PrintPaper)


def test_a_result_is_printed_as_it_came_with_pages_and_price_before() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = typed(at_slip(portal))
    shown = printed_result(stage, portal)
    assert (shown.kind, shown.stage, shown.name.vi) == (PrintoutKind.RESULT, PrintStage.READY, DEED.title)
    assert (shown.pages, shown.price) == (2, Dong(4000))
    assert portal.asked[-1] == (DOSSIER, SECRET)
    stage.session.start_printing()
    documents = stage.documents
    assert isinstance(documents, ScriptedDocuments)
    assert [(one.kind, one.pdf) for one in documents.printed] == [(PrintoutKind.RESULT, pdf(2))]
    stage.session.go_back()
    assert stage.screen(screens.DossierFound).printed == {DEED.document_id}
    assert documents.cleared > 0


def test_who_goes_while_it_prints_or_has_printed_is_reminded_of_the_paper() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = typed(at_slip(portal))
    printed_result(stage, portal)
    stage.session.ask_leave()
    stage.screen(screens.Attract)
    stage.session.start()
    stage.session.choose_errand(Errand.COLLECT)
    typed(stage)
    printed_result(stage, portal)
    stage.session.start_printing()
    stage.session.ask_leave()
    assert stage.session.view.sheet == screens.LeaveSheet(told=False, printed=True)


def test_a_result_of_another_dossier_under_the_same_id_is_not_called_printed() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = typed(at_slip(portal))
    printed_result(stage, portal)
    stage.session.start_printing()
    stage.session.go_back()
    assert stage.screen(screens.DossierFound).printed
    stage.session.go_back()
    stage.session.go_back()
    portal.standing = replace(DONE, code="H00.00-261012-0002")
    stage.session.answer("H00.00-261012-0002")
    stage.session.answer(SECRET)
    assert stage.screen(screens.DossierFound).printed == frozenset()


def test_a_result_that_did_not_come_whole_is_not_printed_and_can_be_fetched_again() -> None:
    portal = ScriptedEnquiries(DONE)
    portal.pdf = Untrusted("another digest")
    stage = typed(at_slip(portal))
    stage.session.print_result(DEED.document_id)
    assert stage.screen(screens.PrintPaper).outcome == PrintoutRefused(JobTrouble.NOT_FETCHED)
    portal.pdf = ResultFetched(pdf(1))
    stage.session.start_printing()
    shown = stage.screen(screens.PrintPaper)
    assert (shown.stage, shown.outcome, shown.pages) == (PrintStage.READY, None, 1)
    stage.session.go_back()
    assert stage.screen(screens.DossierFound).printed == frozenset()


def test_a_result_that_is_no_pdf_is_not_printed() -> None:
    portal = ScriptedEnquiries(DONE)
    portal.pdf = ResultFetched(b"%PDF-1.7 and nothing more")
    stage = typed(at_slip(portal))
    stage.session.print_result(DEED.document_id)
    assert stage.screen(screens.PrintPaper).outcome == PrintoutRefused(JobTrouble.NOT_MADE)


def test_only_results_of_this_dossier_are_fetched() -> None:
    portal = ScriptedEnquiries(DONE)
    stage = typed(at_slip(portal))
    stage.session.print_result("r2")
    stage.screen(screens.DossierFound)
    stage.session.wipe()
    stage.session.print_result(DEED.document_id)
    stage.screen(screens.Attract)


def test_a_dossier_under_its_temporary_code_asks_by_that() -> None:
    portal = ScriptedEnquiries(replace(DONE, code=None))
    stage = typed(at_slip(portal))
    printed_result(stage, portal)
    assert portal.asked[-1] == (OURS, SECRET)
