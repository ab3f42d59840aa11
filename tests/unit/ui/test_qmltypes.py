"""qmllint learns the view models from a file that says what the classes really have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.qmltypes import all_models, describe, write_qmltypes
from ui.router import Router
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.review import ReviewPagesModel
from ui.viewmodels.screen import ScreenModel

QML = Path(__file__).parents[3] / "ui" / "qml"


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("types")
    write_qmltypes(folder)
    return folder


def _lint(types: Path, file: Path) -> subprocess.CompletedProcess[str]:
    qmllint = Path(sys.executable).with_name("pyside6-qmllint")
    words = [qmllint, "--max-warnings", "0", "-I", QML, "-I", types, file]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)


def test_properties_slots_and_the_base_are_described() -> None:
    text = describe(ReviewPagesModel)
    assert 'prototype: "ScreenModel"' in text
    assert 'Property { name: "enlargedIndex"; type: "int"; isReadonly: true; notify: "enlargedIndexChanged" }' in text
    assert 'name: "remove"' in text
    assert 'type: "FrameModel"' in describe(ScreenModel)


def test_every_model_is_described_once() -> None:
    names = [model.__name__ for model in all_models()]
    assert len(names) == len(set(names))
    assert {Router.__name__, FrameModel.__name__} <= set(names)


def test_a_misspelt_property_is_found_by_qmllint(types: Path, tmp_path: Path) -> None:
    file = tmp_path / "Screen.qml"
    source = (
        "import QtQuick\nimport Aps.Models\nText {\n    required property FrameModel frame\n    text: frame.%s\n}\n"
    )
    file.write_text(source % "clock", encoding="utf-8")
    assert _lint(types, file).returncode == 0
    file.write_text(source % "clok", encoding="utf-8")
    assert '"clok" not found on type "FrameModel"' in (result := _lint(types, file)).stdout + result.stderr
