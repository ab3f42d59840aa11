"""The whole journey by touch in the real window, against all simulators, through the demo's own command."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from doubles.eve_printer import EvePrinter
from doubles.submissions import pdf
from PIL import Image

from drivers.code_reader.ladder import LadderCodeReader
from drivers.scanner.papers import side_jpeg
from kiosk.bootstrap.world import open_world
from kiosk.demo.supervisor import run_headless

pytestmark = pytest.mark.timeout(400)


def walk(
    folder: Path, journey: str, size: str = "1080x1920", *, keys: bool = False, a4: str = ""
) -> tuple[dict[str, Any], Path, Path]:
    """Walk a journey; returns its summary, its output and the world's folder with the portal's archive."""
    out, world_folder = folder / "out", folder / "world"
    out.mkdir()
    with open_world(world_folder) as world:
        if a4:
            settings = world.settings.read_text(encoding="utf-8")
            (world_folder / "portal" / "results" / "trich-luc.pdf").write_bytes(pdf(2))
            world.settings.write_text(f'{settings}\n[document_printer]\nurl = "{a4}"\n', encoding="utf-8")
        assert run_headless(world, out, journey, size, keys=keys) == 0
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return summary, out, world_folder


def filed(world: Path, summary: dict[str, Any], name: str) -> dict[str, Any]:
    file = world / "portal" / "filed" / summary["submission_id"] / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))


def plaintext_hits(folders: list[Path], canaries: list[str]) -> list[tuple[Path, str]]:
    """Return every file below the folders that has a canary in the clear, in any common spelling."""
    spellings = {
        (canary, form.encode(encoding))
        for canary in canaries
        for form in (canary, canary.lower(), unicodedata.normalize("NFD", canary), json.dumps(canary).strip('"'))
        for encoding in ("utf-8", "utf-16-le")
    }
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [(file, canary) for file in files for canary, needle in spellings if needle in file.read_bytes()]


_HAUNTS = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "TMPDIR")
"""Where Qt, Python and libraries keep what they think they may: caches of compiled screens, temporary files."""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Path, Path]]:
    folder = tmp_path_factory.mktemp("extract")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HAUNTS:
            (folder / "haunts" / name).mkdir(parents=True, mode=0o700)
            patch.setenv(name, str(folder / "haunts" / name))
        with EvePrinter(folder / "eve") as eve:
            yield walk(folder, "extract", a4=eve.url)


def test_the_portal_has_the_answers_field_by_field(extract: tuple[dict[str, Any], Path, Path]) -> None:
    summary, _, world = extract
    payload, outside = filed(world, summary, "payload"), filed(world, summary, "submission")
    assert payload["answers"] == {
        "citizenQuanhe": "Mẹ đẻ",
        "citizenNDK_HoVaTen": "NGUYỄN VĂN PHƯỚC",
        "citizenNDK_NgaySinh": "15/08/1978",
        "citizenField13": "1",
        "citizenField32": "01",
        "citizenLoaiViecYeuCau": "Giấy khai sinh",
        "citizenHoSo_CoQuanDangKy": "XÃ BÌNH AN",
        "citizenSoLuongBanSao": 3,
    }
    assert payload["applicant"] == {
        "full_name": "NGUYỄN THỊ HOA",
        "id_number": "087153004821",
        "identity": "card_qr",
        "identity_token": None,
    }
    assert payload["delivery"] == {"method": "counter"}
    assert [consent["purpose"] for consent in payload["consents"]] == ["process_dossier"]
    assert outside["procedure"] == {"code": "2.000635", "version": "2026-09"}
    assert outside["reference_code"] == summary["reference_code"]


def test_the_portal_has_the_papers_page_by_page(extract: tuple[dict[str, Any], Path, Path]) -> None:
    summary, out, world = extract
    (attachment,) = filed(world, summary, "payload")["attachments"]
    assert (attachment["component"], attachment["pages"]) == ("uy_quyen", 4)
    assert summary["papers"] == [f"papers/{attachment['file_name']}"]
    file = out / summary["papers"][0]
    assert file.stat().st_size <= 2_000_000
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 4
    for number, (name, side) in enumerate(
        [("uy_quyen", 0), ("uy_quyen", 1), ("khai_sinh", 0), ("khai_sinh", 1)], start=1
    ):
        assert likeness(drawn(file, number), side_jpeg(name, side, 300, False)) < 6.0


def drawn(file: Path, page: int) -> bytes:
    """Draw a page as a reader of PDF files does: its letters may lie in a layer of their own."""
    command = ["pdftoppm", "-r", "60", "-f", str(page), "-l", str(page), "-singlefile", "-png", str(file)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def likeness(one: bytes, other: bytes) -> float:
    """Return the mean difference of two pages in grey levels, seen small."""
    pictures = [Image.open(BytesIO(data)).convert("L").resize((124, 175)) for data in (one, other)]
    first, second = (list(picture.tobytes()) for picture in pictures)
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def test_the_slip_in_the_hand_leads_to_the_dossier(extract: tuple[dict[str, Any], Path, Path]) -> None:
    summary, out, world = extract
    codes = LadderCodeReader().read((out / summary["receipt"]).read_bytes())
    (code,) = (code for code in codes if b"?ma=" in code)  # others lead to Zalo, and to where opinions are welcome
    secret = filed(world, summary, "payload")["lookup_secret"]
    assert code.decode().endswith(f"?ma={summary['reference_code']}&bm={secret}")


def test_the_result_came_out_on_a4_as_the_portal_has_it(extract: tuple[dict[str, Any], Path, Path]) -> None:
    _, _, world = extract
    (printed,) = (world.parent / "eve" / "spool").glob("*.pdf")
    assert printed.read_bytes() == pdf(2)


def test_every_screen_passed_has_its_picture(extract: tuple[dict[str, Any], Path, Path]) -> None:
    summary, out, _ = extract
    assert len(summary["screens"]) >= 30
    for name in summary["screens"]:
        with Image.open(out / name) as picture:
            assert picture.size == (1080, 1920)


def test_the_summary_says_what_came_out(extract: tuple[dict[str, Any], Path, Path]) -> None:
    summary, _, _ = extract
    assert summary["filed"] is True
    assert summary["pages"] == 4
    assert summary["dossier_code"].startswith("H00.00-")


def test_nothing_personal_lies_in_the_clear_on_the_kiosk(extract: tuple[dict[str, Any], Path, Path]) -> None:
    _, _, world = extract
    canaries = ["NGUYỄN THỊ HOA", "087153004821", "NGUYỄN VĂN PHƯỚC", "PHƯỚC", "Mẹ đẻ", "15/08/1978", "15081978"]
    haunts = world.parent / "haunts"
    assert any(haunts.rglob("*.qmlc")), "the window keeps its compiled screens elsewhere"
    assert plaintext_hits([world / "data", world / "sane", haunts], canaries) == []


def test_the_canary_test_can_find_a_canary(tmp_path: Path) -> None:
    (tmp_path / "leak.log").write_text('{"name": "NGUY\\u1ec4N TH\\u1eca HOA"}', encoding="utf-8")
    assert plaintext_hits([tmp_path], ["NGUYỄN THỊ HOA"])


def test_a_typed_journey_in_landscape_arrives_as_well(tmp_path: Path) -> None:
    summary, _, world = walk(tmp_path, "death", "1920x1080")
    payload = filed(world, summary, "payload")
    assert payload["applicant"]["identity"] == "typed"
    assert payload["answers"]["citizenField56"] == "05/10/2026"
    assert payload["answers"]["citizenNgaythangnamcapgiaybaotu"] == "2026-10-06"
    assert payload["delivery"] == {"method": "post", "address": "SỐ 12 ẤP BA XÃ BÌNH AN", "phone": "0912345678"}
    assert [attachment["component"] for attachment in payload["attachments"]] == ["giay_bao_tu"]


def test_a_journey_by_keys_alone_arrives_as_well(tmp_path: Path) -> None:
    summary, _, world = walk(tmp_path, "extract", keys=True)
    assert filed(world, summary, "payload")["answers"]["citizenNDK_HoVaTen"] == "NGUYỄN VĂN PHƯỚC"


def test_the_command_refuses_a_journey_that_it_does_not_know(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "kiosk", "demo", "--headless", "--journey", "nowhere", "--out", str(tmp_path)]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 2
    assert "choose one of death, extract, or the code" in answer.stderr


def test_a_folder_with_other_things_in_it_is_never_emptied(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    words = [sys.executable, "-m", "kiosk", "demo", "--headless", "--out", str(tmp_path)]
    answer = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert answer.returncode == 2
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"
