"""``aps-kiosk sheet``: the guide of a procedure and the QR board as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app


def sheet(*words: str) -> Result:
    return CliRunner().invoke(app, ["sheet", *words])


@pytest.mark.parametrize("words", [("guide", "2.000635"), ("board",), ("board", "--lang", "en")])
def test_a_sheet_is_written(tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "sheet.pdf"
    assert sheet(*words, "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_an_unknown_procedure_and_a_folder_that_is_not_there_are_wrong_use(tmp_path: Path) -> None:
    unknown = sheet("guide", "9.999999", "--out", str(tmp_path / "sheet.pdf"))
    assert (unknown.exit_code, "not in the catalogue" in unknown.stderr) == (2, True)
    nowhere = sheet("board", "--out", str(tmp_path / "no" / "sheet.pdf"))
    assert (nowhere.exit_code, "cannot be written" in nowhere.stderr) == (2, True)
