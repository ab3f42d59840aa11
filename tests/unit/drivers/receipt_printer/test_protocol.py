"""What is sent: bands that add up, and pictures in which no printer sees an order."""

from __future__ import annotations

import numpy as np
import pytest
from doubles.slips import slip
from PIL import Image

from drivers.receipt_printer.protocol import CLEAR, RECOVER, ask, raster, rest_of_a_band
from drivers.receipt_printer.simulator.intake import CUT, Intake
from drivers.receipt_printer.slip_raster import draw_slip


def test_the_raster_is_cut_into_bands_that_add_up() -> None:
    picture = draw_slip(slip(), 576)
    bands = list(raster(picture))
    assert sum(int.from_bytes(band[6:8], "little") for band in bands) == picture.height
    assert all(band[4:6] == (72).to_bytes(2, "little") for band in bands)


@pytest.mark.parametrize("order", [ask(1), ask(4), RECOVER, CLEAR, b"\x10\x14\x01\x00\x01", b"\x10\x14\x02\x01\x08"])
def test_a_picture_holds_no_order_that_is_obeyed_at_once(order: bytes) -> None:
    dots = np.frombuffer(order.ljust(72, b"\0") * 3, np.uint8).reshape(3, 72)
    (band,) = raster(Image.fromarray(np.unpackbits(dots, axis=1) == 0))
    assert order not in band
    changed = np.bitwise_xor(np.frombuffer(band[8:], np.uint8), dots.ravel())
    assert np.unpackbits(changed).sum() == 3  # one dot a line


@pytest.mark.parametrize("sent", [0, 1, 7, 8, 500])
def test_white_ends_a_band_that_was_broken_off(sent: int) -> None:
    band = next(iter(raster(Image.new("1", (576, 200), 0))))
    intake = Intake()
    list(intake.take(band[:sent] + rest_of_a_band(576)))
    assert list(intake.take(b"\x1dVB\0"))[-1][:2] == CUT
