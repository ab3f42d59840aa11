"""Vouchers: each is given once, also by two processes and after a power cut; redeemed once; and nobody is named."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from drivers.gift_shelf import GiftFileError, GiftShelf
from kiosk.domain.gift import Gift, GiftStock, Redeemed, Redemption
from kiosk.domain.text import Text

WORDS = Text("Đưa phiếu này ở quầy", "Show this slip")
TODAY = date(2026, 11, 26)


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    file = tmp_path / "codes.txt"
    file.write_text("# tháng 11\nQT-001\n\n qt-002 \nQT-001\nQT-003\n", encoding="utf-8")
    return file


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "gifts.log"


def shelf(codes: Path, book: Path, today: date = TODAY) -> GiftShelf:
    return GiftShelf(codes, book, WORDS, lambda: today)


def test_each_code_is_given_once_in_its_order_also_after_a_restart(codes: Path, book: Path) -> None:
    assert shelf(codes, book).take() == Gift("QT-001", WORDS)
    assert shelf(codes, book).take() == Gift("QT-002", WORDS)
    assert shelf(codes, book).stock() == GiftStock(left=1, given=2, redeemed=0)
    assert shelf(codes, book).take() == Gift("QT-003", WORDS)
    assert shelf(codes, book).take() is None


def test_staff_fill_it_up_while_it_runs(codes: Path, book: Path) -> None:
    running = shelf(codes, book)
    for _ in range(3):
        running.take()
    codes.write_text("QT-003\nQT-004\n", encoding="utf-8")
    assert running.take() == Gift("QT-004", WORDS)


def test_many_at_once_never_get_the_same(tmp_path: Path, book: Path) -> None:
    codes = tmp_path / "many.txt"
    codes.write_text("\n".join(f"QT-{number:03}" for number in range(60)), encoding="ascii")
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: shelf(codes, book).take(), range(64)))
    found = [gift.code for gift in given if gift is not None]
    assert sorted(found) == [f"QT-{number:03}" for number in range(60)]


def test_a_line_that_a_power_cut_has_left_half_is_no_gift_given(codes: Path, book: Path) -> None:
    book.write_text("2026-11-25 given QT-001\n2026-11-26 given QT-0", encoding="ascii")
    assert shelf(codes, book).take() == Gift("QT-002", WORDS)
    assert book.read_text(encoding="ascii") == "2026-11-25 given QT-001\n2026-11-26 given QT-002\n"


def test_a_damaged_line_stops_nothing_and_gives_nothing_twice(codes: Path, book: Path) -> None:
    book.write_bytes(b"2026-11-25 given QT-001\n2026-99-99 given QT-002\n\xff\xff\nwhat is this line\n")
    assert shelf(codes, book).stock() == GiftStock(left=1, given=2, redeemed=0)
    assert shelf(codes, book).take() == Gift("QT-003", WORDS)


def test_a_gift_is_redeemed_once(codes: Path, book: Path) -> None:
    shelf(codes, book).take()
    assert shelf(codes, book).redeem(" qt-001 ") == Redeemed(Redemption.REDEEMED, TODAY)
    later = shelf(codes, book, date(2026, 12, 1))
    assert later.redeem("QT-001") == Redeemed(Redemption.REDEEMED_BEFORE, TODAY)
    assert later.redeem("QT-002") == Redeemed(Redemption.NEVER_GIVEN)
    assert later.stock() == GiftStock(left=2, given=1, redeemed=1)


def test_the_book_holds_a_day_and_a_code_and_is_for_this_user_alone(codes: Path, book: Path) -> None:
    shelf(codes, book).take()
    shelf(codes, book).redeem("QT-001")
    assert book.read_text(encoding="ascii") == "2026-11-26 given QT-001\n2026-11-26 redeemed QT-001\n"
    assert book.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("line", ["X", "QT 001", "QUÀ-001", "A" * 21, "-QT"])
def test_a_line_that_is_no_code_is_refused_with_its_number(codes: Path, book: Path, line: str) -> None:
    codes.write_text(f"QT-001\n{line}\n", encoding="utf-8")
    with pytest.raises(GiftFileError, match=r"codes\.txt, line 2: .* write 3 to 20 of A-Z"):
        shelf(codes, book)


def test_a_file_that_goes_away_or_a_book_that_cannot_be_written_is_no_gift(codes: Path, book: Path) -> None:
    running = shelf(codes, book)
    codes.unlink()
    assert running.take() is None
    codes.write_text("QT-001\n", encoding="ascii")
    assert shelf(codes, book.parent / "nowhere" / "gifts.log").take() is None
    with pytest.raises(GiftFileError, match="cannot be read"):
        shelf(codes.with_name("other"), book)
