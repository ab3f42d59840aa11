"""``catalogue search`` through the command itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli.app import app


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def test_search_answers_with_codes_best_first(run: CliRunner) -> None:
    answer = run.invoke(app, ["catalogue", "search", "khai tuwr", "--json"])
    assert answer.exit_code == 0
    hits = json.loads(answer.stdout)
    assert list(hits[0]) == ["code", "name", "score"]
    assert (hits[0]["code"], hits[0]["name"]) == ("1.000656", "Đăng ký khai tử")
    assert 0 < hits[0]["score"] <= 1


def test_search_answers_in_lines(run: CliRunner) -> None:
    answer = run.invoke(app, ["catalogue", "search", "2.000635"])
    assert answer.exit_code == 0
    assert answer.stdout.startswith("2.000635  1.00  Cấp bản sao")


def test_search_gives_no_more_than_was_asked_for(run: CliRunner) -> None:
    answer = run.invoke(app, ["catalogue", "search", "khai", "--limit", "1", "--json"])
    assert len(json.loads(answer.stdout)) == 1


@pytest.mark.parametrize("text", ["", "🙂", "qqqq wwww"])
def test_nothing_found_is_a_negative_answer(run: CliRunner, text: str) -> None:
    answer = run.invoke(app, ["catalogue", "search", text, "--json"])
    assert answer.exit_code == 1
    assert json.loads(answer.stdout) == []


def test_a_catalogue_that_is_not_there_is_bad_input(run: CliRunner, tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[paths]\ncatalogue_dir = "{tmp_path}/none"\n', encoding="utf-8")
    answer = run.invoke(app, ["catalogue", "search", "khai", "--config", str(settings)])
    assert answer.exit_code == 2
    assert f"{tmp_path}/none" in answer.stderr
