"""*Kêu người giúp*: somebody is called while somebody is there; the message names nobody; the voice is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from doubles.manual import START
from doubles.stage import Stage

from kiosk.domain.hours import OFFICE_HOURS, OpeningHours
from kiosk.domain.outbox import NotStored, NotStoredReason
from kiosk.domain.submission import SubmissionKind
from kiosk.domain.text import Language
from kiosk.session import screens
from kiosk.session.help_desk import VIETNAM, WAIT_FOR_HELPER
from kiosk.session.services import Aloud

NOBODY = OpeningHours()


def stage_with(hours: OpeningHours = OFFICE_HOURS, aloud: Aloud | None = None) -> Stage:
    stage = Stage()
    services = stage.session.services
    stage.session.for_real = stage.session.services = replace(
        services, place=replace(services.place, hours=hours), aloud=aloud or services.aloud
    )
    return stage


def help_sheet(stage: Stage) -> screens.HelpSheet:
    sheet = stage.session.view.sheet
    assert isinstance(sheet, screens.HelpSheet)
    return sheet


def test_the_stage_stands_on_a_monday_morning() -> None:
    assert START.astimezone(VIETNAM) == datetime(2026, 10, 12, 8, 31, tzinfo=VIETNAM)


def test_while_somebody_is_there_they_are_called_and_the_centre_is_told() -> None:
    stage = stage_with()
    stage.identify()
    stage.session.call_help()
    assert help_sheet(stage).waited == 0
    (message,) = stage.outbox.stored.values()
    assert message.kind is SubmissionKind.HELP_REQUEST
    assert message.created_at == stage.clock.now()
    assert dict(message.answers) == {"screen": "Identify", "language": "vi"}


def test_the_message_holds_nothing_of_the_person() -> None:
    stage = stage_with()
    stage.begin()
    stage.session.call_help()
    (message,) = stage.outbox.stored.values()
    assert set(message.answers) == {"screen", "language"}
    assert (message.applicant, message.delivery, message.consents, message.attachments) == (None, None, (), ())
    assert (message.lookup_secret, message.procedure_code) == ("", None)


def test_at_most_one_message_a_minute() -> None:
    stage = stage_with()
    for _ in range(3):
        stage.session.call_help()
        stage.session.close_sheet()
    assert len(stage.outbox.stored) == 1
    stage.clock.seconds += 59
    stage.session.call_help()
    stage.session.close_sheet()
    assert len(stage.outbox.stored) == 1
    stage.clock.seconds += 2
    stage.session.call_help()
    assert len(stage.outbox.stored) == 2


def test_the_call_stands_when_the_message_cannot_be_kept() -> None:
    stage = stage_with()
    stage.outbox.failure = NotStored(NotStoredReason.NO_SPACE, "")
    stage.session.call_help()
    assert help_sheet(stage).waited == 0


def test_the_sheet_says_how_long_the_citizen_has_waited() -> None:
    stage = stage_with()
    stage.session.watch()
    stage.session.call_help()
    stage.jobs.pass_time(59)
    assert help_sheet(stage).waited == 0
    stage.jobs.pass_time(61)
    assert help_sheet(stage).waited == 2
    stage.session.call_help()
    assert help_sheet(stage).waited == 2, "a second press does not begin the wait anew"


def test_whoever_waits_for_a_helper_is_not_asked_whether_they_are_there() -> None:
    stage = stage_with()
    stage.begin()
    stage.session.watch()
    stage.session.call_help()
    stage.jobs.pass_time(WAIT_FOR_HELPER - 2)
    help_sheet(stage)
    stage.jobs.pass_time(stage.session.services.timings.idle + 4)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)


def test_after_the_call_is_closed_silence_counts_as_ever() -> None:
    stage = stage_with()
    stage.begin()
    stage.session.watch()
    stage.session.call_help()
    stage.session.close_sheet()
    stage.jobs.pass_time(stage.session.services.timings.idle + 2)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)


def test_a_call_from_the_first_screen_does_not_shine_all_night() -> None:
    stage = stage_with()
    stage.session.watch()
    stage.session.call_help()
    stage.jobs.pass_time(WAIT_FOR_HELPER + stage.session.services.timings.idle + 5)
    assert stage.session.view.sheet is None


@pytest.mark.parametrize(
    ("hours", "opens"), [(NOBODY, None), (replace(OFFICE_HOURS, days=(*((),) * 6, OFFICE_HOURS.days[0])), 18)]
)
def test_out_of_hours_nobody_is_called_and_the_sheet_says_when_somebody_comes(
    hours: OpeningHours, opens: int | None
) -> None:
    stage = stage_with(hours)
    stage.session.call_help()
    sheet = help_sheet(stage)
    assert sheet.waited is None
    assert (sheet.opens and sheet.opens.day) == opens
    assert not stage.outbox.stored


def test_out_of_hours_the_numbers_of_the_board_are_there() -> None:
    stage = stage_with(NOBODY)
    stage.session.call_help()
    assert [hotline.number for hotline in help_sheet(stage).hotlines] == ["18001096"]


def test_reading_goes_on_until_it_is_switched_off_and_is_forgotten_at_the_wipe() -> None:
    stage = stage_with()
    assert not stage.session.view.speaking
    stage.session.read_aloud(True)
    stage.identify()
    assert stage.session.view.speaking
    stage.session.read_aloud(False)
    assert not stage.session.view.speaking
    stage.session.read_aloud(True)
    stage.session.wipe()
    assert not stage.session.view.speaking


@pytest.mark.parametrize(
    ("hours", "aloud", "speaks"),
    [
        (OFFICE_HOURS, Aloud(), False),
        (OFFICE_HOURS, Aloud(at_start=True), True),
        (NOBODY, Aloud(at_start=True), False),
        (NOBODY, Aloud(at_start=True, after_hours=True), True),
        (NOBODY, Aloud(after_hours=True), False),
    ],
)
def test_the_machine_speaks_by_itself_only_where_and_when_it_may(
    hours: OpeningHours, aloud: Aloud, speaks: bool
) -> None:
    stage = stage_with(hours, aloud)
    assert not stage.session.view.speaking, "never before the first touch"
    stage.session.start()
    assert stage.session.view.speaking is speaks


def test_the_language_of_the_call_is_told() -> None:
    stage = stage_with()
    stage.session.set_language(Language.ENGLISH)
    stage.session.call_help()
    (message,) = stage.outbox.stored.values()
    assert message.answers["language"] == "en"
