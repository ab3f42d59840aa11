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

Grey = npt.NDArray[np.uint8]


class LadderCodeReader:
    """Implements the CodeReader port. Each rung is tried only when those before found nothing."""

    def read(self, image: bytes) -> tuple[bytes, ...]:
        """Return the payloads of all QR codes as raw bytes. Raises ValueError when the bytes are no image."""
        grey = _decode(image)
        for rung in _RUNGS:
            found = rung(grey)
            if found:
                return found
        return ()


def _decode(image: bytes) -> Grey:
    try:
        with Image.open(BytesIO(image)) as picture:
            return np.asarray(picture.convert("L"), dtype=np.uint8)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise ValueError(f"not an image: {error}") from error


def _zxing(grey: Grey) -> tuple[bytes, ...]:
    codes = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(bytes(code.bytes) for code in codes)


def _enlarged(grey: Grey) -> tuple[bytes, ...]:
    return _zxing(np.asarray(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), dtype=np.uint8))


def _smoothed(grey: Grey) -> tuple[bytes, ...]:
    return _zxing(np.asarray(cv2.GaussianBlur(grey, (0, 0), 1.0), dtype=np.uint8))


_RUNGS: tuple[Callable[[Grey], tuple[bytes, ...]], ...] = (_zxing, _enlarged, _smoothed, read_qr_codes)
