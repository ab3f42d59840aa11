"""Picture files as pages: what is no plain picture of a page is refused by name, before its pixels fill the memory."""

from __future__ import annotations

import stat
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from kiosk.domain.page import Page, Side

_ENDINGS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png",),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp", ".dib"),
    "WEBP": (".webp",),
}
_MOST_BYTES = 200_000_000
_LONGEST = 15_000
"""Dots along a side: A3 at 600 dots an inch has 9,921."""

_MOST_DOTS = 75_000_000
"""A3 at 600 dots an inch has 70 million; in colours they fill 225 MB."""

_DEEP = "has more than 8 bits a colour; save it with 8"
_SMALLEST = 100
_QUALITY = 92
_A4_INCHES = 297 / 25.4
_LARGEST_INCHES = 18.0
_SIDES_OF_A4 = (1.33, 1.5)
_UNKNOWN_DPI = 300


class UnreadableImageError(ValueError):
    """A file that is no picture of a page; the message says why and what helps."""


def read_page(file: Path, sheet: int = 1) -> Page:
    """Read a JPEG, PNG, TIFF, BMP or WebP file as a page. Raises UnreadableImageError, and OSError as ``open`` does.

    A JPEG in grey or colours goes on as it is, without what else is in the file: names, places, thumbnails.
    """
    data = picture_bytes(file)
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=list(_ENDINGS)) as image:
            warnings.simplefilter("ignore")
            return _page(image, data, file.suffix.lower(), sheet)
    except UnreadableImageError:
        raise
    except UnidentifiedImageError as error:
        raise UnreadableImageError("is no JPEG, PNG, TIFF, BMP or WebP picture; give it as one of these") from error
    except Image.DecompressionBombError as error:
        raise UnreadableImageError("has too many dots for a page; scan it at 300 dpi") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise UnreadableImageError(f"is broken ({error}); scan the page again") from error


def picture_bytes(file: Path) -> bytes:
    """Return what is in the file when it is one, and no larger than a page. Raises as ``read_page`` does."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableImageError("is no file; name a picture")
    if status.st_size > _MOST_BYTES:
        raise UnreadableImageError(f"is larger than {_MOST_BYTES // 1_000_000} MB; scan the page again at 300 dpi")
    data = file.read_bytes()
    if not data:
        raise UnreadableImageError("is empty; scan the page again")
    return data


def _page(image: Image.Image, data: bytes, ending: str, sheet: int) -> Page:
    kind = "JPEG" if image.format == "MPO" else image.format or ""
    _refuse_odd(image, kind, ending)
    if _bits_a_colour(image, data) > 8:  # noqa: PLR2004
        raise UnreadableImageError(_DEEP)
    dpi = _dpi_of(image)
    turned = image.getexif().get(_ORIENTATION, 1) != 1
    bare = _bare(data) if kind == "JPEG" else b""
    image.load()
    if bare and not turned:
        jpeg, size = bare, image.size
    else:
        plain = ImageOps.exif_transpose(image).convert("L" if image.mode == "L" else "RGB")
        out = BytesIO()
        plain.save(out, "JPEG", quality=_QUALITY)
        jpeg, size = out.getvalue(), plain.size
    return Page(jpeg, *size, dpi, sheet, Side.FRONT)


_ORIENTATION = 274
"""EXIF tag: how the camera was held."""


def _refuse_odd(image: Image.Image, kind: str, ending: str) -> None:
    """Refuse what is no plain picture of one page, from the file's head alone."""
    width, height = image.size
    if ending not in _ENDINGS[kind]:
        raise UnreadableImageError(f"is a {kind} picture; name it {_ENDINGS[kind][0]}")
    if max(width, height) > _LONGEST or width * height > _MOST_DOTS:
        raise UnreadableImageError(f"has {width} × {height} dots, too many for a page; scan it at 300 dpi")
    if min(width, height) < _SMALLEST:
        raise UnreadableImageError(f"has {width} × {height} dots, too few for a page; scan it at 300 dpi")
    if kind != "JPEG" and getattr(image, "n_frames", 1) > 1:
        raise UnreadableImageError("holds several pictures; give each page a file of its own")
    if image.mode == "1":
        raise UnreadableImageError("is black and white without greys; scan it in colours or grey")
    if image.mode == "CMYK":
        raise UnreadableImageError("is in printing colours (CMYK); save it in RGB")
    if image.has_transparency_data:
        raise UnreadableImageError("has transparent parts; save it without them")
    if image.mode.startswith(("I", "F")):
        raise UnreadableImageError(_DEEP)
    if image.mode not in {"L", "RGB", "P", "YCbCr"}:
        raise UnreadableImageError(f"is in rare colours ({image.mode}); save it in RGB")


def _bits_a_colour(image: Image.Image, data: bytes) -> int:
    """Return what a PNG or TIFF says itself: Pillow reads some of 16 bits as if they had 8."""
    if image.format == "PNG":
        return data[_PNG_DEPTH]
    if image.format == "TIFF":
        return int(max(image.tag_v2.get(_TIFF_DEPTH, (8,))))  # type: ignore[attr-defined]
    return 8


_PNG_DEPTH = 24
"""Where a PNG tells its bits (ISO/IEC 15948, 11.2.2)."""

_TIFF_DEPTH = 258
"""Tag of TIFF 6.0."""


def _dpi_of(image: Image.Image) -> int:
    """Return what the file says when that makes a paper of sensible size, otherwise what makes it A4."""
    across, _ = image.info.get("dpi", (0, 0))
    longer, shorter = max(image.size), min(image.size)
    if across and 50 <= across <= 1200 and longer / across <= _LARGEST_INCHES:  # noqa: PLR2004 - what scanners have
        return round(float(across))
    if _SIDES_OF_A4[0] <= longer / shorter <= _SIDES_OF_A4[1]:
        return max(1, round(longer / _A4_INCHES))
    return _UNKNOWN_DPI


_KEPT = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xEE}
"""Segments of a JPEG that its pixels need (ITU-T T.81, B.1): frames, tables, restarts, and Adobe's note on colours."""

_ODD_FRAMES = {0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
"""Frames without loss, in layers or by arithmetic: PDF does not know them."""

_SCAN, _END = 0xDA, 0xD9
_IN_SCANS = {0x00, *range(0xD0, 0xD8)}
"""What may stand behind 0xFF within a scan: the byte itself, and restarts."""


def _bare(jpeg: bytes) -> bytes:
    """Return a JPEG without its notes and without what hangs on behind its end."""
    kept, at = [b"\xff\xd8"], 2
    while at + 4 <= len(jpeg):
        if jpeg[at] != 0xFF:  # noqa: PLR2004 - each marker begins so
            raise UnreadableImageError("is broken; scan the page again")
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        if marker == 0xFF:  # noqa: PLR2004 - padding
            at += 1
            continue
        if marker == _END:
            return b"".join((*kept, b"\xff\xd9"))
        if marker in _ODD_FRAMES:
            raise UnreadableImageError("is a JPEG of a rare kind; save it as an ordinary one")
        end = _end_of_scan(jpeg, at + 2 + length) if marker == _SCAN else at + 2 + length
        if marker in _KEPT or marker == _SCAN:
            kept.append(jpeg[at:end])
        at = end
    return b"".join((*kept, b"\xff\xd9"))


def _end_of_scan(jpeg: bytes, at: int) -> int:
    """Return where the scan ends whose data begin here."""
    while (at := jpeg.find(0xFF, at)) >= 0:
        if at + 1 < len(jpeg) and jpeg[at + 1] not in _IN_SCANS:
            return at
        at += 2
    return len(jpeg)
