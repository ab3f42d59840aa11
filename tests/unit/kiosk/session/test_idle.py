"""Silence is measured by a monotonic clock and warns before it wipes, whatever happens in between."""

from __future__ import annotations

import pytest
from doubles.stage import Stage
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.page import Side
from kiosk.session import screens
from kiosk.session.idle import IdleWatch, Silence

IDLE, WARNING = 180, 90


@pytest.mark.parametrize(("silent", "judged"), [(0, Silence.NOTHING), (179, Silence.NOTHING), (180, Silence.WARN)])
def test_silence_is_warned_of(silent: float, judged: Silence) -> None:
    assert IdleWatch(IDLE, WARNING, touched_at=50).judge(50 + silent) is judged


@pytest.mark.parametrize("late", [0, 1, 600])
def test_the_warning_stands_its_whole_time_however_late_it_came(late: float) -> None:
    watch = IdleWatch(IDLE, WARNING)
    begun = IDLE + late
    assert watch.judge(begun) is Silence.WARN
    assert watch.seconds_left(begun) == WARNING
    assert watch.judge(begun + WARNING - 1) is Silence.WARN
    assert watch.judge(begun + WARNING) is Silence.WIPE


def test_a_touch_gives_the_whole_time_again() -> None:
    watch = IdleWatch(IDLE, WARNING)
    assert watch.judge(200) is Silence.WARN
    watch.touch(200)
    assert watch.judge(379) is Silence.NOTHING
    assert watch.judge(380) is Silence.WARN
    assert watch.seconds_left(380) == WARNING


STEPS = st.lists(
    st.tuples(st.sampled_from(["judge", "touch", "stir"]), st.floats(0, 400, allow_nan=False)), max_size=60
)


@given(STEPS)
def test_nobody_is_wiped_without_a_warning_of_its_whole_length(steps: list[tuple[str, float]]) -> None:
    watch, now = IdleWatch(IDLE, WARNING), 0.0
    touched, warned = 0.0, None
    for step, passed in steps:
        now += passed
        if step != "judge":
            watch.touch(now) if step == "touch" or warned is None else watch.stir(now)
            touched, warned = now, None if step == "touch" or warned is None else now
            continue
        judged = watch.judge(now)
        if judged is Silence.NOTHING:
            assert now - touched < IDLE
            warned = None
        elif judged is Silence.WARN:
            warned = now if warned is None else warned
            assert now - touched >= IDLE or warned is not None
            assert watch.seconds_left(now) + 0.5 > 0
        else:
            assert warned is not None
            assert now - warned >= WARNING
            watch.touch(now)
            touched, warned = now, None


@given(st.lists(st.floats(0, 300, allow_nan=False), max_size=20), st.integers(0, 300))
def test_silence_always_ends_in_a_wipe(touches: list[float], beat: int) -> None:
    watch, now = IdleWatch(IDLE, WARNING), 0.0
    for passed in touches:
        now += passed
        watch.touch(now)
    asked = [watch.judge(now + second) for second in range(0, 1000, 1 + beat // 10)]
    assert Silence.WIPE in asked


# the session's own clockwork


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.session.watch()
    stage.begin()
    return stage


def test_a_machine_that_was_held_up_warns_before_it_wipes(stage: Stage) -> None:
    stage.session.touched()
    stage.clock.seconds += 3000
    stage.jobs.pass_time(2)
    sheet = stage.session.view.sheet
    assert isinstance(sheet, screens.IdleSheet)
    assert sheet.seconds_left >= WARNING - 2
    stage.jobs.pass_time(WARNING - 3)
    assert stage.session.draft is not None


def test_more_time_can_be_had_as_often_as_one_likes(stage: Stage) -> None:
    for _ in range(12):
        stage.jobs.pass_time(IDLE + WARNING - 2)
        assert isinstance(stage.session.view.sheet, screens.IdleSheet)
        stage.session.more_time()
        assert stage.session.view.sheet is None
    assert stage.session.draft is not None


def test_nobody_is_warned_while_the_scanner_works(stage: Stage) -> None:
    stage.session.wipe()
    stage.identify()
    stage.session.read_card()
    stage.jobs.held = True
    stage.scanner.load((1, Side.FRONT), (1, Side.BACK))
    stage.session.start_card_scan()
    stage.jobs.pass_time(IDLE + WARNING + 10)
    assert stage.session.view.sheet is None
    assert stage.session.draft is not None


def test_silence_warns_for_90_seconds_and_then_wipes(stage: Stage) -> None:
    stage.session.touched()
    stage.jobs.pass_time(181)
    sheet = stage.session.view.sheet
    assert isinstance(sheet, screens.IdleSheet)
    assert sheet.seconds == 90
    stage.jobs.pass_time(91)
    stage.screen(screens.Attract)
    assert stage.session.draft is None


def test_more_time_gives_the_whole_time_again(stage: Stage) -> None:
    stage.session.touched()
    stage.jobs.pass_time(181)
    stage.session.more_time()
    stage.jobs.pass_time(170)
    stage.screen(screens.AskQuestion)
    assert stage.session.view.sheet is None


def test_a_hand_that_misses_the_button_is_not_wiped(stage: Stage) -> None:
    stage.session.touched()
    stage.jobs.pass_time(181)
    for _ in range(5):
        stage.jobs.pass_time(60)
        stage.session.touched()
    stage.screen(screens.AskQuestion)


def test_without_anything_personal_silence_goes_home_without_a_warning(stage: Stage) -> None:
    stage.session.wipe()
    stage.session.start()
    stage.session.touched()
    stage.jobs.pass_time(182)
    stage.screen(screens.Attract)
