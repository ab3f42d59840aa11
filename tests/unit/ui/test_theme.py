"""The colours of the theme keep their distance: 7 to 1 for text, 3 to 1 for shapes, in all three looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ui

THEME = (Path(ui.__file__).parent / "qml" / "Aps" / "Theme.qml").read_text(encoding="utf-8")
LOOKS = {"normal": 0, "dark": 1, "light": 2}
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink2", "paper"),
    ("ink2", "surface"),
    ("ink2", "tealSoft"),
    ("ink2", "infoSoft"),
    ("teal", "paper"),
    ("teal", "tealSoft"),
    ("deepInk", "deep"),
    ("deepInk2", "deep"),
    ("goldInk", "gold"),
    ("selInk", "sel"),
    ("ok", "okSoft"),
    ("info", "infoSoft"),
    ("warn", "warnSoft"),
    ("bad", "badSoft"),
    ("ink2", "warnSoft"),
]
SHAPE_PAIRS = [("outline", "paper"), ("outline", "surface"), ("goldEdge", "paper"), ("teal", "surface")]


def colour(role: str, look: str) -> str:
    match = re.search(rf'property color {role}: \["(#\w+)", "(#\w+)", "(#\w+)"\]', THEME)
    assert match is not None, role
    return match[LOOKS[look] + 1]


def luminance(hex_colour: str) -> float:
    channels = (int(hex_colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "ground"), TEXT_PAIRS)
def test_text_can_be_read_without_glasses(front: str, ground: str, look: str) -> None:
    assert contrast(colour(front, look), colour(ground, look)) >= 7


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "ground"), SHAPE_PAIRS)
def test_the_edge_of_what_can_be_pressed_is_seen(front: str, ground: str, look: str) -> None:
    assert contrast(colour(front, look), colour(ground, look)) >= 3


def test_the_formula_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("role", ["bodySize", "stepSize", "smallSize", "buttonSize"])
def test_no_letter_is_smaller_than_32_pixels(role: str) -> None:
    match = re.search(rf"property int {role}: \[(\d+), (\d+), (\d+)\]", THEME)
    assert match is not None
    assert min(int(size) for size in match.groups()) >= 32


def test_everything_that_moves_can_be_switched_off() -> None:
    folder = Path(ui.__file__).parent / "qml"
    sources = {file.name: file.read_text(encoding="utf-8") for file in folder.rglob("*.qml")}
    moving = [name for name, source in sources.items() if re.search(r"(Animation|Animator)\b[\s\w]*{", source)]
    assert moving
    for name in moving:
        durations = re.findall(r"duration: (.+)", sources[name])
        assert durations, name
        assert all("Theme." in duration for duration in durations), name
    assert not [name for name, source in sources.items() if "PropertyAnimation" in source or "Flickable" in source]
    spans = re.findall(r"property int (press|slide|rise): motion \? (\d+) : 0", THEME)
    assert dict(spans) == {"press": "60", "slide": "160", "rise": "200"}
    assert max(int(span) for _, span in spans) <= 240


def test_a_press_is_answered_within_a_tenth_of_a_second() -> None:
    match = re.search(r"property int press: motion \? (\d+)", THEME)
    assert match is not None
    assert int(match[1]) <= 100
