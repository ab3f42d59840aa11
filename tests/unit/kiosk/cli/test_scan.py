"""``scan`` through the command itself: every status of its contract, and the sides are kept whatever it is."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.papers import side_jpeg
from kiosk.cli.app import app

KEYS = {"status", "sheets", "pages", "message", "confirm_sheets", "one_sided"}
PAGE_KEYS = {"file", "sheet", "side", "width", "height", "problems"}


@pytest.fixture
def device() -> Iterator[EsclSimulator]:
    for side in (0, 1):
        side_jpeg("one_sided", side, 150, False)  # drawn before any deadline runs
    with EsclSimulator() as device:
        device.load("one_sided", "one_sided")
        yield device


@pytest.fixture
def settings(device: EsclSimulator, tmp_path: Path) -> Path:
    name = write_sane_config(tmp_path / "sane", device.url)
    file = tmp_path / "kiosk.toml"
    file.write_text(
        f'[scanner]\ndevice = "{name}"\nsane_config_dir = "{tmp_path / "sane"}"\ndpi = 150\n'
        "first_page_timeout_s = 4\npage_timeout_s = 2\n"
    )
    return file


def scan(settings: Path, *more: str) -> tuple[int, dict[str, Any]]:
    out = settings.parent / "out" / "pages"
    answer = CliRunner().invoke(app, ["scan", "--out", str(out), "--json", "--config", str(settings), *more])
    document = json.loads(answer.stdout)
    assert document.keys() == KEYS
    for page in document["pages"]:
        assert page.keys() == PAGE_KEYS
        with Image.open(page["file"]) as image:
            assert image.size == (page["width"], page["height"])
    return answer.exit_code, document


def test_a_good_batch_is_exit_0(settings: Path) -> None:
    code, document = scan(settings, "--duplex")
    assert (code, document["status"], document["sheets"], document["confirm_sheets"]) == (0, "ok", 2, True)
    assert [(page["sheet"], page["side"]) for page in document["pages"]] == [
        (1, "front"),
        (1, "back"),
        (2, "front"),
        (2, "back"),
    ]
    assert ["blank" in page["problems"] for page in document["pages"]] == [False, True, False, True]


def test_without_duplex_only_fronts_are_scanned(settings: Path) -> None:
    code, document = scan(settings)
    assert (code, document["sheets"], [page["side"] for page in document["pages"]]) == (0, 2, ["front", "front"])


@pytest.mark.parametrize(
    ("fault", "status", "sides"),
    [
        ({"take_out": True}, "empty", 0),
        ({"cover_open": True}, "cover_open", 0),
        ({"jam_at": 3}, "jammed", 2),
        ({"double_feed_at": 3}, "double_feed", 2),
        ({"half_image_at": 2}, "incomplete", 4),
        ({"adf_state_at": 3, "adf_state_then": "ScannerAdfInputTrayFailed"}, "incomplete", 2),
        ({"hang_at": 2}, "timeout", 1),
        ({"garbage_at": 3}, "failed", 2),
    ],
)
def test_every_other_end_is_exit_1_and_keeps_the_sides(
    device: EsclSimulator, settings: Path, fault: dict[str, Any], status: str, sides: int
) -> None:
    device.change(fault)
    code, document = scan(settings, "--duplex")
    assert (code, document["status"], len(document["pages"])) == (1, status, sides), document["message"]
    assert document["message"]
    damaged = [number for number, page in enumerate(document["pages"], 1) if "truncated" in page["problems"]]
    assert damaged == ([2] if "half_image_at" in fault else [])


def test_an_interrupt_is_a_cancelled_batch(device: EsclSimulator, settings: Path) -> None:
    device.fail(seconds_per_side=0.5)
    command = [
        sys.executable,
        "-m",
        "kiosk",
        "scan",
        "--out",
        str(settings.parent),
        "--json",
        "--config",
        str(settings),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    while device.state()["jobs"] == 0:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate()
    assert process.returncode == 1
    assert json.loads(out)["status"] == "cancelled"


def test_a_scanner_that_is_not_there_has_failed(settings: Path) -> None:
    settings.write_text(settings.read_text().replace("APS simulator", "Nobody"))
    code, document = scan(settings)
    assert (code, document["status"], document["message"]) == (1, "failed", "no scanner was found")


def test_a_folder_that_cannot_be_made_is_named(settings: Path) -> None:
    answer = CliRunner().invoke(app, ["scan", "--out", str(settings), "--json", "--config", str(settings)])
    assert answer.exit_code == 2
    assert str(settings) in answer.stderr
