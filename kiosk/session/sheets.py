"""Counting sheets and sides, and going on with a batch after the scanner had stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.page import Page


def sheet_count(pages: Iterable[Page]) -> int:
    """Return how many sheets these sides belong to."""
    return len({page.sheet for page in pages})


def has_odd_sides(pages: Iterable[Page]) -> bool:
    """Say whether some sheet shows one side only while others show two."""
    sides = set(Counter(page.sheet for page in pages).values())
    return len(sides) > 1


def go_on(kept: tuple[Page, ...], arrived: tuple[Page, ...], *, duplex: bool) -> tuple[Page, ...]:
    """Append a new batch to what is safe already, with sheets numbered on.

    In duplex the last kept sheet may have given only its front before a jam; that sheet is fed again, so its lone side
    gives way once the new batch has brought something in its place.
    """
    if not arrived:
        return kept
    if duplex and kept:
        last = kept[-1].sheet
        if sum(page.sheet == last for page in kept) == 1:
            kept = kept[:-1]
    offset = kept[-1].sheet if kept else 0
    return kept + tuple(replace(page, sheet=page.sheet + offset) for page in arrived)
