"""A newer catalogue is taken over between two citizens, never under the hands of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from doubles.extract_stage import ExtractStage

from kiosk.domain.text import Text
from kiosk.session import screens
from kiosk.session.services import Services


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def renew(stage: ExtractStage, **changed: Any) -> Services:
    """Let the kiosk find this newer catalogue from now on."""
    old = stage.session.services
    newer = replace(old, catalogue=replace(old.catalogue), **changed)
    stage.session.for_real = stage.session.services = replace(old, renew=lambda _services: newer)
    return newer


def test_a_newer_catalogue_is_taken_over_while_nobody_is_there(stage: ExtractStage) -> None:
    newer = renew(stage)
    stage.jobs.pass_time(11)
    assert stage.session.services is newer
    stage.identify()
    stage.screen(screens.Identify)


def test_a_citizen_keeps_the_catalogue_that_they_began_with(stage: ExtractStage) -> None:
    stage.identify()
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


def test_somebody_who_comes_while_it_is_read_keeps_the_old_one(stage: ExtractStage) -> None:
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


def test_a_catalogue_without_procedures_takes_the_kiosk_out_of_order_and_the_next_one_back(stage: ExtractStage) -> None:
    renew(stage, out_of_order=Text("Không", "Nothing"))
    stage.jobs.pass_time(11)
    stage.screen(screens.OutOfOrder)
    renew(stage, out_of_order=None)
    stage.jobs.pass_time(11)
    stage.screen(screens.Attract)


def test_a_catalogue_that_cannot_be_read_is_looked_for_again(stage: ExtractStage) -> None:
    def fail(_services: Services) -> Services:
        raise OSError("disk")

    stage.session.for_real = stage.session.services = replace(stage.session.services, renew=fail)
    stage.jobs.pass_time(11)
    newer = renew(stage)
    stage.jobs.pass_time(11)
    assert stage.session.services is newer
