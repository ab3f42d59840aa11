"""A child's fingers: any verb on any screen, in any order, breaks nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from doubles.devices import ScriptedDocuments, ScriptedEnquiries
from doubles.extract_stage import ANSWERS, FRONT_AND_BACK, ROW, ExtractStage

from kiosk.domain.portal import DossierStanding, ElectronicResult
from kiosk.domain.printout import PrintoutKind
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens
from kiosk.session.screens import ChangeKind, ChangeTarget, Errand

DONE = DossierStanding("H00.00", "APS", "", 9, None, None, None, None, None, (), (ElectronicResult("r1", "", 1, ""),))


def to_slip(stage: ExtractStage) -> None:
    stage.session.start()
    stage.session.choose_errand(Errand.COLLECT)
    stage.session.type_slip()
    stage.session.answer("H00.00-261012-0001")


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage(documents=ScriptedDocuments(), enquiries=ScriptedEnquiries(DONE))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "begin",
    [
        ExtractStage.guide,
        to_slip,
        ExtractStage.identify,
        ExtractStage.to_papers,
        ExtractStage.to_check,
        lambda stage: (stage.to_check(), stage.send()),
    ],
)
def test_no_verb_on_any_screen_breaks_anything(
    stage: ExtractStage, begin: Callable[[ExtractStage], object], seed: int
) -> None:
    chance, session = random.Random(seed), stage.session
    begin(stage)
    verbs: list[Any] = [
        session.start,
        session.go_back,
        session.accept_guide,
        lambda: session.print_paper(chance.choice(list(PrintoutKind))),
        session.open_board,
        session.start_printing,
        session.stop_printing,
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
        lambda: session.answer(chance.choice([*ANSWERS.values(), None, "", 0, "31/02/1999"])),
        lambda: session.open_row(chance.choice([ROW, "giay_to_lien_quan", "nothing"])),
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
        session.scan_slip,
        session.type_slip,
        session.look_up_again,
        lambda: session.print_result(chance.choice(["r1", "nothing"])),
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
