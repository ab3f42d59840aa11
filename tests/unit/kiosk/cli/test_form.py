"""``form check`` and ``form evaluate`` through the command itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import config
from kiosk.cli.app import app

PROCEDURES = Path(config.__file__).parent / "procedures"


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def test_the_shipped_forms_are_good(run: CliRunner) -> None:
    forms = sorted(map(str, PROCEDURES.glob("*/form.json")))
    answer = run.invoke(app, ["form", "check", *forms])
    assert answer.exit_code == 0
    assert answer.output.splitlines() == [f"{form}: good" for form in forms]


def test_an_unsupported_feature_is_named_with_its_path(run: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "form.json"
    file.write_text('{"pages": [{"name": "p", "elements": [{"type": "signaturepad", "name": "a"}]}]}', encoding="utf-8")
    answer = run.invoke(app, ["form", "check", str(file)])
    assert answer.exit_code == 1
    assert f"{file}: $.pages[0].elements[0].type: element type 'signaturepad' is not supported" in answer.output


@pytest.mark.parametrize("content", [None, "{", "\xff"])
def test_a_file_that_is_no_json_is_bad_input(run: CliRunner, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "form.json"
    if content is not None:
        file.write_bytes(content.encode("latin-1"))
    answer = run.invoke(app, ["form", "check", str(file)])
    assert answer.exit_code == 2
    assert str(file) in answer.stderr


def test_evaluate_answers_as_the_contract_says(run: CliRunner, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('{"citizenQuanhe": "Bản thân", "citizenSoLuongBanSao": 0}', encoding="utf-8")
    form = PROCEDURES / "2.000635" / "form.json"
    answer = run.invoke(app, ["form", "evaluate", str(form), "--answers", str(answers), "--json"])
    assert answer.exit_code == 0
    report = json.loads(answer.stdout)
    assert list(report) == ["visible", "required", "read_only", "values", "errors", "complete"]
    assert report["values"] == {"citizenQuanhe": "Bản thân", "citizenSoLuongBanSao": 0}
    assert report["errors"]["citizenSoLuongBanSao"] == ["Ông/Bà xin từ 1 tới 50 bản."]
    assert report["complete"] is False


def test_answers_that_are_no_object_are_bad_input(run: CliRunner, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("[]", encoding="utf-8")
    form = PROCEDURES / "2.000635" / "form.json"
    answer = run.invoke(app, ["form", "evaluate", str(form), "--answers", str(answers)])
    assert answer.exit_code == 2
    assert str(answers) in answer.stderr
