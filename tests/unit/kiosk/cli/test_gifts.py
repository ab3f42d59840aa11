"""``aps-kiosk gifts``: what staff ask of the vouchers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from config.settings import load_settings
from kiosk.__main__ import app
from kiosk.bootstrap.gifts import gift_shelf


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / "codes.txt").write_text("QT-001\nQT-002\n", encoding="ascii")
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[paths]\ndata_dir = "{tmp_path}"\n[gifts]\ncodes_file = "{tmp_path / "codes.txt"}"\n')
    return file


def gifts(settings: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["gifts", *arguments, "--config", str(settings)])


def test_a_gift_is_counted_and_redeemed_once(settings: Path) -> None:
    shelf = gift_shelf(load_settings(settings))
    assert shelf is not None
    assert json.loads(gifts(settings, "show", "--json").stdout) == {"left": 2, "given": 0, "redeemed": 0}
    shelf.take()
    assert "hand the gift out" in gifts(settings, "redeem", "qt-001").stdout
    again = gifts(settings, "redeem", "QT-001", "--json")
    assert (again.exit_code, json.loads(again.stdout)["outcome"]) == (1, "redeemed_before")
    never = gifts(settings, "redeem", "QT-002")
    assert (never.exit_code, "never gave" in never.stdout) == (1, True)
    assert gifts(settings, "show").stdout == "1 left, 1 given, 1 redeemed\n"


def test_without_vouchers_the_command_says_what_to_set(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("")
    done = gifts(file, "show")
    assert (done.exit_code, "[gifts] codes_file" in done.stderr) == (2, True)


def test_a_bad_file_of_codes_ends_the_command_with_its_line(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text("?\n", encoding="ascii")
    done = gifts(settings, "show")
    assert (done.exit_code, "codes.txt, line 1" in done.stderr) == (2, True)
