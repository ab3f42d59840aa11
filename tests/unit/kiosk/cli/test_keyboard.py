"""``keyboard type`` through the command itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from kiosk.cli.app import app


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["--method", "telex", "Nguyeenx Thij Hoaf"], "Nguyễn Thị Hòa\n"),
        (["--method", "vni", "Nguye64n Thi5 Hoa2"], "Nguyễn Thị Hòa\n"),
        (["--method", "vni", "--placing", "new", "Hoa2"], "Hoà\n"),
        (["--method", "telex", ""], "\n"),
    ],
)
def test_a_text_is_written_as_the_keyboard_would(run: CliRunner, arguments: list[str], written: str) -> None:
    answer = run.invoke(app, ["keyboard", "type", *arguments])
    assert (answer.exit_code, answer.stdout) == (0, written)


def test_each_line_is_answered_by_a_line_blank_ones_too(run: CliRunner) -> None:
    lines = "tieengs vieetj\n\n  \nddaats\r\nnguoiwf"
    answer = run.invoke(app, ["keyboard", "type", "--method", "telex", "-"], input=lines)
    assert (answer.exit_code, answer.stdout) == (0, "tiếng việt\n\n  \nđất\nngười\n")


@pytest.fixture
def typing() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kiosk", "keyboard", "type", "--method", "telex", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield process


def test_a_line_is_answered_before_the_next_one_is_sent(typing: subprocess.Popen[str]) -> None:
    assert typing.stdin is not None
    assert typing.stdout is not None
    for line, written in [("ddaats", "đất"), ("", ""), ("Huynhf", "Huỳnh")]:
        typing.stdin.write(line + "\n")
        typing.stdin.flush()
        assert typing.stdout.readline() == written + "\n"


def test_what_is_no_text_is_refused_with_its_line(run: CliRunner) -> None:
    answer = run.invoke(app, ["keyboard", "type", "--method", "telex", "-"], input=b"hoaf\n\xff\n")
    assert (answer.exit_code, answer.stdout) == (2, "hòa\n")
    assert answer.stderr == "standard input, line 2: is not UTF-8; send the text as UTF-8\n"


def test_a_method_that_there_is_not_is_wrong_use(run: CliRunner) -> None:
    assert run.invoke(app, ["keyboard", "type", "--method", "viqr", "hoa"]).exit_code == 2
