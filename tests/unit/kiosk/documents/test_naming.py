"""File names that the portal accepts, whatever the row is called."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents import attachment_file_name


def test_diacritics_and_dj_become_plain_letters() -> None:
    assert attachment_file_name("uy_quyen", 1, "Giấy ủy quyền (được chứng thực)") == (
        "uy_quyen_1_Giay_uy_quyen_duoc_chung_thuc.pdf"
    )


@given(st.from_regex(r"[a-z_]{1,30}", fullmatch=True), st.integers(1, 99), st.text(max_size=300))
def test_a_name_is_always_short_and_plain(component: str, number: int, name: str) -> None:
    file_name = attachment_file_name(component, number, name)
    assert len(file_name) <= 100
    assert re.fullmatch(r"[A-Za-z0-9_]+\.pdf", file_name)
