"""What is written is said as a person would read it to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text import Language
from ui.spoken import sentences, spoken

VI, EN = Language.VIETNAMESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Bước 3/7 · Người được cấp giấy", "Bước 3 trên 7, Người được cấp giấy"),
        ("Trang 1/2", "Trang 1 trên 2"),
        ("Ông/\u2060Bà là gì của người được cấp?", "Ông Bà là gì của người được cấp?"),
        ("bàn\u00a0số\u00a02", "bàn số 2"),
        ("12/10/2026", "ngày 12 tháng 10 năm 2026"),
        ("Sanh ngày 05/01/1954.", "Sanh ngày 5 tháng 1 năm 1954."),
        ("10/2026", "tháng 10 năm 2026"),
        ("tháng 10/2026", "tháng 10 năm 2026"),
        ("7:00", "7 giờ"),
        ("Mở cửa lúc 13:05 thứ Hai", "Mở cửa lúc 13 giờ 5 thứ Hai"),
        ("••••••••4821", "số có đuôi là 4 8 2 1"),
        ("•••••• 21", "số có đuôi là 2 1"),
        ("••••", "số đã che"),
        ("087165001234", "0 8 7 1 6 5 0 0 1 2 3 4"),
        ("Gọi 0277 3 800 800", "Gọi 0 2 7 7 3 8 0 0 8 0 0"),
        ("085.454.1122", "0 8 5 4 5 4 1 1 2 2"),
        ("Gọi 18001096", "Gọi 1 8 0 0 1 0 9 6"),
        ("16.000 đồng (2 bản)", "16000 đồng (2 bản)"),
        ("1.250.000 đồng", "1250000 đồng"),
        ("150000 đồng", "150000 đồng"),
        ("APS-AH01-261012-0007-K", "A P S A H 0 1 2 6 1 0 1 2 0 0 0 7 K"),
        ("Máy AH-01", "Máy A H 0 1"),
        ("H00.00-261012-0001", "H 0 0 0 0 2 6 1 0 1 2 0 0 0 1"),
        ("K7M2QX", "K 7 M 2 Q X"),
        ("<b>Sửa</b> chỗ này", "Sửa chỗ này"),
        ("Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.", "Chưa bấm Gửi hồ sơ thì chưa gửi gì."),
        ("Ghi đủ họ, chữ đệm, tên – như trên giấy cũ.", "Ghi đủ họ, chữ đệm, tên, như trên giấy cũ."),
        ("Điều 15 khoản 2 năm 2026", "Điều 15 khoản 2 năm 2026"),
        ("32 inch, 1080 điểm", "32 inch, 1080 điểm"),
        ("NGUYỄN VĂN PHƯỚC", "NGUYỄN VĂN PHƯỚC"),
        ("", ""),
    ],
)
def test_vietnamese(written: str, said: str) -> None:
    assert spoken(written, VI) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Step 3/7 · The person named", "Step 3 of 7, The person named"),
        ("Born 05/01/1954", "Born 5 January 1954"),
        ("10/2026", "October 2026"),
        ("Open from 07:30", "Open from 7 30"),
        ("13:00", "13 o'clock"),
        ("••••••••4821", "number ending in 4 8 2 1"),
        ("16,000 dong", "16000 dong"),
        ("Original/copy", "Original or copy"),
    ],
)
def test_english(written: str, said: str) -> None:
    assert spoken(written, EN) == said


def test_the_voice_rests_between_texts_and_leaves_empty_ones_out() -> None:
    assert sentences(["Làm gì?", "Bấm vô một ô", "", "Xong."], VI) == "Làm gì? Bấm vô một ô. Xong."


@given(st.text(max_size=60), st.sampled_from(Language))
def test_any_text_can_be_said(text: str, language: Language) -> None:
    said = spoken(text, language)
    assert said == said.strip()
    assert "\u2060" not in said


@given(st.text("•0123456789", min_size=6, max_size=20))
def test_what_is_masked_stays_masked(number: str) -> None:
    assert sum(map(str.isdigit, spoken(number, VI))) <= sum(map(str.isdigit, number))
