"""The same side scanned twice: a fingerprint of its ink, and the comparison of two."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from kiosk.documents.pixels import Pixels
from kiosk.domain.page import Page, PageProblem

_SIZE = (448, 640)
"""Pixels of a fingerprint, columns × rows: about 55 dots an inch, where two forms with other answers still differ."""

_SAME = 0.97
"""Share of the ink of either page that must be found again within two pixels in the other."""

_LEAST_INK = 150
_COARSE, _ALIKE = (14, 20), 0.8


def fingerprint_of(ink: Pixels, inside: tuple[int, int, int, int]) -> bytes:
    """Return where the ink of a levelled page is: packed bits, within the paper's box (left, top, right, bottom)."""
    left, top, right, bottom = inside
    part = ink[max(0, top) : bottom, max(0, left) : right]
    if not part.size:
        return b""
    small = cv2.resize(part, _SIZE, interpolation=cv2.INTER_AREA)
    return zlib.compress(np.packbits(small > 36).tobytes(), 1)  # noqa: PLR2004 - ink, not grain


def mark_duplicates(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with those marked that show the same as an earlier one, and with no stale marks."""
    prints = [_bits(page) for page in pages]
    marked = []
    for number, page in enumerate(pages):
        again = any(_same(prints[number], earlier) for earlier in prints[:number])
        problems = page.problems - {PageProblem.DUPLICATE} | ({PageProblem.DUPLICATE} if again else set())
        marked.append(page if problems == page.problems else replace(page, problems=problems))
    return tuple(marked)


def shows_again(pages: Sequence[Page], earlier: Sequence[Page]) -> bool:
    """Say whether each of the pages shows what an earlier one shows; pages with little ink do not tell."""
    before = [_bits(page) for page in earlier]
    prints = [bits for bits in map(_bits, pages) if bits is not None]
    return bool(prints) and all(any(_same(bits, other) for other in before) for bits in prints)


def _bits(page: Page) -> Pixels | None:
    """Return the ink, or None where there is too little of it: blank sides are all alike."""
    if page.measures is None or not page.measures.fingerprint or PageProblem.BLANK in page.problems:
        return None
    packed = np.frombuffer(zlib.decompress(page.measures.fingerprint), np.uint8)
    ink = np.unpackbits(packed, count=_SIZE[0] * _SIZE[1]).reshape(_SIZE[1], _SIZE[0])
    return ink if int(ink.sum()) >= _LEAST_INK else None


def _same(one: Pixels | None, other: Pixels | None) -> bool:
    if one is None or other is None or not _alike(one, other):
        return False
    (x, y), strength = cv2.phaseCorrelate(one.astype(np.float32), other.astype(np.float32))
    if strength < 0.05 or max(abs(x), abs(y)) > 20:  # noqa: PLR2004 - other pages have no common shift
        return False
    shift = np.array([[1, 0, round(x)], [0, 1, round(y)]], np.float32)
    moved = cv2.warpAffine(one, shift, _SIZE, flags=cv2.INTER_NEAREST)
    return _covered(moved, other) >= _SAME and _covered(other, moved) >= _SAME


def _alike(one: Pixels, other: Pixels) -> bool:
    """Tell most pages apart at little cost: by how much ink they have, and roughly where."""
    if not 0.8 < float(one.sum()) / float(other.sum()) < 1.25:  # noqa: PLR2004 - about the same
        return False
    coarse = [cv2.blur(cv2.resize(ink * 255, _COARSE, interpolation=cv2.INTER_AREA), (3, 3)) for ink in (one, other)]
    return float(np.corrcoef(coarse[0].ravel(), coarse[1].ravel())[0, 1]) > _ALIKE


def _covered(ink: Pixels, by: Pixels) -> float:
    wide = cv2.dilate(by, np.ones((5, 5), np.uint8))
    return float(cv2.bitwise_and(ink, wide).sum()) / max(1.0, float(ink.sum()))
