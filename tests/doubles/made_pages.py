"""Pages made from a seed, as people bring them and as scanners and cameras spoil them; each with the truth about it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import cv2
import fontpkg_be_vietnam_pro
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.page import Page, Side

Pixels = npt.NDArray[np.uint8]

_TEXT = """
ủy ban nhân dân xã phường tỉnh thành phố căn cước công dân họ chữ đệm tên ngày tháng năm sinh giới tính dân tộc quốc
tịch nơi cư trú thường trú tạm trú giấy khai sinh đăng ký kết hôn chứng thực bản sao trích lục hộ tịch người yêu cầu
quan hệ với được cấp theo quy định của pháp luật xác nhận nội dung trên là đúng sự thật chịu trách nhiệm trước cơ quan
tiếp nhận hồ sơ trả kết quả lệ phí đồng mười sáu nghìn không thu ấp khóm đường số nhà thửa đất tờ bản đồ diện tích
"""
_WORDS = _TEXT.split()
_CAPITALS = ("GIẤY ỦY QUYỀN", "ĐƠN XIN XÁC NHẬN", "TỜ KHAI", "GIẤY CHỨNG NHẬN", "HỢP ĐỒNG", "BIÊN BẢN", "QUYẾT ĐỊNH")
_WEIGHTS = ("Regular", "Medium", "Light", "SemiBold")
_STAMP = (190, 38, 40)
_PEN = (28, 48, 120)
_MM = 1 / 25.4


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to make. Lengths in millimetres, print in points, angles in degrees, clockwise positive."""

    seed: int = 0
    dpi: int = 150
    size: tuple[float, float] = (210, 297)
    kind: str = "text"  # text · form · table · photo · blank · card
    points: float = 11
    paper: tuple[int, int, int] = (250, 247, 240)
    ink: tuple[int, int, int] = (38, 40, 48)
    stamp: bool = False
    skew: float = 0.0
    turned: int = 0  # how far the upright page was turned clockwise before it was scanned
    backing: tuple[int, int, int] | None = None  # what is seen around the paper; None: the paper fills the frame
    frame: tuple[float, float] | None = None
    noise: float = 2.0
    blur: float = 0.0  # standard deviation in millimetres
    light: float = 1.0
    glare: bool = False
    finger: bool = False
    corner: float = 0.0  # legs of the corner that is folded away, millimetres
    tail: float = 0.0  # share of the height that is constant grey
    quality: int = 88


def make(recipe: Recipe) -> Pixels:
    """Return the scan, rows × columns × RGB."""
    rng = random.Random(recipe.seed)
    grains = np.random.default_rng(recipe.seed)
    sheet = _sheet(recipe, rng)
    scan = _laid_down(sheet, recipe, rng)
    if recipe.finger:
        scan = _with_finger(scan, recipe.dpi, rng)
    seen = scan.astype(np.float32) * recipe.light
    if recipe.glare:
        seen = _with_glare(seen, recipe.dpi, rng)
    if recipe.blur:
        seen = cv2.GaussianBlur(seen, (0, 0), recipe.blur * recipe.dpi * _MM)
    seen = cv2.GaussianBlur(seen, (0, 0), 0.35 * recipe.dpi / 150)
    if recipe.noise:
        seen += grains.normal(0, recipe.noise, (*seen.shape[:2], 1)).astype(np.float32)
    pixels = np.clip(seen, 0, 255).astype(np.uint8)
    if recipe.tail:
        pixels[round(len(pixels) * (1 - recipe.tail)) :] = 128
    return pixels


def jpeg(pixels: Pixels, recipe: Recipe) -> bytes:
    """Return the pixels as a scanner's JPEG."""
    out = BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=recipe.quality, dpi=(recipe.dpi, recipe.dpi))
    return out.getvalue()


def made_page(recipe: Recipe, sheet: int = 1) -> Page:
    """Return the recipe as the scanner's page."""
    pixels = make(recipe)
    return Page(jpeg(pixels, recipe), pixels.shape[1], pixels.shape[0], recipe.dpi, sheet, Side.FRONT)


def varied(seed: int, **wanted: object) -> Recipe:
    """Return an ordinary good page, chosen by its seed: kind, print, paper, stamp and a slight skew differ."""
    rng = random.Random(f"recipe {seed}")
    usual = Recipe(
        seed=seed,
        kind=rng.choice(("text", "text", "form", "table", "photo")),
        points=rng.choice((8, 9, 10, 11, 12, 13, 14)),
        paper=rng.choice(((250, 247, 240), (255, 255, 255), (248, 243, 226), (236, 240, 232), (250, 222, 222))),
        stamp=rng.random() < 0.5,
        skew=round(rng.uniform(-3, 3), 2),
        noise=rng.choice((0.5, 2.0, 4.0)),
        light=rng.uniform(0.85, 1.0),
        quality=rng.choice((75, 88, 92)),
    )
    return replace(usual, **wanted)  # type: ignore[arg-type]


# the sheet


@lru_cache(maxsize=256)
def font_of(pixels: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(Path(fontpkg_be_vietnam_pro.ROOT) / "files" / f"BeVietnamPro-{weight}.ttf"), pixels)


def _sheet(recipe: Recipe, rng: random.Random) -> Pixels:
    width, height = (round(side * recipe.dpi * _MM) for side in recipe.size)
    image = Image.new("RGB", (width, height), recipe.paper)
    draw = ImageDraw.Draw(image)
    em = max(4, round(recipe.points * recipe.dpi / 72))
    margin = round(min(width, height) * 0.1)
    if recipe.kind != "blank":
        top = margin
        if recipe.kind != "card":
            heading = rng.choice(_CAPITALS)
            draw.text((width / 2, top), heading, recipe.ink, font_of(round(em * 1.5), "Bold"), "ma")
            top += 3 * em
        area = (margin, top, width - margin, height - margin)
        _DRAWN[recipe.kind](image, area, em, recipe, rng)
    if recipe.stamp:
        _stamp(image, (round(width * 0.55), round(height * rng.uniform(0.55, 0.75))), recipe.dpi, rng)
    return np.asarray(image)


Area = tuple[int, int, int, int]


def _text(image: Image.Image, area: Area, em: int, recipe: Recipe, rng: random.Random) -> None:
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = area
    font = font_of(em, rng.choice(_WEIGHTS))
    while top < bottom - 2 * em and top < bottom:
        for number in range(rng.randint(2, 7)):
            words, x = [], left + (2 * em if number == 0 else 0)
            while x + font.getlength(" ".join(words)) < right - 4 * em:
                words.append(rng.choice(_WORDS))
            if number == 0:
                words[0] = words[0].capitalize()
            if top > bottom - em:
                return
            draw.text((x, top), " ".join(words), recipe.ink, font)
            top += round(em * 1.5)
        top += round(em * rng.choice((0.4, 1.0)))


def _form(image: Image.Image, area: Area, em: int, recipe: Recipe, rng: random.Random) -> None:
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = area
    font, pen = font_of(em), font_of(round(em * 1.15), "Medium")
    while top < bottom - 2 * em:
        label = " ".join(rng.sample(_WORDS, rng.randint(2, 4))).capitalize() + ":"
        line = top + round(1.1 * em)
        draw.text((left, line), label, recipe.ink, font, "ls")
        x = left + font.getlength(label + " ")
        draw.line((x, line + em // 5, right, line + em // 5), (140, 140, 145), max(1, em // 20))
        draw.text((x, line), " ".join(rng.sample(_WORDS, rng.randint(1, 5))).title(), _PEN, pen, "ls")
        top += round(em * 2.4)


def _table(image: Image.Image, area: Area, em: int, recipe: Recipe, rng: random.Random) -> None:
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = area
    font, rows, columns = font_of(em), (bottom - top) // (2 * em), rng.randint(3, 6)
    wide = (right - left) / columns
    for row in range(rows + 1):
        draw.line((left, top + row * 2 * em, right, top + row * 2 * em), recipe.ink, max(1, em // 14))
    for column in range(columns + 1):
        draw.line((left + column * wide, top, left + column * wide, top + rows * 2 * em), recipe.ink, max(1, em // 14))
    for row in range(rows):
        for column in range(columns):
            text = rng.choice(_WORDS) if rng.random() < 0.7 else str(rng.randint(1, 9999))
            draw.text((left + column * wide + em / 2, top + row * 2 * em + em * 0.4), text, recipe.ink, font)


def _photo(image: Image.Image, area: Area, em: int, recipe: Recipe, rng: random.Random) -> None:
    left, top, right, bottom = area
    side = round(min(right - left, bottom - top) * 0.35)
    image.paste(portrait(side, round(side * 4 / 3), rng.randint(0, 10**6)), (left, top))
    _text(image, (left + side + 2 * em, top, right, top + round(side * 4 / 3)), em, recipe, rng)
    _text(image, (left, top + round(side * 4 / 3) + em, right, bottom), em, recipe, rng)


def portrait(width: int, height: int, seed: int) -> Image.Image:
    """Return what passes for a photograph: a face before a ground, with the fine texture of one."""
    rng = np.random.default_rng(seed)
    ground = Image.new("RGB", (width, height), tuple(int(value) for value in rng.integers(90, 220, 3)))
    draw = ImageDraw.Draw(ground)
    draw.ellipse((width * 0.1, height * 0.62, width * 0.9, height * 1.4), (60, 70, 105))
    draw.ellipse((width * 0.28, height * 0.14, width * 0.72, height * 0.66), (214, 168, 138))
    draw.pieslice((width * 0.26, height * 0.1, width * 0.74, height * 0.5), 180, 360, (32, 26, 24))
    for x in (0.41, 0.59):
        draw.ellipse((width * (x - 0.035), height * 0.36, width * (x + 0.035), height * 0.4), (30, 24, 22))
    draw.arc((width * 0.4, height * 0.44, width * 0.6, height * 0.56), 20, 160, (150, 70, 70), max(1, width // 60))
    pixels = np.asarray(ground).astype(np.float32)
    fine = cv2.GaussianBlur(rng.normal(0, 14, (height, width, 1)).astype(np.float32), (0, 0), 1.2)
    shade = np.linspace(12, -18, height, dtype=np.float32)[:, None, None]
    soft = cv2.GaussianBlur(pixels, (0, 0), max(0.6, width / 200))
    return Image.fromarray(np.clip(soft + fine.reshape(height, width, 1) + shade, 0, 255).astype(np.uint8))


def _card(image: Image.Image, area: Area, em: int, recipe: Recipe, rng: random.Random) -> None:
    left, top, right, bottom = area
    image.paste(portrait((right - left) // 4, (bottom - top) * 3 // 4, rng.randint(0, 10**6)), (left, top + em))
    _text(image, (left + (right - left) // 3, top, right, bottom), em, recipe, rng)


_DRAWN = {"text": _text, "form": _form, "table": _table, "photo": _photo, "card": _card}


def _stamp(image: Image.Image, at: tuple[int, int], dpi: int, rng: random.Random) -> None:
    side = round(36 * dpi * _MM)
    layer = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    red = (*_STAMP, 225)
    draw.ellipse((2, 2, side - 3, side - 3), outline=red, width=max(1, side // 40))
    draw.ellipse((side * 0.13, side * 0.13, side * 0.87, side * 0.87), outline=red, width=max(1, side // 90))
    for line, words in enumerate(("ỦY BAN", "NHÂN DÂN", "XÃ BÌNH AN")):
        draw.text((side / 2, side * (0.38 + 0.13 * line)), words, red, font_of(max(4, side // 11), "Bold"), "mm")
    turned = layer.rotate(rng.uniform(-25, 25), Image.Resampling.BICUBIC)
    image.paste(turned, at, turned)


# how it was scanned


def _with_glare(scan: npt.NDArray[np.float32], dpi: int, rng: random.Random) -> npt.NDArray[np.float32]:
    height, width = scan.shape[:2]
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    across, along = rng.uniform(9, 16) * dpi * _MM, rng.uniform(16, 30) * dpi * _MM
    away = np.sqrt(((columns - x) / across) ** 2 + ((rows - y) / along) ** 2)
    strength = np.clip(1.6 - away, 0, 1)[..., None]
    return scan * (1 - strength) + 262 * strength


def _laid_down(sheet: Pixels, recipe: Recipe, rng: random.Random) -> Pixels:
    turned = np.rot90(sheet, -recipe.turned // 90 % 4)
    height, width = turned.shape[:2]
    paper = np.full((height, width), 255, np.uint8)
    if recipe.corner:
        leg = round(recipe.corner * recipe.dpi * _MM)
        triangle = np.array([(0, 0), (leg, 0), (0, round(leg * rng.uniform(0.7, 1.3)))])
        x, y = rng.choice(((0, 0), (1, 0), (0, 1), (1, 1)))
        points = np.abs(np.array([(width - 1) * x, (height - 1) * y]) - triangle)
        cv2.fillPoly(paper, [points.astype(np.int32)], 0)
    frame_width, frame_height = (
        (width, height) if recipe.frame is None else tuple(round(side * recipe.dpi * _MM) for side in recipe.frame)
    )
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -recipe.skew, 1)
    turn[:, 2] += ((frame_width - width) / 2, (frame_height - height) / 2)
    size, backing = (frame_width, frame_height), recipe.backing or recipe.paper
    laid = cv2.warpAffine(np.ascontiguousarray(turned), turn, size, flags=cv2.INTER_CUBIC, borderValue=backing)
    mask = cv2.warpAffine(paper, turn, size, flags=cv2.INTER_LINEAR, borderValue=0)[..., None] / 255.0
    return np.clip(laid * mask + np.array(backing) * (1 - mask), 0, 255).astype(np.uint8)


def _with_finger(scan: Pixels, dpi: int, rng: random.Random) -> Pixels:
    height, width = scan.shape[:2]
    layer = Image.new("L", (width, height), 0)
    thick, long = rng.uniform(14, 20) * dpi * _MM, rng.uniform(14, 28) * dpi * _MM
    y = rng.uniform(0.2, 0.8) * height
    x = 0 if rng.random() < 0.5 else width
    ImageDraw.Draw(layer).ellipse((x - long, y - thick / 2, x + long, y + thick / 2), 255)
    mask = cv2.GaussianBlur(np.asarray(layer), (0, 0), dpi / 150)[..., None] / 255.0
    skin = np.array(rng.choice(((224, 172, 140), (198, 140, 108), (150, 100, 74), (238, 196, 170))))
    return (scan * (1 - mask) + skin * mask).astype(np.uint8)


def sheets(seeds: Sequence[int], **wanted: object) -> list[Page]:
    """Return a batch of ordinary pages, numbered as they were fed."""
    return [made_page(varied(seed, **wanted), number) for number, seed in enumerate(seeds, 1)]
