"""A chosen set of screens looks as it did when somebody last looked at it.

After a change that was wanted: ``ACCEPT_PICTURES=1 pytest tests/unit/ui/test_golden.py``, then open the pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.domain.text import Language
from ui.samples.views import sample_views

FOLDER = Path(__file__).parent.parent.parent / "golden"
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
VIETNAMESE, ENGLISH = Language.VIETNAMESE, Language.ENGLISH
CHOSEN = [
    ("attract", PORTRAIT, VIETNAMESE, 1),
    ("home", PORTRAIT, VIETNAMESE, 1),
    ("home", LANDSCAPE, ENGLISH, 3),
    ("guide", PORTRAIT, VIETNAMESE, 1),
    ("ask-choice-chosen", LANDSCAPE, VIETNAMESE, 1),
    ("ask-text-error", PORTRAIT, VIETNAMESE, 2),
    ("ask-date", LANDSCAPE, ENGLISH, 1),
    ("ask-list", PORTRAIT, VIETNAMESE, 1),
    ("papers", PORTRAIT, VIETNAMESE, 1),
    ("scanning", LANDSCAPE, VIETNAMESE, 1),
    ("scan-fault-jammed", PORTRAIT, VIETNAMESE, 3),
    ("check", PORTRAIT, VIETNAMESE, 1),
    ("slip-waiting", PORTRAIT, VIETNAMESE, 1),
    ("sheet-idle", PORTRAIT, VIETNAMESE, 2),
    ("sheet-display", LANDSCAPE, VIETNAMESE, 1),
]
_SCALE = 0.4
_CHANGED = 48
"""From how many levels of 256 on a pixel counts as changed: thinner differences come from the palette of the file."""


def _name(name: str, size: tuple[int, int], language: Language, text_size: int) -> str:
    shape = "portrait" if size == PORTRAIT else "landscape"
    return f"{name}-{shape}-{language}-{text_size}"


def _small(picture: QImage) -> Image.Image:
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    whole = Image.fromarray(pixels[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3).copy())
    size = round(rgb.width() * _SCALE), round(rgb.height() * _SCALE)
    return whole.resize(size, Image.Resampling.BOX)


@pytest.mark.parametrize("chosen", CHOSEN, ids=[_name(*one) for one in CHOSEN])
def test_a_screen_looks_as_it_did(
    shown: Callable[..., Any], tmp_path: Path, chosen: tuple[str, tuple[int, int], Language, int]
) -> None:
    name, size, language, text_size = chosen
    window = shown(size)
    window.show(dict(sample_views(language, text_size))[name])
    now, file = _small(window.ui.view.grabWindow()), FOLDER / f"{_name(*chosen)}.png"
    if os.environ.get("ACCEPT_PICTURES"):
        now.quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)
    before = Image.open(file).convert("RGB")
    assert now.size == before.size
    changed = np.abs(np.asarray(now, np.int16) - np.asarray(before, np.int16)).max(axis=2) > _CHANGED
    now.save(tmp_path / "now.png")
    assert changed.mean() < 0.0003, f"{changed.mean():.2%} of {file} changed: compare it with {tmp_path / 'now.png'}"


def test_no_picture_is_left_of_what_is_not_compared_any_more() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == {_name(*one) for one in CHOSEN}
