"""QR codes on page images, found as raw bytes."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
import segno
from PIL import Image, ImageFilter

from drivers.code_reader.ladder import LadderCodeReader
from drivers.code_reader.zbar import read_qr_codes

PAYLOAD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, xã Bình An, tỉnh Đồng Tháp|12042021".encode()


def code_image(payload: bytes, dots: int) -> Image.Image:
    out = BytesIO()
    segno.make_qr(payload, error="m").save(out, kind="png", scale=dots, border=4)
    return Image.open(out).convert("L")


def page_with(code: Image.Image, *, dpi: int = 300, at: tuple[int, int] = (1500, 900)) -> Image.Image:
    page = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 245)
    page.paste(code, at)
    return page


def jpeg(image: Image.Image, quality: int = 80) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def test_a_code_of_18_mm_on_an_a4_page_is_found_byte_for_byte() -> None:
    code = code_image(PAYLOAD, 4).resize((212, 212), Image.Resampling.BOX)
    assert LadderCodeReader().read(jpeg(page_with(code))) == (PAYLOAD,)


@pytest.mark.parametrize("angle", [0, 7, 90, 183])
def test_a_turned_code_is_found(angle: int) -> None:
    page = page_with(code_image(PAYLOAD, 4)).rotate(angle, expand=True, fillcolor=245)
    assert LadderCodeReader().read(jpeg(page)) == (PAYLOAD,)


def test_a_blurred_code_is_found() -> None:
    page = page_with(code_image(PAYLOAD, 4)).filter(ImageFilter.GaussianBlur(1.6))
    assert LadderCodeReader().read(jpeg(page, 50)) == (PAYLOAD,)


def test_two_codes_are_both_told() -> None:
    page = page_with(code_image(PAYLOAD, 4))
    page.paste(code_image(b"https://vneid.gov.vn", 6), (200, 2400))
    assert set(LadderCodeReader().read(jpeg(page))) == {PAYLOAD, b"https://vneid.gov.vn"}


def test_a_code_that_is_not_wanted_does_not_end_the_search() -> None:
    small = code_image(PAYLOAD, 4).resize((120, 120), Image.Resampling.BOX)
    page = page_with(small).filter(ImageFilter.GaussianBlur(1.0))
    page.paste(code_image(b"https://vneid.gov.vn", 6), (200, 2400))
    reader = LadderCodeReader()
    assert reader.read(jpeg(page)) == (b"https://vneid.gov.vn",)
    assert PAYLOAD in reader.read(jpeg(page), lambda payload: b"|" in payload)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "YCbCr", "I;16", "I", "F"])
def test_a_picture_of_any_kind_is_read(mode: str) -> None:
    code = code_image(PAYLOAD, 5)
    if mode in {"I;16", "I"}:
        picture = Image.fromarray(np.asarray(code).astype(np.uint16) * 257)
        picture = picture.convert("I") if mode == "I" else picture
    else:
        picture = code.convert(mode)
    out = BytesIO()
    picture.save(out, "TIFF")
    assert LadderCodeReader().read(out.getvalue()) == (PAYLOAD,)


def test_what_is_transparent_is_white() -> None:
    code = code_image(PAYLOAD, 5)
    picture = Image.new("RGBA", code.size, (0, 0, 0, 255))
    picture.putalpha(code.point(lambda value: 255 - value))
    out = BytesIO()
    picture.save(out, "PNG")
    assert LadderCodeReader().read(out.getvalue()) == (PAYLOAD,)


def test_a_picture_that_unpacks_to_far_too_much_is_refused() -> None:
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(ValueError, match="not an image"):
        LadderCodeReader().read(out.getvalue())


def test_a_page_without_a_code_gives_nothing() -> None:
    assert LadderCodeReader().read(jpeg(Image.new("L", (1240, 1754), 250))) == ()


def test_what_is_no_image_is_refused() -> None:
    with pytest.raises(ValueError, match="not an image"):
        LadderCodeReader().read(b"%PDF-1.7")


def test_zbar_gives_the_bytes_as_they_stand() -> None:
    grey = np.asarray(code_image(PAYLOAD, 5), dtype=np.uint8)
    assert read_qr_codes(grey) == (PAYLOAD,)
