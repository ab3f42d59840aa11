"""Sample sheets for the simulator: papers as people bring them, drawn in code, at 300 dots an inch on A4."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import fontpkg_be_vietnam_pro
import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFilter, ImageFont

A4 = (2480, 3508)
"""Pixels at 300 dots an inch."""

CARD_PAYLOAD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, xã Bình An, tỉnh Đồng Tháp|12042021"
"""The QR of the sample ID card: seven fields, a person who does not exist."""

_SLIP_DPI = 203

_INK = (38, 44, 60)
_PEN = (28, 48, 120)
_STAMP = (190, 38, 40)
_PAPER = (250, 247, 240)

Sides = tuple[Image.Image, Image.Image]


@lru_cache(maxsize=64)
def _font(size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(Path(fontpkg_be_vietnam_pro.ROOT) / "files" / f"BeVietnamPro-{weight}.ttf"), size)


def _blank(paper: tuple[int, int, int] = _PAPER) -> Image.Image:
    """Return a sheet with the grain of paper, always the same."""
    grain = np.random.default_rng(7).normal(0, 2.2, (A4[1] // 4, A4[0] // 4, 1)).repeat(3, axis=2)
    base = np.clip(np.asarray(paper) + grain, 0, 255).astype(np.uint8)
    return Image.fromarray(base).resize(A4, Image.Resampling.BILINEAR)


def _motto(draw: ImageDraw.ImageDraw, title: str) -> None:
    draw.text((1240, 230), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _INK, _font(58, "Bold"), "mm")
    draw.text((1240, 310), "Độc lập – Tự do – Hạnh phúc", _INK, _font(52, "SemiBold"), "mm")
    draw.line((900, 360, 1580, 360), _INK, 4)
    draw.text((1240, 560), title, _INK, _font(112, "Bold"), "mm")


def _fields(draw: ImageDraw.ImageDraw, rows: tuple[tuple[str, str], ...], top: int) -> None:
    for number, (label, value) in enumerate(rows):
        y = top + number * 138
        draw.text((250, y), label, _INK, _font(52), "ls")
        left = 270 + round(_font(52).getlength(label))
        draw.text((left, y - 4), value, _PEN, _font(58, "Medium"), "ls")
        draw.line((left - 6, y + 14, 2230, y + 14), (150, 150, 155), 2)


def _stamp(image: Image.Image, words: str, at: tuple[int, int]) -> None:
    layer = Image.new("RGBA", (560, 560), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    draw.ellipse((10, 10, 550, 550), outline=(*_STAMP, 225), width=14)
    draw.ellipse((60, 60, 500, 500), outline=(*_STAMP, 225), width=6)
    draw.text((280, 230), "ỦY BAN", (*_STAMP, 225), _font(54, "Bold"), "mm")
    draw.text((280, 300), "NHÂN DÂN", (*_STAMP, 225), _font(54, "Bold"), "mm")
    draw.text((280, 372), words, (*_STAMP, 225), _font(40, "SemiBold"), "mm")
    turned = layer.rotate(9, Image.Resampling.BICUBIC)
    image.paste(turned, at, turned)


def _signature(draw: ImageDraw.ImageDraw, at: tuple[int, int], name: str) -> None:
    x, y = at
    points = [(x + step * 14, y + round(90 * np.sin(step / 2.1) * np.exp(-step / 30))) for step in range(36)]
    draw.line(points, _PEN, 9, joint="curve")
    draw.text((x + 240, y + 190), name, _INK, _font(54, "SemiBold"), "mm")


def _birth_certificate() -> Sides:
    front = _blank((248, 243, 226))
    draw = ImageDraw.Draw(front)
    _motto(draw, "GIẤY KHAI SINH")
    draw.text((1240, 690), "Số: 12/1990 – Quyển số: 01/1990", _INK, _font(52), "mm")
    rows = (
        ("Họ, chữ đệm, tên:", "NGUYỄN VĂN PHƯỚC"),
        ("Ngày, tháng, năm sinh:", "15/8/1978"),
        ("Giới tính:", "Nam"),
        ("Dân tộc:", "Kinh"),
        ("Nơi sinh:", "Trạm y tế xã Bình An"),
        ("Quê quán:", "Xã Bình An, tỉnh Đồng Tháp"),
        ("Họ, chữ đệm, tên người mẹ:", "NGUYỄN THỊ HOA"),
        ("Năm sinh:", "1953"),
        ("Họ, chữ đệm, tên người cha:", "NGUYỄN VĂN BA"),
        ("Năm sinh:", "1950"),
        ("Nơi đăng ký:", "UBND xã Bình An"),
    )
    _fields(draw, rows, 900)
    draw.text((1700, 2560), "TM. ỦY BAN NHÂN DÂN", _INK, _font(52, "Bold"), "mm")
    _signature(draw, (1460, 2820), "Trần Văn Sáu")
    _stamp(front, "XÃ BÌNH AN", (1230, 2600))
    back = _blank((248, 243, 226))
    draw = ImageDraw.Draw(back)
    draw.text((1240, 420), "NHỮNG THAY ĐỔI SAU NÀY", _INK, _font(72, "Bold"), "mm")
    _fields(draw, tuple((f"{number}.", "") for number in range(1, 10)), 700)
    return front, back


def _authorisation() -> Sides:
    front = _blank()
    draw = ImageDraw.Draw(front)
    _motto(draw, "GIẤY ỦY QUYỀN")
    rows = (
        ("Bên ủy quyền:", "NGUYỄN VĂN PHƯỚC"),
        ("Sinh ngày:", "15/8/1978"),
        ("Nơi ở:", "Ấp 3, xã Bình An"),
        ("Bên được ủy quyền:", "NGUYỄN THỊ HOA"),
        ("Quan hệ:", "Mẹ đẻ"),
        ("Nội dung:", "Xin bản sao Giấy khai sinh"),
    )
    _fields(draw, rows, 860)
    draw.text((620, 2040), "Bên ủy quyền", _INK, _font(54, "Bold"), "mm")
    _signature(draw, (400, 2220), "Nguyễn Văn Phước")
    draw.text((1800, 2040), "Bên được ủy quyền", _INK, _font(54, "Bold"), "mm")
    _signature(draw, (1560, 2220), "Nguyễn Thị Hoa")
    back = _blank()
    draw = ImageDraw.Draw(back)
    draw.text((1240, 420), "LỜI CHỨNG CỦA ỦY BAN NHÂN DÂN", _INK, _font(70, "Bold"), "mm")
    _fields(draw, (("Số chứng thực:", "87/2026"), ("Ngày:", "05/10/2026"), ("Người ký:", "Trần Văn Sáu")), 720)
    _stamp(back, "XÃ BÌNH AN", (1500, 1300))
    return front, back


def _death_notice() -> Sides:
    front = _blank()
    draw = ImageDraw.Draw(front)
    _motto(draw, "GIẤY BÁO TỬ")
    draw.text((1240, 690), "Số: 01/UBND-GBT", _INK, _font(52), "mm")
    rows = (
        ("Họ, chữ đệm, tên:", "TRẦN VĂN SÁU"),
        ("Năm sinh:", "1941"),
        ("Đã chết vào lúc:", "4 giờ 30 phút, ngày 05/10/2026"),
        ("Nơi chết:", "Tại nhà, ấp 3, xã Bình An"),
        ("Nguyên nhân:", "Già yếu"),
    )
    _fields(draw, rows, 900)
    _signature(draw, (1460, 1960), "Lê Thị Tư")
    _stamp(front, "XÃ BÌNH AN", (1230, 1740))
    return front, _blank()


def _one_sided() -> Sides:
    front = _blank()
    draw = ImageDraw.Draw(front)
    _motto(draw, "ĐƠN XIN XÁC NHẬN")
    _fields(draw, (("Họ và tên:", "NGUYỄN THỊ HOA"), ("Nội dung:", "Xác nhận nơi cư trú")), 860)
    return front, _blank()


def _card() -> Sides:
    """Return an ID card of 86 × 54 mm on the glass, QR in front as on the cards since 2021."""
    front, back = _blank((255, 255, 255)), _blank((255, 255, 255))
    face = Image.new("RGB", (1016, 638), (222, 238, 233))
    draw = ImageDraw.Draw(face)
    draw.rounded_rectangle((4, 4, 1011, 633), 36, outline=(120, 160, 150), width=5)
    draw.text((500, 70), "CĂN CƯỚC CÔNG DÂN", (150, 30, 34), _font(46, "Bold"), "mm")
    draw.rectangle((50, 190, 310, 560), fill=(196, 212, 208))
    draw.ellipse((120, 240, 240, 370), fill=(150, 172, 168))
    draw.pieslice((80, 380, 280, 620), 180, 360, fill=(150, 172, 168))
    lines = (
        "Số / No.: 087153004821",
        "NGUYỄN THỊ HOA",
        "Ngày sinh: 05/02/1953",
        "Giới tính: Nữ",
        "Quốc tịch: Việt Nam",
    )
    for number, line in enumerate(lines):
        draw.text((350, 270 + number * 64), line, _INK, _font(36, "SemiBold"), "ls")
    out = BytesIO()
    segno.make_qr(CARD_PAYLOAD.encode(), error="m").save(out, kind="png", scale=4, border=2)
    code = Image.open(out).convert("RGB").resize((236, 236), Image.Resampling.NEAREST)
    face.paste(code, (756, 24))
    front.paste(face, (240, 300))
    rear = Image.new("RGB", (1016, 638), (222, 238, 233))
    draw = ImageDraw.Draw(rear)
    draw.rounded_rectangle((4, 4, 1011, 633), 36, outline=(120, 160, 150), width=5)
    draw.text((80, 120), "Đặc điểm nhận dạng", _INK, _font(36), "ls")
    draw.text((80, 420), "Ngày cấp: 12/04/2021", _INK, _font(36), "ls")
    back.paste(rear, (240, 300))
    return front, back


def _practice() -> Sides:
    """Return the sheet of those who practise: it says what it is, so that nobody takes it for theirs."""
    front, back = _blank(), _blank()
    draw = ImageDraw.Draw(front)
    draw.text((1240, 560), "GIẤY MẪU ĐỂ TẬP", _INK, _font(112, "Bold"), "mm")
    draw.text((1240, 700), "Không phải giấy thật. Máy không giữ lại.", _INK, _font(56), "mm")
    _fields(draw, (("Họ và tên:", "NGUYỄN THỊ HOA"), ("Năm sinh:", "1953"), ("Nơi ở:", "Ấp 3, xã Bình An")), 960)
    _signature(draw, (1460, 1700), "Nguyễn Thị Hoa")
    draw = ImageDraw.Draw(back)
    draw.text((1240, 560), "MẶT SAU GIẤY MẪU", _INK, _font(84, "Bold"), "mm")
    _fields(draw, tuple((f"{number}.", "") for number in range(1, 6)), 860)
    return front, back


_DRAWN: dict[str, Callable[[], Sides]] = {
    "khai_sinh": _birth_certificate,
    "uy_quyen": _authorisation,
    "bao_tu": _death_notice,
    "one_sided": _one_sided,
    "card": _card,
    "practice": _practice,
}
NAMES = tuple(_DRAWN)
"""The sheets that can be loaded."""


@lru_cache(maxsize=32)
def side_jpeg(name: str, side: int, dpi: int, grey: bool) -> bytes:  # noqa: FBT001 - as the device is asked
    """Return one side (0 front, 1 back) as a scanner sends it: slightly soft, JPEG. Raises KeyError or OSError."""
    image = _sides(name)[side].filter(ImageFilter.GaussianBlur(0.6))
    if dpi != 300:  # noqa: PLR2004 - the sheets are drawn at 300
        image = image.resize((A4[0] * dpi // 300, A4[1] * dpi // 300), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.convert("L" if grey else "RGB").save(out, "JPEG", quality=85, dpi=(dpi, dpi))
    return out.getvalue()


@lru_cache(maxsize=8)
def _sides(name: str) -> Sides:
    return _DRAWN[name]() if name in _DRAWN else _slip(Path(name))


def _slip(picture: Path) -> Sides:
    """Lay a slip, as the receipt printer's simulator keeps it, on an empty sheet."""
    front = Image.new("RGB", A4, _PAPER)
    with Image.open(picture) as slip:
        scale = 300 / _SLIP_DPI
        shown = slip.convert("RGB").resize((round(slip.width * scale), round(slip.height * scale)))
    front.paste(shown, ((A4[0] - shown.width) // 2, 60))
    return front, _blank()


def is_paper(name: str) -> bool:
    """Say whether there is such a paper: one of NAMES, or the file of a slip's picture."""
    return name in _DRAWN or Path(name).is_file()
