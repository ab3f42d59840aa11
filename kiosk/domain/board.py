"""What a commune tells its people beside the procedures: programmes, useful codes, telephone numbers, announcements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Programme:
    """A local programme (DOMAIN 1, rows 10 and 11): ``weekdays`` as in ``datetime.date.isoweekday``."""

    name: Text
    detail: Text
    weekdays: tuple[int, ...]
    procedures: tuple[str, ...]
    communes: tuple[str, ...] = ()

    def sentence(self) -> Text:
        """Say the programme in one line."""
        return Text.made(lambda language: f"{self.name.of(language)}: {self.detail.of(language)}")


@dataclass(frozen=True, slots=True)
class BoardCode:
    """One QR code of the board; ``plain`` says what a telephone opens with it."""

    name: Text
    plain: Text
    url: str
    communes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number to call, and what about; ``number`` is written as it is read aloud, with spaces."""

    name: Text
    number: str
    communes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence for everybody who comes, on the days from ``shown_from`` to ``shown_until``, both included."""

    text: Text
    shown_from: date
    shown_until: date
    communes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All of it, in the order in which it is written. Empty ``communes`` of an entry: it holds everywhere."""

    programmes: tuple[Programme, ...] = ()
    codes: tuple[BoardCode, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    announcements: tuple[Announcement, ...] = ()

    def at(self, commune_code: str) -> Board:
        """Return what holds in this commune; with an empty code only what holds everywhere."""

        def holds(communes: tuple[str, ...]) -> bool:
            return not communes or commune_code in communes

        return Board(
            programmes=tuple(one for one in self.programmes if holds(one.communes)),
            codes=tuple(one for one in self.codes if holds(one.communes)),
            hotlines=tuple(one for one in self.hotlines if holds(one.communes)),
            announcements=tuple(one for one in self.announcements if holds(one.communes)),
        )

    def announced(self, day: date) -> tuple[Announcement, ...]:
        """Return the announcements of a day."""
        return tuple(one for one in self.announcements if one.shown_from <= day <= one.shown_until)


NO_BOARD = Board()
