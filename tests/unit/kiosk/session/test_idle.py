"""Silence is measured by a monotonic clock and warns before it wipes."""

from __future__ import annotations

import pytest

from kiosk.session.idle import IdleWatch, Silence


@pytest.mark.parametrize(
    ("silent", "judged"), [(0, Silence.NOTHING), (179, Silence.NOTHING), (180, Silence.WARN), (270, Silence.WIPE)]
)
def test_the_warning_stands_its_whole_time_before_the_wipe(silent: float, judged: Silence) -> None:
    assert IdleWatch(180, 90, touched_at=50).judge(50 + silent) is judged


def test_a_touch_gives_the_whole_time_again() -> None:
    watch = IdleWatch(180, 90, touched_at=0)
    watch.touch(200)
    assert watch.judge(379) is Silence.NOTHING
    assert watch.seconds_left(380) == 90
