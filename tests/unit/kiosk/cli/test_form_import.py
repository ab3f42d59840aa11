"""``form import`` through the command itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kiosk.cli.app import app

NAME = "citizenNDK_HoVaTen__1761724625529"


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def envelope(folder: Path, **more: Any) -> Path:
    document = {"pages": [{"name": "a", "elements": [{"type": "text", "name": NAME, "title": "Nơi ở", **more}]}]}
    file = folder / "answer.json"
    file.write_text(json.dumps({"data": {"formJson": json.dumps(document)}}), encoding="utf-8")
    return file


def test_a_document_in_the_portals_answer_becomes_a_form(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "form.json"
    answer = run.invoke(app, ["form", "import", str(envelope(tmp_path)), "--out", str(out)])
    assert answer.exit_code == 0
    assert answer.stdout == f"{out}: written; 0 properties removed, 0 problems left\n"
    text = out.read_text(encoding="utf-8")
    assert json.loads(text)["pages"][0]["elements"][0]["name"] == NAME
    assert "Nơi ở" in text
    assert run.invoke(app, ["form", "check", str(out)]).exit_code == 0


def test_what_was_removed_is_told(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "form.json"
    answer = run.invoke(app, ["form", "import", str(envelope(tmp_path, dataBinding="x")), "--out", str(out)])
    assert answer.exit_code == 0
    assert "removed: $.pages[0].elements[0].dataBinding\n" in answer.stdout
    assert "1 properties removed" in answer.stdout
    assert "dataBinding" not in out.read_text(encoding="utf-8")


def test_work_that_is_left_ends_with_1(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "form.json"
    answer = run.invoke(app, ["form", "import", str(envelope(tmp_path, type="signaturepad")), "--out", str(out)])
    assert answer.exit_code == 1
    assert f"{out}: $.pages[0].elements[0].type: element type 'signaturepad' is not supported" in answer.stdout
    assert out.exists()


@pytest.mark.parametrize("content", [None, b"{", b'"\xff"', b"[]", b'{"data": {}}', b'{"formJson": "{"}'])
def test_what_holds_no_document_is_bad_input(run: CliRunner, tmp_path: Path, content: bytes | None) -> None:
    file, out = tmp_path / "answer.json", tmp_path / "form.json"
    if content is not None:
        file.write_bytes(content)
    answer = run.invoke(app, ["form", "import", str(file), "--out", str(out)])
    assert answer.exit_code == 2
    assert str(file) in answer.stderr
    assert "Traceback" not in answer.output
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_bad_input(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "none" / "form.json"
    answer = run.invoke(app, ["form", "import", str(envelope(tmp_path)), "--out", str(out)])
    assert answer.exit_code == 2
    assert f"{out}: cannot be written" in answer.stderr
