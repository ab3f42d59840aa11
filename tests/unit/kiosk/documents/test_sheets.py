"""The A4 sheets: every word of the slip and of the guide stands on them, every code can be read, nothing is cut off."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from doubles.slips import slip
from doubles.stage import shipped
from PIL import Image

from kiosk.documents.sheets import draw_board_sheet, draw_guide_sheet, draw_slip_sheet
from kiosk.domain.board import Board, BoardCode, Hotline
from kiosk.domain.gift import Gift
from kiosk.domain.place import Place
from kiosk.domain.slip import SlipPaper
from kiosk.domain.text import Language, Text

VI, EN = Language.VIETNAMESE, Language.ENGLISH
PLACE = Place(
    "AH-01",
    Text("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
    Text("Xã Bình An", "Bình An commune"),
    "0277 3 800 800",
    "https://zalo.me/0854541122",
    Text("A", "B"),
)
FULL = slip(
    zalo_url=PLACE.zalo_url,
    rating_url="https://binhan.example.gov.vn/gop-y",
    gift=Gift("QT-7K2M", Text("Đưa phiếu này ở quầy để nhận quà.", "Show this slip at the desk to get it.")),
    programme=Text("Ngày thứ Năm không hẹn: nhận kết quả ngay.", "No appointment on Thursdays."),
)
BOARD = Board(
    codes=(BoardCode(Text("VNeID", "VNeID"), Text("Tải ứng dụng", "Get the app"), "https://vneid.gov.vn"),),
    hotlines=(Hotline(Text("Cổng dịch vụ công", "The portal"), "1800 1096"),),
)


def poppler(tool: str, pdf: bytes, *options: str) -> str:
    """Return what one of poppler's tools says about a PDF."""
    command = [tool, *options, "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60).stdout.decode()


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF on one line."""
    return " ".join(poppler("pdftotext", pdf, "-layout", "-").split())


def codes_in(pdf: bytes, folder: Path) -> set[str]:
    """Read every code off the pages as they would be printed, in 150 dots an inch."""
    command = ["pdftoppm", "-r", "150", "-gray", "-", str(folder / "page")]
    subprocess.run(command, input=pdf, check=True, timeout=60)
    found: set[str] = set()
    for page in folder.glob("page*.pgm"):
        with Image.open(page) as image:
            found |= {one.text for one in zxingcpp.read_barcodes(image)}
    return found


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


@pytest.mark.parametrize("language", [VI, EN])
def test_the_slip_on_a4_has_every_word_of_the_roll(language: Language) -> None:
    told = slip(
        **{name: getattr(FULL, name) for name in ("zalo_url", "rating_url", "gift", "programme")}, language=language
    )
    text = text_of(draw_slip_sheet(told))
    for words in (
        told.centre,
        told.commune,
        "PHIẾU XÁC NHẬN NỘP HỒ SƠ",
        "08:31 · 12/10/2026",
        told.reference_code,
        told.lookup_secret,
        told.procedure_code,
        told.masked_name,
        told.masked_id,
        told.fee.of(language),
        told.hotline,
        "QT-7K2M",
    ):
        assert words in text, words
    assert ("ĐÃ LƯU TẠI MÁY, CHỜ GỬI" if language is VI else "SAVED HERE, WAITING TO BE SENT") in text
    assert ("không thay Giấy tiếp nhận" if language is VI else "does not replace the official receipt") in text


def test_the_slip_with_everything_that_one_can_have_stays_on_one_page() -> None:
    assert pages_of(draw_slip_sheet(FULL)) == 1


def test_twenty_papers_go_on_over_the_page_and_none_is_left_out() -> None:
    long = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"
    told = slip(papers=tuple(SlipPaper(Text(f"Số{number} {long}", "x"), number) for number in range(20)))
    pdf = draw_slip_sheet(told)
    assert pages_of(pdf) > 1
    text = text_of(pdf)
    assert all(f"Số{number} " in text and f": {number} mặt" in text for number in range(20))


def test_every_code_on_a_sheet_can_be_read(tmp_path: Path) -> None:
    assert codes_in(draw_slip_sheet(FULL), tmp_path) == {FULL.lookup_url, FULL.zalo_url, FULL.rating_url}


def test_the_board_has_the_centre_first_and_all_numbers(tmp_path: Path) -> None:
    pdf = draw_board_sheet(BOARD, PLACE, EN)
    assert codes_in(pdf, tmp_path) == {PLACE.zalo_url, "https://vneid.gov.vn"}
    text = text_of(pdf)
    assert text.index("The centre on Zalo") < text.index("VNeID")
    assert text.index("0277 3 800 800") < text.index("1800 1096")


@pytest.mark.parametrize("code", [procedure.code for procedure in shipped().procedures])
def test_a_guide_to_take_home_names_every_paper(code: str) -> None:
    procedure = next(one for one in shipped().procedures if one.code == code)
    text = text_of(draw_guide_sheet(procedure, PLACE)).replace(" ", "")
    for words in (procedure.name, procedure.time_limit, *(row.name for row in procedure.rows), *procedure.notes):
        assert words.vi.replace(" ", "") in text, words.vi


def test_where_it_is_done_online_the_guide_leads_there(tmp_path: Path) -> None:
    procedure = next(one for one in shipped().procedures if one.handoff is not None and one.handoff.url)
    assert procedure.handoff is not None
    assert procedure.handoff.url in codes_in(draw_guide_sheet(procedure, PLACE), tmp_path)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: draw_slip_sheet(FULL),
        lambda: draw_board_sheet(BOARD, PLACE),
        lambda: draw_guide_sheet(shipped().procedures[0], PLACE),
    ],
)
def test_a_sheet_is_one_for_the_archive_and_the_same_each_time(draw: Callable[[], bytes]) -> None:
    pdf = draw()
    assert pdf == draw()
    assert "Helvetica" not in poppler("pdffonts", pdf)
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
