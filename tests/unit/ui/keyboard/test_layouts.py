"""The keyboard has every letter that a Vietnamese name needs, once, under a name of its own."""

from __future__ import annotations

import pytest

from ui.keyboard.layouts import ROWS, Act, Layout


def test_every_letter_has_a_key() -> None:
    written = {key.text for rows in ROWS.values() for row in rows for key in row if key.act is Act.WRITE}
    assert set("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY") <= written
    assert set("0123456789FJWZ-/.,'") <= written


@pytest.mark.parametrize("layout", list(Layout))
def test_every_key_has_a_name_of_its_own_and_every_row_eight_columns(layout: Layout) -> None:
    names = [key.name for row in ROWS[layout] for key in row]
    assert len(names) == len(set(names))
    assert [sum(key.span for key in row) for row in ROWS[layout]] == [8] * 5


def test_each_layout_leads_to_the_other() -> None:
    assert Act.SIGNS in {key.act for row in ROWS[Layout.LETTERS] for key in row}
    assert Act.LETTERS in {key.act for row in ROWS[Layout.SIGNS] for key in row}
