"""Picture files: five formats are read, all else is refused with a reason, nothing personal is carried on."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from kiosk.documents import UnreadableImageError, read_page

WIDTH, HEIGHT = 827, 1169
GREY = Image.fromarray(np.linspace(40, 250, WIDTH * HEIGHT).reshape(HEIGHT, WIDTH).astype(np.uint8))
RGB = GREY.convert("RGB")


@pytest.mark.parametrize("ending", ["jpg", "png", "tif", "bmp", "webp"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_five_formats_are_read(tmp_path: Path, ending: str, mode: str) -> None:
    file = tmp_path / f"page.{ending}"
    GREY.convert(mode).save(file)
    page = read_page(file, 3)
    assert (page.width, page.height, page.sheet) == (WIDTH, HEIGHT, 3)
    assert page.dpi in {96, 100}  # Pillow writes 96 into a BMP that says nothing


def test_the_files_own_dots_an_inch_count_where_they_make_sense(tmp_path: Path) -> None:
    sensible, senseless = tmp_path / "a.png", tmp_path / "b.png"
    RGB.save(sensible, dpi=(150, 150))
    RGB.save(senseless, dpi=(30, 30))
    assert (read_page(sensible).dpi, read_page(senseless).dpi) == (150, 100)


def test_a_jpeg_keeps_its_pixels_and_loses_its_notes(tmp_path: Path) -> None:
    file, notes = tmp_path / "page.jpg", Image.Exif()
    notes[0x010F] = "camera of somebody"
    RGB.save(file, exif=notes, comment="somebody")
    page = read_page(file)
    assert b"somebody" not in page.jpeg
    assert file.read_bytes().endswith(page.jpeg[-1000:])


def test_what_hangs_on_behind_a_jpeg_is_left_behind(tmp_path: Path) -> None:
    file = tmp_path / "page.jpg"
    RGB.save(file, progressive=True)
    plain = read_page(file).jpeg
    whole = file.read_bytes()
    scan = whole.rindex(b"\xff\xda")
    file.write_bytes(whole[:scan] + b"\xff\xfe\0\x0asomebody" + whole[scan:] + whole + b"somebody")
    assert read_page(file).jpeg == plain


def test_a_camera_held_on_its_side_is_heeded(tmp_path: Path) -> None:
    file, notes = tmp_path / "page.jpg", Image.Exif()
    notes[0x0112] = 6
    RGB.save(file, exif=notes)
    page = read_page(file)
    assert (page.width, page.height) == (HEIGHT, WIDTH)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def half(file: Path) -> None:
    RGB.save(file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def text(file: Path) -> None:
    file.write_text("no picture")


def animated(file: Path) -> None:
    RGB.save(file, save_all=True, append_images=[RGB.rotate(90)])


def transparent() -> Image.Image:
    picture = RGB.convert("RGBA")
    picture.putalpha(GREY)
    return picture


def deep_tiff(file: Path) -> None:
    cv2.imwrite(str(file), np.zeros((300, 300, 3), np.uint16))


def rare(file: Path) -> None:
    RGB.save(file)
    file.write_bytes(file.read_bytes().replace(b"\xff\xc0", b"\xff\xc9", 1))


def bomb(file: Path) -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def deep_colours(file: Path) -> None:
    rows = zlib.compress((b"\0" + bytes(6 * 200)) * 200)
    head = struct.pack(">IIBBBBB", 200, 200, 16, 2, 0, 0, 0)
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    )
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty": ("a.jpg", empty, "is empty"),
    "truncated JPEG": ("a.jpg", half, "is broken"),
    "truncated PNG": ("a.png", half, "is broken"),
    "text": ("a.png", text, "is no JPEG"),
    "wrong ending": ("a.jpg", lambda file: RGB.save(file, "PNG"), "is a PNG picture; name it .png"),
    "another wrong ending": ("a.png", lambda file: RGB.save(file, "JPEG"), "name it .jpg"),
    "rare colours": ("a.tif", lambda file: RGB.convert("LAB").save(file), "rare colours"),
    "CMYK": ("a.jpg", lambda file: RGB.convert("CMYK").save(file), "CMYK"),
    "16 bits grey": ("a.png", lambda file: Image.fromarray(np.zeros((300, 300), np.uint16)).save(file), "8 bits"),
    "16 bits a colour": ("a.png", deep_colours, "8 bits"),
    "16 bits a colour in a TIFF": ("a.tif", deep_tiff, "8 bits"),
    "JPEG by arithmetic": ("a.jpg", rare, "rare kind|is broken"),
    "transparent grey": ("a.png", lambda file: GREY.convert("LA").save(file), "transparent"),
    "transparent palette": ("a.png", lambda file: RGB.convert("P").save(file, transparency=3), "transparent"),
    "transparent TIFF": ("a.tif", lambda file: RGB.convert("RGBA").save(file), "transparent"),
    "transparent WebP": ("a.webp", lambda file: transparent().save(file), "transparent"),
    "animated PNG": ("a.png", animated, "several pictures"),
    "animated GIF": ("a.gif", animated, "is no JPEG"),
    "no ending": ("a", lambda file: RGB.save(file, "PNG"), "is a PNG picture"),
    "pipe": ("a.jpg", os.mkfifo, "is no file"),
    "transparent": ("a.png", lambda file: RGB.convert("RGBA").save(file), "transparent"),
    "one bit": ("a.tif", lambda file: GREY.convert("1").save(file), "black and white"),
    "animated WebP": ("a.webp", animated, "several pictures"),
    "TIFF of two pages": ("a.tif", animated, "several pictures"),
    "bomb": ("a.png", bomb, "too many"),
    "strip": ("a.png", lambda file: Image.new("L", (20_000, 120)).save(file), "too many"),
    "speck": ("a.png", lambda file: Image.new("L", (5, 5)).save(file), "too few"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_picture_of_a_page_is_refused_with_a_reason(tmp_path: Path, case: str) -> None:
    name, write, reason = BAD[case]
    write(tmp_path / name)
    with pytest.raises(UnreadableImageError, match=reason):
        read_page(tmp_path / name)
