"""``id-card read`` through the command itself, on pages as a scanner sends them."""

from __future__ import annotations

import json
import os
import pty
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from drivers.scanner.papers import CARD_PAYLOAD, side_jpeg
from kiosk.cli.app import app


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "card.jpg"
    file.write_bytes(side_jpeg("card", 0, 300, False))
    return file


def read(*files: Path) -> tuple[int, list[dict[str, object]], str]:
    answer = CliRunner().invoke(app, ["id-card", "read", *map(str, files), "--json"])
    return answer.exit_code, json.loads(answer.stdout), answer.stderr


def test_a_card_on_a_scanned_page_is_read(card: Path) -> None:
    code, (answer,), _ = read(card)
    assert code == 0
    assert answer == {
        "file": str(card),
        "found": True,
        "id_number": "087153004821",
        "old_number": "331234567",
        "full_name": "Nguyễn Thị Hoa",
        "birth_date": "1953-02-05",
        "sex": "female",
        "residence": "Ấp 3, xã Bình An, tỉnh Đồng Tháp",
        "issue_date": "2021-04-12",
        "extra": [],
        "problems": [],
    }


def test_a_page_without_a_card_is_a_negative_answer(tmp_path: Path) -> None:
    page = tmp_path / "page.jpg"
    page.write_bytes(side_jpeg("uy_quyen", 1, 150, True))
    code, (answer,), _ = read(page)
    assert code == 1
    assert answer["found"] is False
    assert answer["id_number"] is None


def test_a_picture_that_cannot_be_opened_is_named_and_the_others_are_answered(card: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG")
    code, answers, errors = read(broken, card)
    assert code == 2
    assert [answer["found"] for answer in answers] == [False, True]
    assert str(broken) in errors


BAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "empty": ("a.jpg", lambda file: file.write_bytes(b"")),
    "truncated": ("a.jpg", lambda file: file.write_bytes(side_jpeg("card", 0, 300, False)[:90_000])),
    "bomb": ("a.png", lambda file: Image.new("1", (20_000, 20_000)).save(file)),
    "strip": ("a.png", lambda file: Image.new("L", (20_000, 120)).save(file)),
    "a program": ("a.eps", lambda file: file.write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")),
    "folder": ("a.jpg", lambda file: file.mkdir()),
    "pipe": ("a.jpg", os.mkfifo),
    "missing": ("a.jpg", lambda _: None),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_picture_is_named_in_one_line(tmp_path: Path, case: str) -> None:
    name, write = BAD[case]
    write(tmp_path / name)
    code, (answer,), errors = read(tmp_path / name)
    assert code == 2
    assert answer["found"] is False
    assert errors.startswith(f"{tmp_path / name}: ")
    assert len(errors.splitlines()) == 1


def listen(settings: Path, *more: str) -> tuple[int, str, str]:
    answer = CliRunner().invoke(app, ["id-card", "listen", "--json", "--config", str(settings), *more])
    return answer.exit_code, answer.stdout, answer.stderr


def test_a_card_held_to_the_reader_is_told(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[code_reader]\nurl = "serial://{os.ttyname(theirs)}"\n')
    stop = threading.Event()

    def hold_card() -> None:
        while not stop.wait(0.1):  # until the command listens: what came before is forgotten
            os.write(ours, CARD_PAYLOAD.encode() + b"\r\n")

    holder = threading.Thread(target=hold_card)
    holder.start()
    code, out, _ = listen(settings)
    stop.set()
    holder.join()
    os.close(ours)
    os.close(theirs)
    answer = json.loads(out)
    assert code == 0
    assert (answer["heard"], answer["id_number"]) == ("code", "087153004821")


@pytest.mark.parametrize("url", ["", "keyboard", "serial:ttyACM0", "tcp://127.0.0.1:1"])
def test_without_a_serial_reader_there_is_nothing_to_listen_to(tmp_path: Path, url: str) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[code_reader]\nurl = "{url}"\n')
    code, _, errors = listen(settings)
    assert code == 2
    assert "code_reader.url" in errors


def test_a_reader_that_is_not_there_is_a_negative_answer(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text('[code_reader]\nurl = "serial:///dev/ttyACM-none"\n')
    code, out, _ = listen(settings)
    assert code == 1
    assert json.loads(out)["heard"].startswith("reader gone")
