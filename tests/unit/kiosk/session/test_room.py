"""A disk that has filled up: nobody begins what could not be kept, and who is under way goes on."""

from __future__ import annotations

from doubles.stage import Stage

from kiosk.domain.outbox import NotStored, NotStoredReason
from kiosk.session import screens


def test_the_first_screen_says_that_the_machine_is_full_and_comes_back_when_there_is_room() -> None:
    stage = Stage()
    stage.session.watch()
    assert stage.screen(screens.Attract)
    stage.outbox.has_room = False
    stage.jobs.pass_time(3)
    assert stage.screen(screens.OutOfOrder).reason.en.startswith("The machine is full")
    stage.session.start()
    assert stage.screen(screens.OutOfOrder)
    stage.outbox.has_room = True
    stage.jobs.pass_time(3)
    assert stage.screen(screens.Attract)


def test_who_is_under_way_goes_on_and_only_the_next_one_is_told() -> None:
    stage = Stage(({"type": "text", "name": "place", "title": "Nơi sinh"},))
    stage.session.watch()
    stage.begin()
    stage.outbox.has_room = False
    stage.outbox.failure = NotStored(NotStoredReason.NO_SPACE, "")
    stage.jobs.pass_time(3)
    stage.answer(place="cà mau")
    stage.finish()
    assert stage.screen(screens.Check)
    stage.session.wipe()
    assert stage.screen(screens.OutOfOrder)
