"""The same side scanned twice: a fingerprint of its ink, and the comparison of two."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
_HEAD = 4 + _COARSE[0] * _COARSE[1]
"""Bytes of a fingerprint that tell most pages apart: how much ink there is, and roughly where."""


@dataclass(frozen=True, slots=True)
class _Print:
    """A page's fingerprint unfolded; ``where`` is the coarse picture of its ink with a mean of 0 and a length of 1."""

    amount: int
    where: npt.NDArray[np.float32]
    packed: bytes

    @property
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
    packed = zlib.compress(np.packbits(bits).tobytes(), 1)
    return cv2.countNonZero(bits).to_bytes(4) + where.tobytes() + packed


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
    head, packed = page.measures.fingerprint[:_HEAD], page.measures.fingerprint[_HEAD:]
    amount = int.from_bytes(head[:4])
    where = np.frombuffer(head[4:], np.uint8).astype(np.float32)
    where -= where.mean()
    length = float(np.linalg.norm(where))
    return _Print(amount, where / length, packed) if amount >= _LEAST_INK and length else None


def _same(one: _Print | None, other: _Print | None) -> bool:
    if one is None or other is None or not _alike(one, other):
        return False
    first, second = one.ink, other.ink
    (x, y), strength = cv2.phaseCorrelate(first.astype(np.float32), second.astype(np.float32))
    if strength < 0.05 or max(abs(x), abs(y)) > 20:  # noqa: PLR2004 - other pages have no common shift
        return False
    shift = np.array([[1, 0, round(x)], [0, 1, round(y)]], np.float32)
    moved = cv2.warpAffine(first, shift, _SIZE, flags=cv2.INTER_NEAREST)
    return _covered(moved, second) >= _SAME and _covered(second, moved) >= _SAME


def _alike(one: _Print, other: _Print) -> bool:
    """Tell most pages apart at little cost."""
    return 0.8 < one.amount / other.amount < 1.25 and float(one.where @ other.where) > _ALIKE  # noqa: PLR2004


def _covered(ink: Pixels, by: Pixels) -> float:
    wide = cv2.dilate(by, np.ones((5, 5), np.uint8))
    return float(cv2.bitwise_and(ink, wide).sum()) / max(1.0, float(ink.sum()))
