"""``catalogue check`` through the command itself: the exit code, the problems, and what is still doubtful."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from doubles.small_catalogue import SmallCatalogue
from typer.testing import CliRunner

from kiosk.cli.app import app


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


@pytest.fixture
def catalogue(tmp_path: Path) -> SmallCatalogue:
    return SmallCatalogue(tmp_path / "catalogue")


def test_a_good_catalogue_ends_with_0_and_its_doubts(run: CliRunner, catalogue: SmallCatalogue) -> None:
    answer = run.invoke(app, ["catalogue", "check", str(catalogue.folder)])
    assert answer.exit_code == 0
    doubt, last = answer.stdout.splitlines()
    assert doubt.startswith(f"unverified: {catalogue.procedure}: rows[0].required_if: ")
    assert last == "good; 1 facts to be verified"


def test_the_same_in_json(run: CliRunner, catalogue: SmallCatalogue) -> None:
    answer = run.invoke(app, ["catalogue", "check", str(catalogue.folder), "--json"])
    assert answer.exit_code == 0
    report = json.loads(answer.stdout)
    assert list(report) == ["problems", "unverified"]
    assert report["problems"] == []
    assert len(report["unverified"]) == 1


def test_a_problem_ends_with_1_and_names_the_file(run: CliRunner, catalogue: SmallCatalogue) -> None:
    later = catalogue.add_version("2027", "2027-02-01")
    answer = run.invoke(app, ["catalogue", "check", str(catalogue.folder)])
    assert answer.exit_code == 1
    overlap = f"{catalogue.procedure}: overlaps {later}; write effective_until = 2027-01-31"
    assert answer.stdout.splitlines() == [overlap, "1 problems"]


def test_a_broken_procedure_is_a_problem_and_no_doubt_is_told(run: CliRunner, catalogue: SmallCatalogue) -> None:
    catalogue.form.write_bytes(b"\xff")
    answer = run.invoke(app, ["catalogue", "check", str(catalogue.folder), "--json"])
    assert answer.exit_code == 1
    report = json.loads(answer.stdout)
    assert str(catalogue.form) in report["problems"][0]
    assert report["unverified"] == []


def test_without_a_folder_the_catalogue_in_service_is_checked(
    run: CliRunner, catalogue: SmallCatalogue, tmp_path: Path
) -> None:
    catalogue.replace("[fee]", "[fees]")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(
        f'[paths]\ndata_dir = "{tmp_path}/data"\ncatalogue_dir = "{catalogue.folder}"\n', encoding="utf-8"
    )
    answer = run.invoke(app, ["catalogue", "check", "--config", str(settings)])
    assert answer.exit_code == 1
    assert str(catalogue.procedure) in answer.stdout


def test_a_folder_without_procedures_is_told(run: CliRunner, tmp_path: Path) -> None:
    answer = run.invoke(app, ["catalogue", "check", str(tmp_path)])
    assert answer.exit_code == 1
    assert f"{tmp_path / 'procedures'}: cannot be read" in answer.stdout


@pytest.mark.parametrize("name", ["none", "kiosk.toml"])
def test_what_is_no_folder_is_bad_input(run: CliRunner, tmp_path: Path, name: str) -> None:
    (tmp_path / "kiosk.toml").touch()
    answer = run.invoke(app, ["catalogue", "check", str(tmp_path / name)])
    assert answer.exit_code == 2
    assert f"{tmp_path / name}: is no folder" in answer.stderr
    assert answer.stdout == ""
