"""The handheld reader: a card that is held to it is read where a card is asked for, and nowhere else."""

from __future__ import annotations

import pytest
from doubles.devices import MemoryOutbox, ScriptedHandheld, ScriptedPrinter, ScriptedReader, ScriptedScanner
from doubles.stage import Stage

from kiosk.domain.dates import PartialDate
from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt, CodeTyped, HandheldOutcome, ReaderGone
from kiosk.domain.identity import IdentitySource
from kiosk.domain.page import Side
from kiosk.session import screens
from kiosk.session.screens import CodeKind, CodeNote, Errand
from kiosk.session.services import Practice

CARD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, Bình An, Đồng Tháp|12042021".encode()
NEW_CARD = CARD + "|Nguyễn Văn Tư|Lê Thị Sáu||12042036".encode()
OTHER_CARD = CARD.replace(b"4821", b"4822")
TYPED = "087153004821}331234567}Nguyn Th Hoa}05021953}N}p 3, Bnh An}12042021"
ADDRESS = b"https://vneid.gov.vn/x"
SLIP = b"https://portal.example/look?ma=APS-AH01-261012-0007-K&bm=K7M2QX"


def at_identify(*outcomes: HandheldOutcome) -> Stage:
    stage = Stage(handheld=ScriptedHandheld(*outcomes))
    stage.session.start()
    stage.session.choose_errand(Errand.FILE)
    stage.session.choose_procedure(stage.code)
    stage.session.accept_guide()
    stage.session.accept_notice()
    return stage


def reader_of(stage: Stage) -> ScriptedHandheld:
    assert isinstance(stage.handheld, ScriptedHandheld)
    return stage.handheld


@pytest.mark.parametrize("payload", [CARD, NEW_CARD])
def test_a_card_is_read_as_if_it_had_been_scanned(payload: bytes) -> None:
    stage = at_identify(CodeHeard(payload))
    card = stage.screen(screens.CardRead).card
    assert (card.full_name, card.id_number) == ("NGUYỄN THỊ HOA", "087153004821")
    stage.session.use_card()
    assert stage.session.draft is not None
    assert stage.session.draft.identity is IdentitySource.CARD_QR


def test_of_a_typed_card_the_name_is_asked() -> None:
    stage = at_identify(CodeTyped(TYPED))
    card = stage.screen(screens.CardRead).card
    assert (card.full_name, card.id_number, card.birth_date) == (None, "087153004821", PartialDate(1953, 2, 5))
    stage.session.use_card()
    assert stage.asked == "full_name"


@pytest.mark.parametrize(
    ("outcome", "note"),
    [
        (CodeHeard(ADDRESS), CodeNote(CodeKind.ADDRESS)),
        (CodeTyped("HTTPS://vneid.gov.vn"), CodeNote(CodeKind.ADDRESS)),
        (CodeHeard(SLIP), CodeNote(CodeKind.SLIP, "APS-AH01-261012-0007-K")),
        (CodeHeard(b"0123456789"), CodeNote(CodeKind.OTHER)),
        (CodeTyped("0123456789"), CodeNote(CodeKind.OTHER)),
        (CodeSpoilt(CodeFlaw.BROKEN_OFF), CodeNote(CodeKind.UNCLEAR)),
        (CodeHeard(CARD, (OTHER_CARD,)), CodeNote(CodeKind.TWO_CARDS)),
    ],
)
def test_what_is_no_card_is_told_and_the_next_card_is_read(outcome: HandheldOutcome, note: CodeNote) -> None:
    stage = at_identify(outcome)
    assert stage.screen(screens.Identify).note == note
    stage.session.read_card()
    assert stage.screen(screens.CardReady).note is None
    assert isinstance(at_identify(outcome, CodeHeard(CARD)).session.view.screen, screens.CardRead)


def test_an_address_beside_the_card_is_no_fault() -> None:
    stage = at_identify(CodeHeard(ADDRESS, (CARD,)))
    assert stage.screen(screens.CardRead).card.id_number == "087153004821"


def test_the_secret_of_a_slip_is_on_no_screen() -> None:
    stage = at_identify(CodeHeard(SLIP))
    assert "K7M2QX" not in repr(stage.session.view)


def test_beside_the_scanner_a_card_may_be_held_to_the_reader_too() -> None:
    stage = at_identify()
    reader_of(stage).outcomes.append(CodeHeard(CARD))
    stage.session.read_card()
    stage.screen(screens.CardRead)


def test_elsewhere_nobody_waits_for_a_card() -> None:
    stage = at_identify()
    waits = reader_of(stage).waits
    assert len(waits) == 1
    stage.session.type_identity()
    reader_of(stage).outcomes.append(CodeHeard(CARD))
    stage.answer(full_name="trần thị mười", id_number="087165001234", method="counter")
    assert len(waits) == 1
    assert stage.session.draft is not None
    assert stage.session.draft.card is None


def test_a_wait_ends_with_its_screen_and_what_it_still_brings_is_nobodys() -> None:
    stage = Stage(handheld=ScriptedHandheld(CodeHeard(CARD)))
    stage.jobs.held = True
    stage.identify()
    stage.session.type_identity()
    stage.jobs.release()
    assert stage.asked == "full_name"
    assert all(wait.is_set() for wait in reader_of(stage).waits)


def test_the_card_of_one_citizen_never_comes_up_for_the_next() -> None:
    stage = Stage(handheld=ScriptedHandheld(CodeHeard(CARD)))
    stage.jobs.held = True
    stage.identify()
    stage.session.wipe()
    reader_of(stage).outcomes.append(CodeSpoilt(CodeFlaw.TOO_LONG))
    stage.identify()
    first, second = stage.jobs.waiting[-2:]
    first()
    stage.screen(screens.Identify)
    stage.jobs.waiting = []
    second()
    assert stage.screen(screens.Identify).note == CodeNote(CodeKind.UNCLEAR)


def test_behind_the_question_whether_to_leave_nothing_is_taken() -> None:
    stage = Stage(handheld=ScriptedHandheld(CodeHeard(CARD)))
    stage.jobs.held = True
    stage.identify()
    stage.session.ask_leave()
    stage.jobs.release()
    stage.screen(screens.Identify)
    assert isinstance(stage.session.view.sheet, screens.LeaveSheet)


def test_a_card_answers_the_warning_that_nobody_is_there() -> None:
    stage = Stage(handheld=ScriptedHandheld(CodeHeard(CARD)))
    stage.session.watch()
    stage.jobs.held = True
    stage.identify()
    stage.jobs.pass_time(185)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)
    stage.jobs.release()
    stage.screen(screens.CardRead)
    assert stage.session.view.sheet is None
    stage.jobs.pass_time(100)
    stage.screen(screens.CardRead)


def test_without_a_reader_its_way_is_not_shown() -> None:
    stage = Stage()
    stage.identify()
    assert not stage.screen(screens.Identify).reader


def test_a_reader_that_is_unplugged_is_not_offered_until_it_is_back() -> None:
    stage = at_identify(ReaderGone("/dev/ttyACM0"))
    assert not stage.screen(screens.Identify).reader
    stage.jobs.held = True
    stage.jobs.pass_time(3.5)
    assert not stage.screen(screens.Identify).reader
    stage.jobs.pass_time(1)
    assert stage.screen(screens.Identify).reader
    reader_of(stage).outcomes.append(CodeHeard(CARD))
    stage.jobs.release()
    stage.screen(screens.CardRead)


def test_in_practice_nobody_listens_to_the_reader() -> None:
    stage = Stage(handheld=ScriptedHandheld(CodeHeard(CARD)))
    parts = Practice(ScriptedScanner(), ScriptedPrinter(), ScriptedReader(), MemoryOutbox())
    practised = stage.session.for_real.to_practise(parts)
    assert practised.handheld is None


# two cards on the scanner


def test_between_two_cards_on_the_scanner_nothing_is_chosen() -> None:
    stage = at_identify()
    stage.session.read_card()
    reader = stage.session.services.code_reader
    assert isinstance(reader, ScriptedReader)
    reader.payloads = (CARD, OTHER_CARD)
    stage.scanner.load((1, Side.FRONT), (1, Side.BACK))
    stage.session.start_card_scan()
    ready = stage.screen(screens.CardReady)
    assert (ready.several, ready.unreadable) == (True, False)
    reader.payloads = (ADDRESS, CARD)
    stage.scanner.load((1, Side.FRONT), (1, Side.BACK))
    stage.session.start_card_scan()
    assert stage.screen(screens.CardRead).card.id_number == "087153004821"
