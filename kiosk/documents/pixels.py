"""Between a page's JPEG and its pixels."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

Grey = npt.NDArray[np.uint8]


def grey_of(jpeg: bytes, longest: int) -> Grey:
    """Decode a JPEG to grey, rows × columns, reduced so that the longer side is at most about ``longest`` pixels."""
    with Image.open(BytesIO(jpeg)) as image:
        image.draft("L", (longest, longest))
        grey = image.convert("L")
        grey.thumbnail((longest, longest), Image.Resampling.BOX)
        return np.asarray(grey, dtype=np.uint8)


def encode(jpeg: bytes, *, scale: float, quality: int, grey: bool) -> bytes:
    """Decode a JPEG and encode it again at another scale (≤ 1) and quality, in colour or grey."""
    with Image.open(BytesIO(jpeg)) as image:
        picture: Image.Image = image.convert("L") if grey else image.convert("RGB")
        if scale < 1:
            size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
            picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True)
        return out.getvalue()
