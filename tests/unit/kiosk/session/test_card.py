"""The identity card on the scanner: it fills in who asks, and is never shown to the next person."""

from __future__ import annotations

import pytest
from doubles.extract_stage import FRONT_AND_BACK, ExtractStage

from kiosk.domain.page import Side
from kiosk.domain.scan import ScanStatus
from kiosk.session import screens


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def test_a_card_prefills_the_applicant_and_is_self_declared(stage: ExtractStage) -> None:
    stage.lay_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardRead).card.full_name == "NGUYỄN THỊ HOA"
    stage.session.use_card()
    assert stage.screen(screens.AskQuestion).question.name == "citizenQuanhe"


@pytest.mark.parametrize("status", [ScanStatus.EMPTY, ScanStatus.JAMMED, ScanStatus.COVER_OPEN, ScanStatus.TIMEOUT])
def test_a_card_that_cannot_be_scanned_leaves_the_choice_to_type(stage: ExtractStage, status: ScanStatus) -> None:
    stage.lay_card()
    stage.scanner.load(status=status)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardReady).problem is status
    stage.session.type_identity()
    stage.screen(screens.AskQuestion)


def test_a_page_without_a_card_says_so(stage: ExtractStage) -> None:
    stage.reader.payloads = (b"https://vneid.gov.vn",)
    stage.lay_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.session.start_card_scan()
    assert stage.screen(screens.CardReady).unreadable


def test_a_card_decoded_for_one_person_is_never_shown_to_the_next(stage: ExtractStage) -> None:
    stage.lay_card()
    stage.scanner.load(*FRONT_AND_BACK)
    stage.jobs.held = True
    stage.session.start_card_scan()
    scan_of_the_first = stage.jobs.waiting.pop()
    scan_of_the_first()
    decoding_for_the_first = stage.jobs.waiting.pop()
    stage.session.wipe()
    stage.lay_card()
    stage.session.start_card_scan()
    decoding_for_the_first()
    stage.screen(screens.CardScanning)


def test_a_card_that_was_half_scanned_and_is_stuck_is_told_to_be_stuck(stage: ExtractStage) -> None:
    stage.reader.payloads = ()
    stage.lay_card()
    stage.scanner.load((1, Side.FRONT), status=ScanStatus.JAMMED)
    stage.session.start_card_scan()
    ready = stage.screen(screens.CardReady)
    assert (ready.problem, ready.unreadable) == (ScanStatus.JAMMED, False)


def test_who_stops_the_card_is_blamed_for_nothing(stage: ExtractStage) -> None:
    stage.reader.payloads = ()
    stage.lay_card()
    stage.scanner.load((1, Side.FRONT), status=ScanStatus.CANCELLED)
    stage.session.start_card_scan()
    ready = stage.screen(screens.CardReady)
    assert (ready.problem, ready.unreadable, ready.several) == (None, False, False)


def test_a_card_that_nobody_waits_for_any_more_is_not_taken_for_the_next_one(stage: ExtractStage) -> None:
    stage.lay_card()
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
