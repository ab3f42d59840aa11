"""How many card codes are read, and how many wrongly: the ladder beside zxing-cpp alone and pyzbar alone."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import segno
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from drivers.code_reader.ladder import LadderCodeReader
from kiosk.documents import is_id_card

Grey = npt.NDArray[np.uint8]

PICTURES = 60
CODE_MM = 18.0
FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
GIVEN = ("Thị Hoa", "Văn Phước", "Thị Mười", "Hữu Nghĩa", "Minh Nhựt", "Thị Bé Bảy", "Văn Út", "Ngọc Ánh", "Quốc Khánh")
PLACES = (
    "Ấp 3, Bình An, Đồng Tháp",
    "Khóm Mỹ Thới, phường Mỹ Phước, An Giang",
    "Số 12 đường Lê Lợi, Sa Đéc, Đồng Tháp",
)


def payload(rng: random.Random) -> bytes:
    female, year = rng.random() < 0.5, rng.randrange(1935, 2005)
    digit = (year // 100 - 19) * 2 + female
    fields = [
        f"{rng.choice(['087', '089', '079', '001'])}{digit}{year % 100:02d}{rng.randrange(10**6):06d}",
        rng.choice(["", f"{rng.randrange(10**9):09d}"]),
        f"{rng.choice(FAMILIES)} {rng.choice(GIVEN)}",
        f"{rng.randrange(1, 29):02d}{rng.randrange(1, 13):02d}{year}",
        "Nữ" if female else "Nam",
        rng.choice(PLACES),
        f"{rng.randrange(1, 29):02d}{rng.randrange(1, 13):02d}{rng.randrange(2021, 2026)}",
    ]
    if rng.random() < 0.5:
        fields += ["", f"{rng.choice(FAMILIES)} {rng.choice(GIVEN)}", f"{rng.choice(FAMILIES)} {rng.choice(GIVEN)}", ""]
    return "|".join(fields).encode()


def card(data: bytes, dpi: int, angle: float) -> Grey:
    """Return a card's part of a scanned page, drawn at 1200 dots an inch and brought down as a scanner would."""
    out = BytesIO()
    segno.make_qr(data, error="m").save(out, kind="png", scale=1, border=0)
    modules = np.asarray(Image.open(out).convert("L"))
    fine = round(CODE_MM / 25.4 * 1200)
    code = cv2.resize(modules, (fine, fine), interpolation=cv2.INTER_NEAREST_EXACT).astype(np.float32)
    page = np.full((2 * fine, 2 * fine), 226, np.float32)
    page[fine // 2 : fine // 2 + fine, fine // 2 : fine // 2 + fine] = np.where(code > 127, 226, 34)
    turn = cv2.getRotationMatrix2D((fine, fine), angle, 1)
    page = cv2.warpAffine(page, turn, (2 * fine, 2 * fine), borderValue=(226.0,))
    size = round(2 * fine * dpi / 1200)
    return np.clip(cv2.resize(page, (size, size), interpolation=cv2.INTER_AREA), 0, 255).astype(np.uint8)


def grainy(image: Grey, rng: random.Random, strength: float = 4.0) -> Grey:
    noise = np.random.default_rng(rng.randrange(2**32)).normal(0, strength, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def blurred(image: Grey, sigma: float) -> Grey:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), dtype=np.uint8)


def jpeg(image: Grey, quality: int) -> Grey:
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def moire(image: Grey, rng: random.Random) -> Grey:
    rows, columns = np.mgrid[: image.shape[0], : image.shape[1]]
    wave = np.sin((rows * rng.uniform(0.7, 1.1) + columns * rng.uniform(0.7, 1.1)) * 1.1) * 22
    return np.clip(image + wave, 0, 255).astype(np.uint8)


def perspective(image: Grey, rng: random.Random) -> Grey:
    size = image.shape[0]
    corners = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    moved = corners + np.array([[rng.uniform(-0.07, 0.07) * size for _ in range(2)] for _ in range(4)], np.float32)
    turn = cv2.getPerspectiveTransform(corners, moved)
    return np.asarray(cv2.warpPerspective(image, turn, (size, size), borderValue=(226.0,)), dtype=np.uint8)


def glare(image: Grey, rng: random.Random) -> Grey:
    size = image.shape[0]
    spot = np.zeros(image.shape, np.float32)
    at = (round(rng.uniform(0.3, 0.7) * size), round(rng.uniform(0.3, 0.7) * size))
    cv2.ellipse(spot, at, (size // 11, size // 28), rng.uniform(0, 180), 0, 360, (235.0,), -1)
    return np.clip(image + cv2.GaussianBlur(spot, (0, 0), size / 60), 0, 255).astype(np.uint8)


def spoil(image: Grey, how: str, rng: random.Random, dpi: int) -> Grey:
    match how:
        case "blur":
            image = blurred(image, rng.uniform(0.9, 1.7) * dpi / 300)
        case "jpeg":
            image = jpeg(image, rng.randrange(15, 36))
        case "low contrast":
            image = np.clip(image * 0.22 + rng.uniform(60, 150), 0, 255).astype(np.uint8)
            return grainy(image, rng, 2.0)
        case "moiré":
            image = moire(image, rng)
        case "perspective":
            image = perspective(image, rng)
        case "glare":
            image = glare(image, rng)
    return jpeg(grainy(image, rng), 80)


WAYS = ("as it is", "turned", "blur", "jpeg", "low contrast", "moiré", "perspective", "glare")


def by_ladder(image: Grey) -> bytes | None:
    _, data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    found = LadderCodeReader().read(data.tobytes(), is_id_card)
    return next(iter(found), None)


def by_zxing(image: Grey) -> bytes | None:
    return next((code.text.encode() for code in zxingcpp.read_barcodes(image)), None)


def by_pyzbar(image: Grey) -> bytes | None:
    return next((bytes(code.data) for code in pyzbar.decode(image)), None)


READERS: dict[str, Callable[[Grey], bytes | None]] = {"ladder": by_ladder, "zxing-cpp": by_zxing, "pyzbar": by_pyzbar}


@pytest.mark.bench
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("dpi", [200, 300])
def test_card_codes(dpi: int) -> None:
    rng = random.Random(f"cards at {dpi}")
    right: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    seconds: Counter[str] = Counter()
    for way in WAYS:
        for _ in range(PICTURES):
            data = payload(rng)
            image = spoil(card(data, dpi, rng.uniform(0, 360) if way == "turned" else rng.gauss(0, 2)), way, rng, dpi)
            for name, read in READERS.items():
                begun = time.perf_counter()
                found = read(image)
                seconds[name] += time.perf_counter() - begun
                right[name, way] += found == data
                wrong[name, way] += found not in {None, data}
    print(f"\n{dpi} dots an inch, {PICTURES} pictures a way; read rightly / wrongly, in %")
    for way in (*WAYS, "all"):
        cells = []
        for name in READERS:
            ways = WAYS if way == "all" else (way,)
            share = 100 / PICTURES / len(ways)
            cells.append(
                f"{name} {sum(right[name, w] for w in ways) * share:5.1f} / "
                f"{sum(wrong[name, w] for w in ways) * share:4.1f}"
            )
        print(f"{way:14}", "   ".join(cells))
    print("ms a picture:", {name: round(total * 1000 / PICTURES / len(WAYS)) for name, total in seconds.items()})
