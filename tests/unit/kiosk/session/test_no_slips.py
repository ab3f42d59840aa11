"""A printer that prints no slips: the next citizen knows before they begin, whoever looks after the machine at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.extract_stage import ExtractStage

from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import PrintFailed, PrintFault, Refused, Unconfirmed
from kiosk.session import screens
from kiosk.session.session import Session


class Watched(ExtractStage):
    """A stage that writes down what the operator is told."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.told: list[PrintFault | None] = []
        self.change(printer_stands=self.told.append)

    def change(self, **changes: object) -> None:
        self.session.for_real = self.session.services = replace(self.session.services, **changes)  # type: ignore[arg-type]


@pytest.fixture
def stage() -> Watched:
    return Watched()


def test_the_first_screens_say_so_and_no_longer_when_there_is_paper_again(stage: Watched) -> None:
    stage.printer.stands = PrinterStatus(PrintFault.PAPER_OUT)
    stage.jobs.pass_time(16)
    assert stage.screen(screens.Attract).no_slips is PrintFault.PAPER_OUT
    stage.session.start()
    assert stage.screen(screens.Home).no_slips is PrintFault.PAPER_OUT
    stage.session.wipe()
    stage.printer.stands = PrinterStatus()
    stage.jobs.pass_time(16)
    assert stage.screen(screens.Attract).no_slips is None
    assert stage.told == [PrintFault.PAPER_OUT, None]


@pytest.mark.parametrize("fault", [PrintFault.NO_ANSWER, PrintFault.UNREACHABLE, PrintFault.OFFLINE])
def test_a_silence_is_believed_when_it_lasts(stage: Watched, fault: PrintFault) -> None:
    stage.printer.stands = PrinterStatus(fault)
    stage.jobs.pass_time(16)
    assert stage.screen(screens.Attract).no_slips is None
    stage.jobs.pass_time(16)
    assert stage.screen(screens.Attract).no_slips is fault
    assert stage.told == [fault]


def test_the_first_look_tells_that_all_is_well_so_that_no_alarm_outlives_a_restart() -> None:
    stage = Watched()
    told: list[PrintFault | None] = []
    session = Session(replace(stage.session.services, printer_stands=told.append))
    session.watch()
    stage.jobs.pass_time(40)
    assert told == [None]


def test_nobody_asks_the_printer_while_a_citizen_is_there(stage: Watched) -> None:
    stage.to_papers()
    asked = stage.printer.asked
    for _ in range(10):
        stage.jobs.pass_time(20)
        stage.session.touched()
    assert stage.printer.asked == asked
    stage.session.wipe()
    stage.jobs.pass_time(16)
    assert stage.printer.asked > asked


@pytest.mark.parametrize(
    "outcome",
    [Refused(PrintFault.PAPER_OUT), PrintFailed(PrintFault.CUTTER_ERROR), PrintFailed(PrintFault.COVER_OPEN)],
)
def test_a_slip_that_did_not_come_out_is_told_at_once(stage: Watched, outcome: Refused | PrintFailed) -> None:
    stage.printer.outcome = outcome
    stage.printer.stands = PrinterStatus(outcome.fault)
    stage.to_slip()
    assert stage.told == [outcome.fault]
    stage.session.wipe()
    assert stage.screen(screens.Attract).no_slips is outcome.fault


def test_one_slip_without_an_answer_is_no_alarm_and_two_are(stage: Watched) -> None:
    stage.printer.outcome = Unconfirmed(PrintFault.NO_ANSWER)
    stage.to_slip()
    assert stage.told == []
    stage.session.print_again()
    assert stage.told == [PrintFault.NO_ANSWER]


def test_a_slip_of_somebody_who_has_gone_is_told_too(stage: Watched) -> None:
    stage.to_slip()
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.jobs.held = True
    stage.session.print_again()
    stage.session.wipe()
    stage.screen(screens.Attract)
    stage.jobs.release()
    assert stage.told == [PrintFault.PAPER_OUT]
    assert stage.screen(screens.Attract).no_slips is PrintFault.PAPER_OUT


def test_where_the_place_wants_it_the_machine_rests_until_slips_come_out_again(stage: Watched) -> None:
    stage.change(rests_without_slips=True)
    stage.printer.stands = PrinterStatus(PrintFault.PAPER_OUT)
    stage.jobs.pass_time(16)
    assert "không in được phiếu" in stage.screen(screens.OutOfOrder).reason.vi
    stage.session.start()
    stage.screen(screens.OutOfOrder)
    stage.printer.stands = PrinterStatus()
    stage.jobs.pass_time(16)
    stage.screen(screens.Attract)


def test_who_is_under_way_when_the_machine_goes_to_rest_comes_to_the_end(stage: Watched) -> None:
    stage.change(rests_without_slips=True)
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.to_slip()
    slip = stage.screen(screens.SlipReady)
    assert slip.delivery.reference_code in slip.lookup
    stage.session.took_slip()
    stage.screen(screens.Rate)
    stage.session.wipe()
    stage.screen(screens.OutOfOrder)


def test_practice_says_nothing_about_the_real_printer(stage: Watched) -> None:
    stage.to_check()
    stage.session.services = replace(stage.session.services, practising=True)
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.send()
    stage.jobs.pass_time(4)
    assert stage.told == []
