"""The same side scanned twice: a fingerprint of its ink, and the comparison of two."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.documents.pixels import Pixels, above
from kiosk.domain.page import Page, PageProblem

_SIZE = (448, 640)
"""Pixels of a fingerprint, columns × rows: about 55 dots an inch, where two forms with other answers still differ."""

_GRAIN = 36
"""Level up to which a dot of a fingerprint is grain, not ink."""

_SAME = 0.97
"""Share of the ink of either page that must be found again within two pixels in the other."""

_LEAST_INK = 150
_COARSE, _ALIKE = (14, 20), 0.8
_FURTHEST, _IN_STEP = 20, 0.85
"""Pixels by which one of two scans of a page may be shifted, and how well their rows of ink must agree then."""

_WHERE = 4 + _COARSE[0] * _COARSE[1]
_ROWS = _WHERE + _SIZE[1]
"""Ends of what stands in a fingerprint before its dots: how much ink, roughly where, and how much in each row."""


@dataclass(frozen=True)
class _Print:
    """A page's fingerprint unfolded: how much ink, roughly where, the waves of how much in each row, and each dot.

    Place and rows have a mean of 0 and a length of 1.
    """

    amount: int
    where: npt.NDArray[np.float32]
    rows: npt.NDArray[np.complex64]
    packed: bytes

    @cached_property
    def ink(self) -> Pixels:
        bits = np.frombuffer(zlib.decompress(self.packed), np.uint8)
        return np.unpackbits(bits, count=_SIZE[0] * _SIZE[1]).reshape(_SIZE[1], _SIZE[0])


def fingerprint_of(ink: Pixels, inside: tuple[int, int, int, int]) -> bytes:
    """Return where the ink of a levelled page is, within the paper's box (left, top, right, bottom)."""
    left, top, right, bottom = inside
    part = ink[max(0, top) : bottom, max(0, left) : right]
    if not part.size:
        return b""
    bits = above(cv2.resize(part, _SIZE, interpolation=cv2.INTER_AREA), _GRAIN)
    where = cv2.blur(cv2.resize(bits, _COARSE, interpolation=cv2.INTER_AREA), (3, 3))
    rows = cv2.blur(cv2.reduce(bits, 1, cv2.REDUCE_AVG), (1, 5))
    packed = zlib.compress(np.packbits(bits).tobytes(), 1)
    return cv2.countNonZero(bits).to_bytes(4) + where.tobytes() + rows.tobytes() + packed


def mark_duplicates(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with those marked that show the same as an earlier one, and with no stale marks."""
    prints = [_print_of(page) for page in pages]
    marked = []
    for number, page in enumerate(pages):
        again = any(_same(prints[number], earlier) for earlier in prints[:number])
        problems = page.problems - {PageProblem.DUPLICATE} | ({PageProblem.DUPLICATE} if again else set())
        marked.append(page if problems == page.problems else replace(page, problems=problems))
    return tuple(marked)


def shows_again(pages: Sequence[Page], earlier: Sequence[Page]) -> bool:
    """Say whether each of the pages shows what an earlier one shows; pages with little ink do not tell."""
    before = [_print_of(page) for page in earlier]
    prints = [found for found in map(_print_of, pages) if found is not None]
    return bool(prints) and all(any(_same(found, other) for other in before) for found in prints)


def _print_of(page: Page) -> _Print | None:
    """Return None where there is too little ink: blank sides are all alike."""
    if page.measures is None or not page.measures.fingerprint or PageProblem.BLANK in page.problems:
        return None
    fingerprint = page.measures.fingerprint
    amount = int.from_bytes(fingerprint[:4])
    where = np.frombuffer(fingerprint[4:_WHERE], np.uint8)
    rows = np.frombuffer(fingerprint[_WHERE:_ROWS], np.uint8)
    waves = np.fft.rfft(_evened(rows), 2 * len(rows)).astype(np.complex64)
    return _Print(amount, _evened(where), waves, fingerprint[_ROWS:]) if amount >= _LEAST_INK else None


def _evened(levels: Pixels) -> npt.NDArray[np.float32]:
    even = levels.astype(np.float32) - np.float32(levels.mean())
    return even / np.float32(np.linalg.norm(even) + 1e-6)


def _same(one: _Print | None, other: _Print | None) -> bool:
    if one is None or other is None or not _alike(one, other) or not _in_step(one, other):
        return False
    first, second = one.ink, other.ink
    (x, y), strength = cv2.phaseCorrelate(first.astype(np.float32), second.astype(np.float32))
    if strength < 0.05 or max(abs(x), abs(y)) > _FURTHEST:  # noqa: PLR2004 - other pages have no common shift
        return False
    shift = np.array([[1, 0, round(x)], [0, 1, round(y)]], np.float32)
    moved = cv2.warpAffine(first, shift, _SIZE, flags=cv2.INTER_NEAREST)
    return _covered(moved, second) >= _SAME and _covered(second, moved) >= _SAME


def _alike(one: _Print, other: _Print) -> bool:
    """Tell most pages apart at little cost."""
    return 0.8 < one.amount / other.amount < 1.25 and float(one.where @ other.where) > _ALIKE  # noqa: PLR2004


def _in_step(one: _Print, other: _Print) -> bool:
    """Tell pages of the same make apart by where their lines lie, whatever one is shifted against the other."""
    agreement = np.fft.irfft(one.rows * other.rows.conj())
    return float(max(agreement[:_FURTHEST].max(), agreement[-_FURTHEST:].max())) > _IN_STEP


def _covered(ink: Pixels, by: Pixels) -> float:
    wide = cv2.dilate(by, np.ones((5, 5), np.uint8))
    return float(cv2.bitwise_and(ink, wide).sum()) / max(1.0, float(ink.sum()))
