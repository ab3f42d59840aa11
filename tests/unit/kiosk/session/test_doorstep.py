"""The doorstep shows the first two screens until the session is there, and loses nothing that was asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.stage import Stage

from kiosk.domain.text import Language, Text
from kiosk.session.display import USUAL
from kiosk.session.doorstep import Doorstep
from kiosk.session.screens import Attract, ChooseEvent, Errand, Home, OutOfOrder, View
from kiosk.session.session import Session


@pytest.fixture
def door() -> Doorstep:
    return Doorstep(Language.VIETNAMESE, USUAL)


def test_the_first_touch_is_answered_before_the_session_is_there(door: Doorstep) -> None:
    told: list[View] = []
    door.actions.listen(told.append)
    assert isinstance(door.view.screen, Attract)
    door.actions.start()
    assert [type(view.screen) for view in told] == [Home]
    assert not door.is_open


def test_the_session_does_what_was_asked_for_in_the_meantime_in_order(door: Doorstep) -> None:
    told: list[View] = []
    door.actions.listen(told.append)
    door.actions.start()
    door.actions.choose_errand(Errand.FILE)
    door.actions.set_text_size(2)
    assert [type(view.screen) for view in told] == [Home]
    door.open(Stage().session)
    assert door.is_open
    assert [type(view.screen) for view in told] == [Home, ChooseEvent]
    assert door.view.text_size == 2


def test_then_everything_is_handed_on(door: Doorstep) -> None:
    stage, told = Stage(), list[View]()
    door.actions.listen(told.append)
    door.open(stage.session)
    door.actions.start()
    assert isinstance(stage.session.view.screen, Home)
    assert told[-1] == door.view == stage.session.view
    door.actions.listen(told.append)
    door.actions.choose_errand(Errand.TRACK)
    assert told[-1] == told[-2] == stage.session.view


def test_a_machine_that_takes_nothing_says_so_whatever_was_touched(door: Doorstep) -> None:
    services = replace(Stage().session.services, out_of_order=Text("Máy hỏng.", "Broken."))
    door.actions.start()
    door.open(Session(services))
    assert isinstance(door.view.screen, OutOfOrder)


def test_what_is_no_verb_is_an_error(door: Doorstep) -> None:
    with pytest.raises(AttributeError):
        door.fly()
