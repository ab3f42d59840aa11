"""The stand-ins of practice keep their ports' promises, at a calm pace, and leave nothing behind."""

from __future__ import annotations

from io import BytesIO
from threading import Event

import pytest
from doubles.submissions import submission
from PIL import Image

from drivers.practice.parts import PracticeOutbox, PracticePrinter, PracticeReader, PracticeScanner
from kiosk.documents import parse_id_card
from kiosk.domain.outbox import ItemState, QueueSummary
from kiosk.domain.page import Side
from kiosk.domain.scan import ScanEvent, ScanRequest, ScanStatus, SideProgress, SideScanned, SideStarted


@pytest.mark.parametrize(("duplex", "sides"), [(True, [Side.FRONT, Side.BACK]), (False, [Side.FRONT])])
def test_the_scanner_gives_one_sample_sheet_side_by_side(duplex: bool, sides: list[Side]) -> None:
    pauses: list[float] = []
    events: list[ScanEvent] = []
    outcome = PracticeScanner(pauses.append).scan(ScanRequest(duplex), events.append, Event())
    assert (outcome.status, outcome.sheets, [page.side for page in outcome.pages]) == (ScanStatus.OK, 1, sides)
    assert [event.side for event in events if isinstance(event, SideStarted)] == sides
    assert [event.page for event in events if isinstance(event, SideScanned)] == list(outcome.pages)
    assert [event.fraction for event in events if isinstance(event, SideProgress)][-1] == 1.0
    assert 1 < sum(pauses) / len(sides) < 4
    for page in outcome.pages:
        with Image.open(BytesIO(page.jpeg)) as picture:
            assert picture.size == (page.width, page.height)


def test_the_scanner_stops_when_asked_and_keeps_what_it_has() -> None:
    cancel = Event()
    events: list[ScanEvent] = []

    def heard(event: ScanEvent) -> None:
        events.append(event)
        if isinstance(event, SideScanned):
            cancel.set()

    outcome = PracticeScanner(lambda _seconds: None).scan(ScanRequest(), heard, cancel)
    assert (outcome.status, [page.side for page in outcome.pages]) == (ScanStatus.CANCELLED, [Side.FRONT])


def test_the_reader_sees_the_sample_card_on_anything() -> None:
    (payload,) = PracticeReader().read(b"")
    card = parse_id_card(payload)
    assert card is not None
    assert card.full_name == "Nguyễn Thị Hoa"


def test_the_outbox_says_safe_and_knows_of_nothing_afterwards() -> None:
    outbox, dossier = PracticeOutbox(), submission()
    stored = outbox.store(dossier)
    assert (stored.submission_id, stored.reference_code) == (dossier.submission_id, "TAP-THU")
    assert outbox.delivery(dossier.submission_id).state is ItemState.STORED
    assert outbox.summary() == QueueSummary(0, 0, None, None)
    assert not vars(outbox)


def test_the_printer_has_no_way_to_print() -> None:
    assert set(vars(PracticePrinter(lambda _slip: b"", lambda _seconds: None))) == {"_draw", "_pause"}
