"""``pages process``: what it prints, when it fails, what it never leaves behind."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from doubles.made_pages import Recipe, jpeg, make
from PIL import Image
from typer.testing import CliRunner, Result

from kiosk.cli.app import app
from kiosk.cli.commands import load_commands

load_commands(["pages"])


def process(out: Path, *images: Path, max_bytes: int = 2_000_000) -> Result:
    words = ["pages", "process", *map(str, images), "--out", str(out), "--max-bytes", str(max_bytes), "--json"]
    return CliRunner().invoke(app, words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, recipe in {
        "askew": Recipe(1, dpi=200, skew=2.2),
        "head": Recipe(2, dpi=200, turned=180),
        "blank": Recipe(3, dpi=200, kind="blank"),
    }.items():
        (folder / f"{name}.jpg").write_bytes(jpeg(make(recipe), recipe))
    return folder


def test_pages_are_told_and_bound(folder: Path, tmp_path: Path) -> None:
    images = [folder / f"{name}.jpg" for name in ("askew", "head", "blank", "askew")]
    answer = process(tmp_path / "row.pdf", *images)
    assert answer.exit_code == 0
    report = json.loads(answer.stdout)
    assert report["bytes"] == (tmp_path / "row.pdf").stat().st_size
    assert [page["problems"] for page in report["pages"]] == [[], [], ["blank"], ["duplicate"]]
    assert [page["blank"] for page in report["pages"]] == [False, False, True, False]
    assert report["pages"][0]["skew_deg"] == pytest.approx(2.2, abs=0.05)
    assert [page["rotation"] for page in report["pages"]] == [0, 180, 0, 0]
    with pikepdf.open(tmp_path / "row.pdf") as pdf:
        assert len(pdf.pages) == 4


def test_what_does_not_fit_legibly_is_a_negative_answer_without_a_file(folder: Path, tmp_path: Path) -> None:
    answer = process(tmp_path / "row.pdf", folder / "askew.jpg", max_bytes=9_000)
    assert answer.exit_code == 1
    assert "do not fit" in answer.stderr
    assert json.loads(answer.stdout)["bytes"] is None
    assert not (tmp_path / "row.pdf").exists()


@pytest.mark.parametrize("bad", ["missing.jpg", "empty.jpg", "folder.jpg"])
def test_a_bad_picture_is_named_and_nothing_is_left_behind(folder: Path, tmp_path: Path, bad: str) -> None:
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "folder.jpg").mkdir()
    answer = process(tmp_path / "row.pdf", folder / "askew.jpg", tmp_path / bad)
    assert answer.exit_code == 2
    assert answer.stderr.startswith(f"{tmp_path / bad}: ")
    assert len(answer.stderr.splitlines()) == 1
    assert answer.stdout == ""
    assert not (tmp_path / "row.pdf").exists()


def test_a_place_that_cannot_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    answer = process(tmp_path / "none" / "row.pdf", folder / "blank.jpg")
    assert answer.exit_code == 2
    assert "cannot be written" in answer.stderr


def test_a_pdf_that_was_there_stays_when_a_new_one_cannot_be_made(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "row.pdf").write_bytes(b"earlier")
    assert process(tmp_path / "row.pdf", folder / "askew.jpg", max_bytes=9_000).exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == ["row.pdf"]
    assert (tmp_path / "row.pdf").read_bytes() == b"earlier"


def test_a_full_disk_leaves_nothing_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(file: Path, data: bytes) -> int:
        with file.open("wb") as opened:
            opened.write(data[:1000])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    answer = process(tmp_path / "row.pdf", folder / "blank.jpg")
    assert answer.exit_code == 2
    assert "cannot be written" in answer.stderr
    assert list(tmp_path.iterdir()) == []


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_DATA, (900_000_000, 900_000_000))
from kiosk.__main__ import main
sys.argv = ["aps-kiosk", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize("name", ["bomb.png", "strip.png"])
def test_huge_pictures_are_refused_within_little_memory(tmp_path: Path, name: str) -> None:
    size = (20_000, 20_000) if name == "bomb.png" else (20_000, 300)
    Image.new("L", size).save(tmp_path / name)
    words = ["pages", "process", str(tmp_path / name), "--out", str(tmp_path / "row.pdf"), "--json"]
    done = subprocess.run([sys.executable, "-c", _LIMITED, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"{tmp_path / name}: ")


def test_many_large_pages_are_bound_within_little_memory(tmp_path: Path) -> None:
    recipe = Recipe(1, dpi=300, kind="form", noise=1.0)
    (tmp_path / "page.jpg").write_bytes(jpeg(make(recipe), recipe))
    words = ["pages", "process", *[str(tmp_path / "page.jpg")] * 12, "--out", str(tmp_path / "row.pdf"), "--json"]
    done = subprocess.run([sys.executable, "-c", _LIMITED, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "row.pdf").stat().st_size <= 2_000_000
