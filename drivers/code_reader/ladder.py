"""QR codes by a ladder of tries: zxing as it is, twice the size, slightly blurred, then zbar (DESIGN 9)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
import numpy.typing as npt
import zxingcpp
from PIL import Image, UnidentifiedImageError

from drivers.code_reader.zbar import read_qr_codes
from kiosk.ports.code_reader import any_code

Grey = npt.NDArray[np.uint8]

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")
"""Pillow knows more, among them programs (PostScript)."""

_MOST_PIXELS, _LONGEST = 75_000_000, 15_000
"""A3 at 600 dots an inch has 70 million, 9,921 along a side; more is refused before it is unpacked."""

_ENLARGED_AT_MOST = 20_000_000
"""Pixels above which a code is large enough as it is, and twice the size would cost memory for nothing."""


class LadderCodeReader:
    """Implements the CodeReader port. A rung is tried only when those before found nothing that is wanted."""

    def read(self, image: bytes, wanted: Callable[[bytes], bool] = any_code) -> tuple[bytes, ...]:
        """Return the payloads of all QR codes as raw bytes. Raises ValueError when the bytes are no image."""
        grey = _decode(image)
        found: dict[bytes, None] = {}
        for rung in _RUNGS:
            found |= dict.fromkeys(rung(grey))
            if any(map(wanted, found)):
                break
        return tuple(found)


def _decode(image: bytes) -> Grey:
    try:
        with Image.open(BytesIO(image), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS or max(picture.size) > _LONGEST:
                raise ValueError(f"not an image that can be read: {picture.width} × {picture.height} pixels")
            return _grey(picture)
    except UnidentifiedImageError as error:
        raise ValueError("not an image of a known kind") from error
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"not an image: {error}") from error


def _grey(picture: Image.Image) -> Grey:
    """Return 8-bit grey; sixteen bits are scaled, and what is transparent is white."""
    if picture.mode.startswith(("I", "F")):
        deep = np.asarray(picture)
        deep = deep.astype(deep.dtype.newbyteorder("="), copy=False)
        return cv2.convertScaleAbs(deep, alpha=255.0 / max(255.0, float(deep.max()))).astype(np.uint8, copy=False)
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        picture = Image.new("L", clear.size, "white")
        picture.paste(clear.convert("L"), mask=clear.getchannel("A"))
    return np.asarray(picture.convert("L"), dtype=np.uint8)


def _zxing(grey: Grey) -> tuple[bytes, ...]:
    codes = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(bytes(code.bytes) for code in codes)


def _enlarged(grey: Grey) -> tuple[bytes, ...]:
    if grey.size > _ENLARGED_AT_MOST:
        return ()
    return _zxing(np.asarray(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), dtype=np.uint8))


def _smoothed(grey: Grey) -> tuple[bytes, ...]:
    return _zxing(np.asarray(cv2.GaussianBlur(grey, (0, 0), 1.0), dtype=np.uint8))


_RUNGS: tuple[Callable[[Grey], tuple[bytes, ...]], ...] = (_zxing, _enlarged, _smoothed, read_qr_codes)
