"""The slip as a one-bit picture: the content of DOMAIN 2.6, in words that are true to the dossier's state."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from drivers.receipt_printer.canvas import Canvas, line_height, overshoot, typeface
from drivers.receipt_printer.codes import code_128, qr_code
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language, Text

_FULL_WIDTH = 576

_LOOSE = 96
"""How dense the dots across a slip of practice are, of 255."""

TITLE = Text("PHIẾU XÁC NHẬN NỘP HỒ SƠ", "CONFIRMATION SLIP")
FILED = Text("ĐÃ NỘP TỚI CỔNG DỊCH VỤ CÔNG", "FILED WITH THE PORTAL")
WAITING = Text("ĐÃ LƯU TẠI MÁY, CHỜ GỬI", "SAVED HERE, WAITING TO BE SENT")
DOSSIER_CODE = Text("Mã hồ sơ", "Dossier code")
REFERENCE_CODE = Text("Mã tạm tại máy", "Temporary code of this machine")
LATER = Text("Cổng nhận xong sẽ có mã hồ sơ chính thức.", "The official code comes when the portal has it.")
SECRET = Text("Mã bí mật để coi hồ sơ", "Secret to look it up", "Mã bí mật để xem hồ sơ")
APPLICANT = Text("Người đứng đơn", "Applicant")
PAPERS = Text("Giấy tờ đã nộp", "Papers sent")
SIDES = Text("{} mặt", "{} sides")
BRING = Text("Khi nhận kết quả nhớ mang theo", "Bring with you when you collect")
FEE = Text("Lệ phí", "Fee")
RESULT = Text("Nhận kết quả", "Result")
TERM = Text(
    "Thời hạn tính từ khi Trung tâm PVHCC tiếp nhận đủ hồ sơ và cấp Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    "The time limit runs from the day on which the centre has the complete dossier and issues its own receipt.",
)
HOTLINE = Text("Cần hỏi xin gọi", "Questions? Call")
PRACTICE = Text("TẬP THỬ", "PRACTICE")
NOTHING_SENT = Text("TẬP THỬ, KHÔNG GỬI GÌ", "PRACTICE, NOTHING WAS SENT")
FOOTER = Text(
    "Phiếu này không thay Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    "This slip does not replace the official receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).",
)


@dataclass(frozen=True, slots=True)
class _Sizes:
    small: int
    body: int
    head: int
    title: int
    code: int
    module: int
    margin: int


def _sizes(width: int) -> _Sizes:
    """Scale the type with the paper, but never below what old eyes can read (24 dots are 3 mm)."""
    share = width / _FULL_WIDTH
    return _Sizes(
        small=max(24, round(26 * share)),
        body=max(26, round(30 * share)),
        head=max(30, round(36 * share)),
        title=max(32, round(44 * share)),
        code=max(40, round(58 * share)),
        module=6 if width >= _FULL_WIDTH else 5 if width > 400 else 4,  # noqa: PLR2004 - 80 mm, 72 mm, 58 mm paper
        margin=max(8, round(20 * share)),
    )


def draw_slip(slip: Slip, width: int) -> Image.Image:
    """Draw the slip ``width`` dots wide, as long as it needs, in mode 1."""
    sizes, language = _sizes(width), slip.language
    canvas = Canvas(width, sizes.margin)
    _head(canvas, slip, sizes)
    _code(canvas, slip, sizes)
    _dossier(canvas, slip, sizes)
    _result(canvas, slip, sizes)
    canvas.space(18)
    canvas.rule(thick=4)
    canvas.space(12)
    canvas.text(FOOTER.of(language), sizes.body, 600, centred=True)
    canvas.space(16)
    picture = canvas.finish()
    if slip.practice:
        _write_across(picture, PRACTICE.of(language))
    return picture


def _write_across(picture: Image.Image, words: str) -> None:
    """Write aslant over the whole length, in loose dots, so that the slip below can still be read."""
    font = typeface(picture.width // 5, 700)
    word = Image.new("L", (round(font.getlength(words)), line_height(font)))
    ImageDraw.Draw(word).text((0, overshoot(font)), words, _LOOSE, font)
    aslant = word.rotate(24, expand=True)
    grey = Image.new("L", picture.size)
    for top in range(0, picture.height, aslant.height):
        grey.paste(aslant, ((picture.width - aslant.width) // 2, top))
    picture.paste(0, mask=grey.convert("1"))


def _head(canvas: Canvas, slip: Slip, sizes: _Sizes) -> None:
    canvas.space(12)
    canvas.text(slip.centre, sizes.small, 500, centred=True)
    canvas.text(slip.commune, sizes.head, 700, centred=True)
    canvas.space(10)
    canvas.rule(thick=4)
    canvas.space(12)
    canvas.text(TITLE.vi, sizes.title, 700, centred=True)
    if slip.language is Language.ENGLISH:
        canvas.text(TITLE.en, sizes.head, 600, centred=True)
    canvas.space(2)
    canvas.text(f"{slip.kiosk_id} · {slip.printed_at:%H:%M · %d/%m/%Y}", sizes.small, 400, centred=True)
    canvas.space(14)
    state = NOTHING_SENT if slip.practice else FILED if slip.filed else WAITING
    canvas.banner(state.of(slip.language), sizes.head)
    canvas.space(16)


def _code(canvas: Canvas, slip: Slip, sizes: _Sizes) -> None:
    language = slip.language
    code = slip.dossier_code or slip.reference_code
    canvas.text((DOSSIER_CODE if slip.dossier_code else REFERENCE_CODE).of(language), sizes.body, 400, centred=True)
    canvas.text(_breakable(code), sizes.code, 700, centred=True)
    if slip.dossier_code is None:
        canvas.text(LATER.of(language), sizes.small, 400, centred=True)
    canvas.space(4)
    canvas.paste(qr_code(slip.lookup_url, sizes.module))
    canvas.text(f"{SECRET.of(language)}: {slip.lookup_secret}", sizes.body, 600, centred=True)
    bars = code_128(code, canvas.room, 72)
    if bars is not None:
        canvas.space(14)
        canvas.paste(bars)
    canvas.space(18)
    canvas.rule()
    canvas.space(14)


def _breakable(code: str) -> str:
    """Let a long code break after its second part, as the screen shows it."""
    parts = code.split("-")
    if len(parts) < 4:  # noqa: PLR2004 - short codes fit on one line
        return code
    return f"{'-'.join(parts[:2])}- {'-'.join(parts[2:])}"


def _dossier(canvas: Canvas, slip: Slip, sizes: _Sizes) -> None:
    language = slip.language
    canvas.text(slip.procedure_name.of(language), sizes.body + 2, 700)
    if language is Language.ENGLISH:
        canvas.text(slip.procedure_name.vi, sizes.small, 400)
    canvas.text(slip.procedure_code, sizes.small, 400)
    canvas.space(10)
    canvas.pair(APPLICANT.of(language), f"{slip.masked_name} · {slip.masked_id}", sizes.body)
    if slip.papers:
        canvas.space(10)
        canvas.text(PAPERS.of(language), sizes.small, 400)
        for paper in slip.papers:
            sides = SIDES.of(language).format(paper.sides)
            canvas.text(f"– {paper.name.of(language)}: {sides}", sizes.body, 600)
    if slip.bring:
        canvas.space(10)
        canvas.text(BRING.of(language), sizes.small, 400)
        for paper_name in slip.bring:
            canvas.text(f"– {paper_name.of(language)}", sizes.body, 600)


def _result(canvas: Canvas, slip: Slip, sizes: _Sizes) -> None:
    language = slip.language
    canvas.space(10)
    canvas.pair(FEE.of(language), slip.fee.of(language), sizes.body)
    canvas.space(10)
    canvas.pair(RESULT.of(language), slip.result.of(language), sizes.body)
    if slip.programme is not None:
        canvas.space(10)
        canvas.text(slip.programme.of(language), sizes.body, 700)
    canvas.space(10)
    canvas.text(TERM.of(language), sizes.small, 400)
    canvas.space(14)
    canvas.rule()
    canvas.space(12)
    canvas.text(HOTLINE.of(language), sizes.small, 400, centred=True)
    canvas.text(slip.hotline, sizes.title, 700, centred=True)
    if slip.zalo_url:
        canvas.text(f"Zalo: {slip.zalo_url}", sizes.small, 400, centred=True)
