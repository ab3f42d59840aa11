"""Masked data and fees, as slip and check page show them."""

from __future__ import annotations

import pytest

from kiosk.domain.money import Dong, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.text import Text
from kiosk.session.words import fee_line, masked_name, masked_number


@pytest.mark.parametrize(
    ("name", "masked"),
    [("NGUYỄN VĂN CƯỜNG", "NGUYEN V*** C***"), ("Đỗ Ánh", "DO A***"), ("Y", "Y"), ("", "")],
)
def test_a_name_is_masked_as_the_law_text_shows_it(name: str, masked: str) -> None:
    assert masked_name(name) == masked


def test_a_number_keeps_its_last_four_digits() -> None:
    assert masked_number("087153004821") == "********4821"
    assert masked_number("123") == "123"


def test_a_fee_a_copy_is_multiplied() -> None:
    fee = FeeAmount(Dong(8000), "copies")
    assert fee_line(fee, 2) == Text("16.000 đồng (2 bản)", "16.000 dong (2 copies)")
    assert fee_line(fee, 1).en == "8.000 dong (1 copy)"


def test_an_unpublished_fee_is_never_called_free() -> None:
    assert fee_line(FeeUnpublished(), None).vi == "Chưa rõ tiền, hỏi quầy"
    assert fee_line(FeeText(Text("Miễn lệ phí", "Free of charge")), None).vi == "Miễn lệ phí"
