"""What must be pressed is large enough in millimetres, and can be reached by somebody who sits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtQml import QQmlExpression, qmlContext

from kiosk.domain.text import Language
from kiosk.session.display import Display
from ui.inspector import find_faults
from ui.items import SMALLEST_TARGET
from ui.reach import millimetres, out_of_reach, reach_line
from ui.samples.views import sample_views
from ui.translation_sources import QML

LOWERED = Display(lowered=True)
PANELS = (27.0, 32.0)


def theme_line(window: Any) -> int:
    root = window.ui.view.rootObject()
    value = QQmlExpression(qmlContext(root), root, "Theme.reachLine").evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


@pytest.mark.parametrize(
    ("language", "text_size"), [(Language.VIETNAMESE, 1), (Language.ENGLISH, 2), (Language.VIETNAMESE, 3)]
)
def test_everything_on_a_lowered_screen_can_be_reached_and_read(
    shown: Callable[..., Any], language: Language, text_size: int
) -> None:
    window = shown((1080, 1920))
    faults = []
    for name, view in sample_views(language, text_size):
        window.show(replace(view, display=LOWERED))
        found = [*out_of_reach(window.ui.view, reach_line(32, portrait=True)), *find_faults(window.ui.view)]
        faults += [f"{name}: {fault}" for fault in found]
    assert faults == []


def test_an_ordinary_screen_has_things_to_press_above_the_line(shown: Callable[..., Any]) -> None:
    window = shown((1080, 1920))
    window.show(dict(sample_views(Language.VIETNAMESE, 1))["ask-choice"])
    assert "choice:self begins at" in " ".join(out_of_reach(window.ui.view, reach_line(32, portrait=True)))


@pytest.mark.parametrize(("size", "line"), [((1080, 1920), 646), ((1920, 1080), 0), ((3840, 2160), 0)])
def test_the_theme_knows_the_line_of_the_largest_panel(
    shown: Callable[..., Any], size: tuple[int, int], line: int
) -> None:
    window = shown(size)
    view = dict(sample_views(Language.VIETNAMESE, 1))["home"]
    window.show(view)
    assert theme_line(window) == 0
    window.show(replace(view, display=LOWERED))
    assert theme_line(window) == line == reach_line(32, portrait=size[0] < size[1])


def test_the_line_of_the_smaller_panel_lies_higher() -> None:
    assert reach_line(27, portrait=True) == pytest.approx(410, abs=2)
    assert reach_line(27, portrait=False) == 0


@pytest.mark.parametrize("inches", PANELS)
def test_targets_are_20_mm_and_4_mm_apart(inches: float) -> None:
    source = (QML / "Aps" / "Theme.qml").read_text(encoding="utf-8")
    target, between = (
        int(re.search(rf"property int {name}: (\d+)", source)[1]) for name in ("smallestTarget", "smallestGap")
    )
    assert target == SMALLEST_TARGET
    assert millimetres(target, inches) >= 20
    assert millimetres(between, inches) >= 4
