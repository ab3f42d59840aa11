"""Every screen, sheet and variant loads without a Qt warning and can be read and pressed, in every combination."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

import config
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.domain.text import Language
from kiosk.domain.wording import southern_words
from kiosk.session.screens import Screen, Sheet
from ui.inspector import find_faults, texts_of
from ui.samples.shipped import views_of
from ui.samples.views import sample_views
from ui.translation_sources import QML
from ui.viewmodels.scan_fault import _FAULTS

CODES = sorted(folder.name for folder in (Path(config.__file__).parent / "procedures").iterdir())
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


@cache
def shipped() -> Catalogue:
    return load_catalogue(Path(config.__file__).parent, lambda: date(2026, 10, 12))


@pytest.mark.parametrize("text_size", [1, 2, 3])
@pytest.mark.parametrize("language", [Language.VIETNAMESE, Language.ENGLISH])
@pytest.mark.parametrize("size", SIZES)
def test_every_screen_can_be_read_and_pressed(
    shown: Callable[..., Any], size: str, language: Language, text_size: int
) -> None:
    window = shown(SIZES[size])
    faults = []
    for name, view in sample_views(language, text_size):
        window.show_alone(view)
        faults += [f"{name}: {fault}" for fault in find_faults(window.ui.view)]
    assert faults == []


def test_no_screen_speaks_southern_to_the_north(shown: Callable[..., Any]) -> None:
    window = shown(SIZES["landscape"])
    heard = []
    for name, view in sample_views(Language.NORTHERN, 3):
        window.show_alone(view)
        texts = [text for text in texts_of(window.ui.view) if not text.isupper()]  # names are said as they are
        heard += [f"{name}: {text}" for text in texts if southern_words(text)]
        heard += [f"{name}: {fault}" for fault in find_faults(window.ui.view)]
    assert heard == []


@pytest.mark.parametrize(("size", "language"), [("portrait", Language.ENGLISH), ("landscape", Language.VIETNAMESE)])
@pytest.mark.parametrize("code", CODES)
def test_a_procedure_that_ships_can_be_read_and_pressed_in_the_largest_letters(
    shown: Callable[..., Any], code: str, size: str, language: Language
) -> None:
    window = shown(SIZES[size])
    procedure = shipped().get(code)
    assert procedure is not None
    faults = []
    for name, view in views_of(shipped(), procedure, language, 3):
        window.show_alone(view)
        faults += [f"{name}: {fault}" for fault in find_faults(window.ui.view)]
    assert faults == []


def test_the_samples_leave_no_kind_of_screen_or_sheet_out() -> None:
    views = [view for _, view in sample_views(Language.VIETNAMESE, 1)]
    assert {type(view.screen) for view in views} == set(get_args(Screen))
    assert {type(view.sheet) for view in views if view.sheet} == set(get_args(Sheet))


def test_every_pictogram_that_is_named_is_drawn() -> None:
    drawn = set(re.findall(r'^ *"?([a-z-]+)"?:', (QML / "Aps" / "icons.mjs").read_text(encoding="utf-8"), re.MULTILINE))
    sources = "\n".join(file.read_text(encoding="utf-8") for file in QML.rglob("*.qml"))
    lines = re.findall(r"\b(?:icon|icons|iconAfter|nextIcon|backIcon|name): (.*)", sources)
    named = {
        name
        for line in lines
        for name in re.findall(r'[?:\[,] ?"([a-z-]+)"|^"([a-z-]+)"', line)
        for name in name
        if name
    }
    named |= {icon for fault in _FAULTS.values() for icon, _ in fault.steps}
    assert {"scanner", "lid"} <= named
    assert named - drawn == set()
