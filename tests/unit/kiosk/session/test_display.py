"""Letters, colours, height and motion are the citizen's to choose, and are as the kiosk wants them for the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.stage import Stage

from kiosk.domain.text import Language
from kiosk.session import screens
from kiosk.session.display import USUAL, Contrast, Display
from kiosk.session.session import Session

CHOSEN = Display(Contrast.DARK, lowered=True, motion=False)


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.session.watch()
    return stage


def choose(session: Session) -> None:
    session.set_contrast(Contrast.DARK)
    session.set_lowered(True)
    session.set_motion(False)


def test_what_is_chosen_is_shown_at_once_and_the_sheet_stays(stage: Stage) -> None:
    seen: list[screens.View] = []
    stage.session.listen(seen.append)
    stage.session.adjust_display()
    choose(stage.session)
    assert [view.display for view in seen] == [
        USUAL,
        Display(Contrast.DARK),
        Display(Contrast.DARK, lowered=True),
        CHOSEN,
    ]
    assert all(isinstance(view.sheet, screens.DisplaySheet) for view in seen)


def test_it_holds_through_the_journey_and_not_for_the_next_citizen(stage: Stage) -> None:
    choose(stage.session)
    stage.identify()
    assert stage.session.view.display == CHOSEN
    stage.session.wipe()
    assert stage.session.view.display == USUAL


def test_a_kiosk_may_have_a_look_of_its_own(stage: Stage) -> None:
    own = Display(lowered=True)
    session = Session(replace(stage.session.services, display=own))
    assert session.view.display == own
    choose(session)
    session.wipe()
    assert session.view.display == own


@pytest.mark.parametrize("touch", ["adjust_display", "english", "letters", "colours"])
def test_who_walks_away_from_the_first_screen_leaves_it_as_it_was(stage: Stage, touch: str) -> None:
    session = stage.session
    match touch:
        case "adjust_display":
            session.adjust_display()
        case "english":
            session.set_language(Language.ENGLISH)
        case "letters":
            session.set_text_size(3)
        case "colours":
            session.set_contrast(Contrast.LIGHT)
    before = session.view
    stage.jobs.pass_time(170)
    assert session.view == before
    stage.jobs.pass_time(12)
    view = session.view
    assert (view.sheet, view.language, view.text_size, view.display) == (None, Language.VIETNAMESE, 1, USUAL)


def test_a_sheet_that_is_asked_for_out_of_the_warning_stays(stage: Stage) -> None:
    stage.identify()
    stage.session.touched()
    stage.jobs.pass_time(181)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)
    stage.session.touched()
    stage.session.adjust_display()
    stage.jobs.pass_time(60)
    assert isinstance(stage.session.view.sheet, screens.DisplaySheet)
