"""The slip's picture: the code can be read back, nothing is clipped, the words are true."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
import segno
import zxingcpp
from doubles.slips import slip
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

from drivers.receipt_printer.canvas import Canvas, code_lines, line_height, typeface, wrap
from drivers.receipt_printer.codes import qr_code
from drivers.receipt_printer.slip_raster import draw_slip, sizes_of
from kiosk.domain.gift import Gift
from kiosk.domain.slip import Slip, SlipPaper
from kiosk.domain.slip_words import FOOTER, LATER, SECRET, SIDES, TERM
from kiosk.domain.text import Language, Text

LETTERS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"


GIFT = Gift("QT-7K2M", Text("Đưa phiếu này ở quầy để nhận quà.", "Show this slip at the desk to get it."))
FULL = slip(
    zalo_url="https://zalo.me/0854541122",
    rating_url="https://binhan.example.gov.vn/gop-y",
    gift=GIFT,
    programme=Text("Ngày thứ Năm không hẹn: nhận kết quả ngay.", "No appointment on Thursdays: your result at once."),
)


def codes_on(paper: Image.Image) -> set[str]:
    """Read every code off a slip, as a telephone would: of whatever kind."""
    wide = ImageOps.expand(paper.convert("L"), 40, 255)  # the edge that no printer reaches
    return {found.text for found in zxingcpp.read_barcodes(wide)}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("width", [384, 512, 576])
def test_every_code_of_the_slip_reads_back(width: int, large: bool) -> None:
    found = codes_on(draw_slip(replace(FULL, large=large), width))
    assert found >= {FULL.lookup_url, FULL.zalo_url, FULL.rating_url}


def test_the_code_is_there_in_bars_too_where_the_paper_is_wide_enough() -> None:
    assert FULL.reference_code in codes_on(draw_slip(FULL, 576))


@pytest.mark.parametrize("room", [384, 576])
def test_a_qr_has_modules_of_six_dots_and_fewer_only_where_it_must(room: int) -> None:
    code = qr_code(FULL.lookup_url, room)
    modules = segno.make_qr(FULL.lookup_url, error="m", boost_error=False).symbol_size(border=4)[0]
    assert code.width == 6 * modules
    assert qr_code("x" * 300, room).width <= room
    with pytest.raises(ValueError, match="shorten the address"):
        qr_code("x" * 2000, 384)


@pytest.mark.parametrize("code", ["APS-AH01-261012-0007-K", "H00.00-261012-0001", "000.00.00.H12-230914-0001"])
@pytest.mark.parametrize(("width", "size"), [(384, 52), (576, 75), (576, 58)])
def test_a_code_is_broken_at_its_hyphens_only(code: str, width: int, size: int) -> None:
    canvas = Canvas(width, 20)
    canvas.code(code, size, 24)
    while not (lines := code_lines(code, typeface(size, 700), canvas.room)):
        size -= 1
    assert ("".join(lines), len(lines) <= 2, size > 24) == (code, True, True)
    assert all(line.endswith("-") for line in lines[:-1])
    assert canvas.y == len(lines) * line_height(typeface(size, 700))


@pytest.mark.parametrize("code", ["X" * 300, "-" * 300, "X"])
def test_a_code_like_no_other_is_printed_all_the_same(code: str) -> None:
    dots = np.asarray(draw_slip(slip(dossier_code=code, filed=True), 384))
    assert dots[:, :6].all()
    assert dots[:, -6:].all()


LONG = Text("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất", "Title deed " * 8)


@pytest.mark.parametrize(
    ("width", "changes"),
    [
        (
            576,
            {"papers": tuple(SlipPaper(LONG, number) for number in range(20)), "masked_name": "NGUYEN " + "T*** " * 12},
        ),
        (384, {"large": True}),
        (512, {"language": Language.ENGLISH}),
        (576, {"language": Language.ENGLISH, "large": True}),
    ],
)
def test_every_word_stands_on_the_paper_dot_for_dot(width: int, changes: dict[str, Any]) -> None:
    """Each line that the slip must have is drawn apart and looked for in the picture, with white around it."""
    told = replace(FULL, **changes)
    paper = np.asarray(draw_slip(told, width)).astype(np.float32)
    for words, size, weight, room in set(texts_of(told, width)):
        for line in wrap(words, typeface(size, weight), room):
            assert stands_on(paper, line, size, weight), line


def texts_of(told: Slip, width: int) -> list[tuple[str, int, int, int]]:
    """Return text, size, weight and room of what DOMAIN 2.6 wants on a slip, in the words of the field itself."""
    sizes = sizes_of(width, large=told.large)
    room, language = width - 2 * sizes.margin, told.language
    body, small = (sizes.body, 600, room), (sizes.small, 400, room)
    return [
        (told.centre, sizes.small, 500, room),
        (told.commune, sizes.head, 700, room),
        (LATER.of(language), *small),
        (f"{SECRET.of(language)}: {told.lookup_secret}", *body),
        (told.procedure_name.of(language), sizes.body + 2, 700, room),
        (told.procedure_code, *small),
        *((f"– {paper.name.of(language)}: {SIDES.of(language).format(paper.sides)}", *body) for paper in told.papers),
        *((f"– {name.of(language)}", *body) for name in told.bring),
        (told.fee.of(language), *body),
        (told.result.of(language), *body),
        (TERM.of(language), *small),
        (told.hotline, sizes.title, 700, room),
        (GIFT.code, sizes.title, 700, room),
        (GIFT.words.of(language), *small),
        (FOOTER.of(language), *body),
    ]


def stands_on(paper: NDArray[np.float32], line: str, size: int, weight: int) -> bool:
    """Whether a line of text is found exactly, one dot of white around it included."""
    font = typeface(size, weight)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(line))
    alone = Image.new("1", (right - left + 2, bottom - top + 2), 1)
    draw = ImageDraw.Draw(alone)
    draw.fontmode = "1"
    draw.text((1 - left, 1 - top), line, font=font, fill=0)
    wanted = np.asarray(alone).astype(np.float32)
    return bool(cv2.matchTemplate(paper, wanted, cv2.TM_SQDIFF).min() < 0.5)


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


@pytest.mark.parametrize("width", [384, 576])
def test_a_slip_of_practice_says_so_across_all_of_it(width: int) -> None:
    papers = tuple(SlipPaper(Text("Giấy", "Paper"), number) for number in range(20))
    real = ~np.asarray(draw_slip(slip(papers=papers), width))
    practice = ~np.asarray(draw_slip(slip(papers=papers, practice=True), width))
    gained = practice[500:] & ~real[500 : practice.shape[0]] if practice.shape == real.shape else practice
    thirds = np.array_split(gained, 3)
    assert all(part.any(axis=1).mean() > 0.5 for part in thirds)
