"""Each sound comes with its moment, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.text import Language
from kiosk.ports.sounds import Sound
from kiosk.session import screens
from kiosk.session.screens import View
from ui.chimes import sound_of
from ui.samples.views import sample_views

SAMPLES = dict(sample_views(Language.VIETNAMESE, 1))


def helped(waited: int | None) -> View:
    return replace(SAMPLES["home"], sheet=screens.HelpSheet(waited))


@pytest.mark.parametrize(
    ("before", "now", "sound"),
    [
        (None, SAMPLES["attract"], None),
        (SAMPLES["attract"], SAMPLES["home"], None),
        (SAMPLES["ask-choice"], SAMPLES["sheet-idle"], Sound.WARNING),
        (SAMPLES["sheet-idle"], replace(SAMPLES["sheet-idle"], sheet=screens.IdleSheet(40, 90)), None),
        (SAMPLES["home"], helped(0), Sound.HELP),
        (helped(0), helped(0), None),
        (helped(0), helped(1), Sound.HELP),
        (helped(1), SAMPLES["home"], None),
        (SAMPLES["home"], helped(None), None),
        (SAMPLES["declare-ticked"], SAMPLES["sending"], None),
        (SAMPLES["sending"], SAMPLES["sending-safe"], Sound.SAFE),
        (SAMPLES["sending-safe"], SAMPLES["slip-printing"], None),
        (SAMPLES["sending"], SAMPLES["slip-printing"], Sound.SAFE),
        (SAMPLES["slip-printing"], SAMPLES["slip-filed"], None),
        (SAMPLES["sending"], SAMPLES["not-saved"], None),
    ],
)
def test_the_sound_of_a_change(before: View | None, now: View, sound: Sound | None) -> None:
    assert sound_of(before, now) is sound


def test_a_press_is_answered_by_a_soft_sound(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(SAMPLES["home"])
    window.finger.press("tile:guide")
    assert window.sounds.played == [Sound.PRESS]
    window.finger.press("text-size")
    assert window.sounds.played == [Sound.PRESS, Sound.PRESS]


def test_a_touch_of_nothing_is_not_answered(shown: Callable[..., Any]) -> None:
    window = shown()
    window.show(SAMPLES["sheet-idle"])
    assert window.sounds.played == [Sound.WARNING]
