"""The slip's picture: the code can be read back, nothing is clipped, the words are true."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from doubles.slips import slip

from drivers.code_reader.ladder import LadderCodeReader
from drivers.receipt_printer.canvas import Canvas, typeface, wrap
from drivers.receipt_printer.protocol import is_status, raster, read_status
from drivers.receipt_printer.slip_raster import draw_slip
from kiosk.domain.slip import PrintFault, SlipPaper
from kiosk.domain.text import Language, Text

LETTERS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"


@pytest.mark.parametrize("width", [384, 512, 576])
def test_the_qr_of_the_slip_reads_back(width: int) -> None:
    out = BytesIO()
    draw_slip(slip(), width).convert("L").resize((width * 2, draw_slip(slip(), width).height * 2)).save(out, "PNG")
    assert slip().lookup_url.encode() in LadderCodeReader().read(out.getvalue())


@pytest.mark.parametrize("width", [384, 512, 576])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_touches_the_edge_of_the_paper(width: int, language: Language) -> None:
    long = Text("Giấy tờ, tài liệu, chứng cứ do cơ quan, tổ chức có thẩm quyền cấp " * 2, "Evidence " * 20)
    papers = tuple(SlipPaper(long, number) for number in range(20))
    dots = np.asarray(draw_slip(slip(papers=papers, language=language), width))
    assert dots[:, :6].all()
    assert dots[:, -6:].all()
    assert dots[:8].all()


@pytest.mark.parametrize("letter", LETTERS + LETTERS.lower())
def test_no_mark_of_a_letter_is_clipped_by_the_line_above_or_below(letter: str) -> None:
    alone = Canvas(120, 20)
    alone.space(40)
    alone.text(letter, 44, 700)
    alone.space(40)
    dots = ~np.asarray(alone.finish())
    rows = np.flatnonzero(dots.any(axis=1))
    font = typeface(44, 700)
    top, bottom = font.getbbox(letter)[1], font.getbbox(letter)[3]
    assert rows[0] >= 38
    assert abs((rows[-1] - rows[0] + 1) - (bottom - top)) <= 2


def test_a_word_longer_than_the_paper_is_broken_not_cut_off() -> None:
    lines = wrap("X" * 200, typeface(30, 400), 400)
    assert "".join(lines) == "X" * 200


def test_the_slip_says_filed_only_when_it_is() -> None:
    waiting = np.asarray(draw_slip(slip(), 576))
    filed = np.asarray(draw_slip(slip(filed=True, dossier_code="H00.00-261012-0001"), 576))
    assert waiting.shape != filed.shape


def test_the_raster_is_cut_into_bands_that_add_up() -> None:
    picture = draw_slip(slip(), 576)
    bands = list(raster(picture))
    assert sum(int.from_bytes(band[6:8], "little") for band in bands) == picture.height
    assert all(band[4:6] == (72).to_bytes(2, "little") for band in bands)


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ((0x12, 0x12, 0x12, 0x12), None),
        ((0x1A, 0x16, 0x12, 0x12), PrintFault.COVER_OPEN),
        ((0x1A, 0x32, 0x12, 0x7E), PrintFault.PAPER_OUT),
        ((0x1A, 0x52, 0x1A, 0x12), PrintFault.CUTTER_ERROR),
        ((0x1A, 0x52, 0x52, 0x12), PrintFault.OVERHEATED),
        ((0x1A, 0x12, 0x12, 0x12), PrintFault.OFFLINE),
    ],
)
def test_status_bytes_mean_what_epson_says(answers: tuple[int, int, int, int], fault: PrintFault | None) -> None:
    assert read_status(*answers).fault is fault


def test_a_byte_with_the_wrong_fixed_bits_is_no_status() -> None:
    assert is_status(0x12)
    assert not is_status(0x00)
    assert not is_status(0xFF)


@pytest.mark.parametrize("width", [384, 576])
def test_a_slip_of_practice_says_so_across_all_of_it(width: int) -> None:
    papers = tuple(SlipPaper(Text("Giấy", "Paper"), number) for number in range(20))
    real = ~np.asarray(draw_slip(slip(papers=papers), width))
    practice = ~np.asarray(draw_slip(slip(papers=papers, practice=True), width))
    gained = practice[500:] & ~real[500 : practice.shape[0]] if practice.shape == real.shape else practice
    thirds = np.array_split(gained, 3)
    assert all(part.any(axis=1).mean() > 0.5 for part in thirds)
