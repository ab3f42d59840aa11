"""Reading ``board.toml``: what a commune tells its people beside the procedures."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.shape import Table, TextTable
from kiosk.catalogue.toml import convert
from kiosk.domain.board import NO_BOARD, Announcement, Board, BoardCode, Hotline, Programme

FILE = "board.toml"

Weekday = Annotated[int, Meta(ge=1, le=7)]
Commune = Annotated[str, Meta(pattern=r"^\d{5}$")]


class _Entry(Table, frozen=True, kw_only=True):
    communes: tuple[Commune, ...] = ()
    unverified: str = ""


class ProgrammeTable(_Entry, frozen=True):
    """A local programme; ``weekdays`` 1 (Monday) to 7."""

    name: TextTable
    detail: TextTable
    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1)]
    procedures: tuple[str, ...] = ()


class CodeTable(_Entry, frozen=True):
    """A QR code of the board."""

    name: TextTable
    plain: TextTable
    url: Annotated[str, Meta(pattern=r"^https://\S+$")]


class HotlineTable(_Entry, frozen=True):
    """A number to call."""

    name: TextTable
    number: Annotated[str, Meta(pattern=r"^[0-9][0-9 .]+$")]


class AnnouncementTable(_Entry, frozen=True, rename={"shown_from": "from", "shown_until": "until"}):
    """A sentence for some days."""

    text: TextTable
    shown_from: date
    shown_until: date


class BoardTable(Table, frozen=True):
    """The whole file."""

    programmes: tuple[ProgrammeTable, ...] = ()
    codes: tuple[CodeTable, ...] = ()
    hotlines: tuple[HotlineTable, ...] = ()
    announcements: tuple[AnnouncementTable, ...] = ()


def load_board(directory: Path) -> Board:
    """Read the board of a catalogue folder; without the file there is none. Raises CatalogueError."""
    file = directory / FILE
    if not file.exists():
        return NO_BOARD
    table = convert(file, BoardTable)
    for number, one in enumerate(table.announcements):
        if one.shown_until < one.shown_from:
            raise CatalogueError(f"{file}: announcements[{number}]: until lies before from; correct the dates")
    return Board(
        programmes=tuple(
            Programme(one.name.text(), one.detail.text(), one.weekdays, one.procedures, one.communes)
            for one in table.programmes
        ),
        codes=tuple(BoardCode(one.name.text(), one.plain.text(), one.url, one.communes) for one in table.codes),
        hotlines=tuple(Hotline(one.name.text(), one.number, one.communes) for one in table.hotlines),
        announcements=tuple(
            Announcement(one.text.text(), one.shown_from, one.shown_until, one.communes) for one in table.announcements
        ),
    )


def unknown_names(board: Board, procedures: Container[str], communes: Container[str]) -> list[str]:
    """Return the place of each procedure and commune that is named and does not exist."""
    found = [
        f"programmes[{number}]: there is no procedure {code!r} in this catalogue; correct or remove it"
        for number, programme in enumerate(board.programmes)
        for code in programme.procedures
        if code not in procedures
    ]
    for kind in ("programmes", "codes", "hotlines", "announcements"):
        found += [
            f"{kind}[{number}]: there is no commune {code!r} in reference/communes.json; correct or remove it"
            for number, one in enumerate(getattr(board, kind))
            for code in one.communes
            if code not in communes
        ]
    return found


def doubts_of_board(directory: Path) -> list[str]:
    """Return what an officer must still confirm on the board. Raises CatalogueError."""
    file = directory / FILE
    if not file.exists():
        return []
    table = convert(file, BoardTable)
    return [
        f"{file}: {kind}[{number}]: {one.unverified}"
        for kind in ("programmes", "codes", "hotlines", "announcements")
        for number, one in enumerate(getattr(table, kind))
        if one.unverified
    ]
