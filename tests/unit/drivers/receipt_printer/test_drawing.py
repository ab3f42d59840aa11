"""Paper and screen share one picture, and it goes with them."""

from __future__ import annotations

import weakref

from doubles.slips import slip

from drivers.receipt_printer.drawing import Drawing


def test_the_same_slip_is_drawn_once_while_somebody_has_it() -> None:
    drawing = Drawing(384)
    first = drawing.of(slip())
    assert drawing.of(slip()) is first
    assert drawing.of(slip(reference_code="OTHER")) is not first


def test_nothing_of_it_is_kept_for_the_next_citizen() -> None:
    drawing = Drawing(384)
    drawn = drawing.of(slip())
    kept = weakref.ref(drawn)
    del drawn
    assert kept() is None
