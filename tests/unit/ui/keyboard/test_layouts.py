"""Every keyboard has what can be asked for, each key once, under a name of its own, and no way is a dead end."""

from __future__ import annotations

import pytest

from kiosk.vietnamese.methods import Method
from ui.keyboard.layouts import Act, Page, Row, Way, address_rows, next_way, rows_of

WAYS: list[Way] = [None, *Method]
KEYBOARDS = {
    f"{way or 'abc'}-{page}{'-cased' * cased}{'-small' * small}": rows_of(way, page, cased=cased, small=small)
    for way in WAYS
    for page in Page
    for cased in (False, True)
    for small in (False, True)
} | {f"{way or 'abc'}-address": address_rows(way) for way in WAYS}


def written(rows: tuple[Row, ...]) -> set[str]:
    return {key.text for row in rows for key in row if key.act is Act.WRITE}


def acts(rows: tuple[Row, ...]) -> set[Act]:
    return {key.act for row in rows for key in row}


@pytest.mark.parametrize("rows", KEYBOARDS.values(), ids=KEYBOARDS)
def test_every_key_has_a_name_of_its_own_and_every_row_is_full(rows: tuple[Row, ...]) -> None:
    names = [key.name for row in rows for key in row]
    assert len(names) == len(set(names))
    widths = {sum(key.span for key in row) for row in rows}
    assert widths in ({8}, {10})
    assert len(rows) == 5
    assert Act.DELETE in acts(rows)


def test_in_vietnamese_order_every_letter_and_sign_has_a_key() -> None:
    both = written(rows_of(None, Page.LETTERS)) | written(rows_of(None, Page.SIGNS))
    assert set("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY0123456789FJWZ-/.,'") <= both


@pytest.mark.parametrize("method", Method)
def test_typists_have_all_letters_and_digits_on_one_page(method: Method) -> None:
    assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.,") <= written(rows_of(method, Page.LETTERS))


@pytest.mark.parametrize("way", WAYS)
def test_an_address_needs_no_other_page(way: Way) -> None:
    rows = address_rows(way)
    assert set("abcdefghijklmnopqrstuvwxyz0123456789@._-") <= written(rows)
    assert {"@gmail.com", ".com"} <= written(rows)
    assert Act.SPACE not in acts(rows)


@pytest.mark.parametrize("way", WAYS)
def test_pages_lead_to_each_other(way: Way) -> None:
    assert {Act.SIGNS, Act.WAY} <= acts(rows_of(way, Page.LETTERS))
    assert Act.LETTERS in acts(rows_of(way, Page.SIGNS))


@pytest.mark.parametrize("way", WAYS)
def test_letters_keep_their_names_when_they_are_small(way: Way) -> None:
    big, small = (rows_of(way, Page.LETTERS, cased=True, small=small) for small in (False, True))
    assert [[key.name for key in row] for row in big] == [[key.name for key in row] for row in small]
    assert written(small) == {text.lower() for text in written(big)}
    assert Act.CASE in acts(big)
    assert Act.CASE not in acts(rows_of(way, Page.LETTERS))


def test_the_ways_go_round() -> None:
    assert [next_way(way) for way in WAYS] == [Method.TELEX, Method.VNI, None]
