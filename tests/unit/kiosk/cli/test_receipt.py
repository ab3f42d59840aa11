"""``receipt test`` and ``receipt render`` by the command itself: every status of the contract, and what came out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
from PIL import Image
from typer.testing import CliRunner

from drivers.code_reader.ladder import LadderCodeReader
from drivers.receipt_printer import driver
from drivers.receipt_printer.simulator import ReceiptPrinterSimulator
from kiosk.bootstrap.receipt import SAMPLE_NAMES
from kiosk.cli.app import app


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReceiptPrinterSimulator]:
    monkeypatch.setattr(driver, "_LINES_A_SECOND", 20_000)  # silence is not waited for as long as a slow one needs
    with ReceiptPrinterSimulator(tmp_path / "slips") as device:
        yield device


def settings(folder: Path, url: str, more: str = "") -> str:
    file = folder / "kiosk.toml"
    file.write_text(f'[paths]\ndata_dir = "{folder}"\n[receipt_printer]\nurl = "{url}"\ntimeout_s = 0.7\n{more}\n')
    return str(file)


def trial(config: str) -> tuple[int, dict[str, Any]]:
    answer = CliRunner().invoke(app, ["receipt", "test", "--json", "--config", config])
    document = json.loads(answer.stdout)
    assert document.keys() == {"status", "reason", "reference_code"}
    return answer.exit_code, document


def test_a_slip_that_came_out_is_printed_and_carries_its_code(device: ReceiptPrinterSimulator, tmp_path: Path) -> None:
    code, document = trial(settings(tmp_path, device.url))
    assert (code, document["status"], document["reason"]) == (0, "printed", "")
    (slip,) = device.slips
    read = LadderCodeReader().read(slip.read_bytes())
    assert any(document["reference_code"].encode() in payload for payload in read)


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({"paper": False}, "refused", "paper_out"),
        ({"cover_open": True}, "refused", "cover_open"),
        ({"silent": True}, "refused", "no_answer"),
        ({"mute_after_cut": True}, "unconfirmed", "no_answer"),
        ({"fault": "paper", "fault_line": 300}, "failed", "paper_out"),
        ({"drop_after": 300}, "failed", "connection_lost"),
    ],
)
def test_anything_else_is_a_negative_answer(
    device: ReceiptPrinterSimulator, tmp_path: Path, changes: dict[str, Any], status: str, reason: str
) -> None:
    device.change(changes)
    code, document = trial(settings(tmp_path, device.url))
    assert (code, document["status"], document["reason"]) == (1, status, reason)


def test_a_printer_that_nobody_finds_is_refused(tmp_path: Path) -> None:
    code, document = trial(settings(tmp_path, "tcp://127.0.0.1:1"))
    assert (code, document["status"], document["reason"]) == (1, "refused", "unreachable")


@pytest.mark.parametrize(
    ("url", "more", "words"),
    [
        ("", "", "receipt_printer.url is empty"),
        ("http://printer", "", "write tcp://host:port"),
        ("tcp://127.0.0.1:1", 'profile = "pigeon"', "xprinter-xp-80"),
        ("tcp://127.0.0.1:1", "width_dots = 500", "line 6"),
    ],
)
def test_settings_that_cannot_be_used_are_wrong_use(tmp_path: Path, url: str, more: str, words: str) -> None:
    answer = CliRunner().invoke(app, ["receipt", "test", "--json", "--config", settings(tmp_path, url, more)])
    assert answer.exit_code == 2
    assert words in answer.stderr


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_each_sample_is_drawn(tmp_path: Path, name: str) -> None:
    out = tmp_path / "slip.png"
    answer = CliRunner().invoke(app, ["receipt", "render", name, "--out", str(out)])
    assert answer.exit_code == 0
    with Image.open(out) as picture:
        assert (picture.mode, picture.width) == ("1", 576)


@pytest.mark.parametrize(
    ("more", "width"), [('profile = "epson-tm-t88"', 512), ('profile = "epson-tm-t88"\nwidth_dots = 384', 384)]
)
def test_a_sample_is_as_wide_as_the_printers_paper(tmp_path: Path, more: str, width: int) -> None:
    out = tmp_path / "slip.png"
    CliRunner().invoke(app, ["receipt", "render", "filed", "--out", str(out), "--config", settings(tmp_path, "", more)])
    with Image.open(out) as picture:
        assert picture.width == width


def test_a_sample_that_there_is_not_and_a_file_that_cannot_be_are_wrong_use(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["receipt", "render", "nonsense", "--out", str(tmp_path / "slip.png")])
    assert answer.exit_code == 2
    assert "waiting, filed" in answer.stderr
    answer = CliRunner().invoke(app, ["receipt", "render", "filed", "--out", str(tmp_path / "missing" / "slip.png")])
    assert answer.exit_code == 2
    assert "cannot be written" in answer.stderr


def stored(config: str) -> str:
    """Put a test dossier into the queue; returns its code."""
    added = CliRunner().invoke(
        app, ["queue", "add-test", "--count", "1", "--bytes", "3000", "--json", "--config", config]
    )
    assert added.exit_code == 0, added.stderr
    return str(json.loads(added.stdout)["reference_code"])


def with_key(folder: Path, url: str) -> str:
    key = pyrage.x25519.Identity.generate().to_public()
    return settings(folder, url, f'[portal]\nrecipients = ["{key}"]')


def test_a_dossier_that_got_no_slip_gets_one_by_its_code(device: ReceiptPrinterSimulator, tmp_path: Path) -> None:
    config = with_key(tmp_path, device.url)
    code = stored(config)
    answer = CliRunner().invoke(app, ["receipt", "reprint", code.lower(), "--json", "--config", config])
    assert (answer.exit_code, json.loads(answer.stdout)) == (
        0,
        {"status": "printed", "reason": "", "reference_code": code},
    )
    (slip,) = device.slips
    assert any(payload.endswith(f"?ma={code}".encode()) for payload in LadderCodeReader().read(slip.read_bytes()))


def test_the_same_on_a4_says_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    config, out = with_key(tmp_path, ""), tmp_path / "slip.pdf"
    code = stored(config)
    assert CliRunner().invoke(app, ["receipt", "reprint", code, "--out", str(out), "--config", config]).exit_code == 0
    command = ["pdftotext", "-layout", str(out), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    assert code in text
    assert "In lại. Hồ sơ nộp ở máy lúc" in text
    assert "Mã bí mật" not in text
    assert "Người đứng đơn" not in text
    assert "Lệ phí" not in text


def test_a_code_of_nothing_prints_nothing(device: ReceiptPrinterSimulator, tmp_path: Path) -> None:
    answer = CliRunner().invoke(
        app, ["receipt", "reprint", "APS-AH01-261012-0007-K", "--config", settings(tmp_path, device.url)]
    )
    assert (answer.exit_code, device.slips) == (1, [])
    assert "no dossier of that code" in answer.stderr


def test_a_sample_is_drawn_on_a4_where_a_pdf_is_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "sample.pdf"
    answer = CliRunner().invoke(
        app, ["receipt", "render", "long", "--out", str(out), "--config", settings(tmp_path, "")]
    )
    assert (answer.exit_code, out.read_bytes()[:5]) == (0, b"%PDF-")
