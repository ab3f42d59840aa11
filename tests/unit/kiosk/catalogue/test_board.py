"""The board: what holds where, and what is refused by name; a broken board takes nothing else out of service."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from doubles.publisher import copy_catalogue

import config
from kiosk.catalogue import CatalogueError, load_catalogue
from kiosk.catalogue.board import doubts_of_board, load_board
from kiosk.catalogue.check import check_catalogue
from kiosk.domain.board import NO_BOARD, Board, Hotline, Programme
from kiosk.domain.text import Text

SHIPPED = Path(config.__file__).parent
NAME = Text("Tên", "Name")
TODAY = date(2026, 10, 12)


def today() -> date:
    return TODAY


def write(folder: Path, text: str) -> Path:
    (folder / "board.toml").write_text(text, encoding="utf-8")
    return folder


def announcement(first: str, last: str) -> str:
    return f'[[announcements]]\ntext = {{ vi = "Nghỉ lễ", en = "Closed" }}\nfrom = {first}\nuntil = {last}\n'


def test_an_entry_holds_in_its_communes_and_one_without_holds_everywhere() -> None:
    there = Programme(NAME, NAME, (4,), (), ("29905",))
    anywhere = Hotline(NAME, "1800 1096")
    board = Board(programmes=(there,), hotlines=(anywhere,))
    assert board.at("29905") == board
    assert board.at("29869") == Board(hotlines=(anywhere,))
    assert board.at("") == Board(hotlines=(anywhere,))


def test_the_board_that_ships_has_both_programmes_for_their_commune_alone() -> None:
    board = load_catalogue(SHIPPED, today).board
    assert [programme.weekdays for programme in board.at("29905").programmes] == [(4,), (2, 5)]
    assert board.at("").programmes == ()
    assert board.at("").codes


def test_what_is_doubtful_is_kept_and_told() -> None:
    assert any("programmes[0]" in doubt and "must be asked" in doubt for doubt in doubts_of_board(SHIPPED))


def test_a_catalogue_needs_no_board(tmp_path: Path) -> None:
    assert load_board(tmp_path) == NO_BOARD
    assert doubts_of_board(tmp_path) == []


def test_an_announcement_has_its_days(tmp_path: Path) -> None:
    shown = load_board(write(tmp_path, announcement("2027-02-06", "2027-02-14"))).announcements[0]
    assert (shown.text.vi, shown.shown_from, shown.shown_until) == ("Nghỉ lễ", date(2027, 2, 6), date(2027, 2, 14))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[programmes]", "board.toml"),
        ('[[programmes]]\nname = { vi = "a", en = "b" }', "detail"),
        (
            '[[programmes]]\nname = { vi = "a", en = "b" }\ndetail = { vi = "a", en = "b" }\nweekdays = [8]',
            r"programmes\[0\]\.weekdays\[0\]",
        ),
        ('[[codes]]\nname = { vi = "a", en = "b" }\nplain = { vi = "a", en = "b" }\nurl = "javascript:x"', "url"),
        ('[[hotlines]]\nname = { vi = "a", en = "b" }\nnumber = "gọi"', "number"),
        ("[[posters]]", "posters"),
        (announcement("2027-02-14", "2027-02-06"), r"announcements\[0\]: until lies before from"),
    ],
)
def test_a_wrong_board_is_refused_by_name(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        load_board(write(tmp_path, text))


def test_a_broken_board_leaves_the_procedures_in_service_and_is_reported(tmp_path: Path) -> None:
    folder = write(copy_catalogue(tmp_path / "own"), "[[posters]]")
    catalogue = load_catalogue(folder, today)
    assert catalogue.get("2.000635") is not None
    assert catalogue.board == NO_BOARD
    assert len(catalogue.problems) == 1
    assert "board.toml" in catalogue.problems[0]


def test_the_check_names_procedures_and_communes_that_do_not_exist(tmp_path: Path) -> None:
    folder = copy_catalogue(tmp_path / "own")
    text = (SHIPPED / "board.toml").read_text(encoding="utf-8")
    write(folder, text.replace('communes = ["29905"]', 'communes = ["00000"]', 1))
    found = "\n".join(check_catalogue(folder, today))
    assert "programmes[0]: there is no procedure '2.000815'" in found
    assert "programmes[0]: there is no commune '00000'" in found
