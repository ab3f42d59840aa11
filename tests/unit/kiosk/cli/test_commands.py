"""The command line as it is called: each command loads alone and answers under its own name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli.commands import MODULES


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("word", sorted(MODULES))
def test_every_command_answers_under_its_name(word: str) -> None:
    answer = call(word, "--help")
    assert answer.returncode == 0, answer.stderr
    assert f"kiosk {word}" in answer.stdout.replace("aps-kiosk", "kiosk")


def test_the_help_names_every_command_but_the_hidden_one() -> None:
    answer = call("--help")
    assert all(word in answer.stdout for word in MODULES if word != "play")


def test_an_unknown_command_is_wrong_use() -> None:
    assert call("nonsense").returncode == 2


def test_the_sender_never_loads_qt() -> None:
    words = [sys.executable, "-X", "importtime", "-m", "kiosk", "sync", "--help"]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert "offline_queue.sender" in answer.stderr
    assert "PySide6" not in answer.stderr


@pytest.mark.parametrize(
    ("document", "word"),
    [("[kiosk\nid = 1", "line 1"), ("[kiosk]\nidle = 3\n", "idle"), ("[scanner]\ndpi = 5\n", "dpi")],
)
def test_a_wrong_settings_file_ends_a_command_with_one_line(tmp_path: Path, document: str, word: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(document, encoding="utf-8")
    answer = call("sync", "--once", "--config", str(file))
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"{file}: ")
    assert word in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
