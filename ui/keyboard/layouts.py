"""The keys of the on-screen keyboard, as data: rows of keys, each with what it writes or does and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.vietnamese.methods import Method

Way = Method | None
"""How Vietnamese is typed: with Telex or VNI; None is the ABC with its tone keys."""


class Page(StrEnum):
    """Which keys are up."""

    LETTERS = "letters"
    SIGNS = "signs"


class Act(StrEnum):
    """What a key does when it does not write."""

    WRITE = "write"
    SPACE = "space"
    DELETE = "delete"
    SIGNS = "signs"
    LETTERS = "letters"
    CASE = "case"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class KeyCap:
    """One key: ``text`` is what it writes (or its word), ``span`` its width in columns."""

    text: str
    act: Act = Act.WRITE
    span: int = 1
    tag: str = ""

    @property
    def name(self) -> str:
        """The object name: ``key:A`` for letters, big or small, ``key:space`` and the like for acts."""
        return f"key:{self.tag or (self.text.upper() if self.act is Act.WRITE else self.act.value)}"


Row = tuple[KeyCap, ...]


def _write(letters: str) -> Row:
    return tuple(KeyCap(letter) for letter in letters)


_WAY = KeyCap("", Act.WAY, 2)
_CASE = KeyCap("", Act.CASE, 2)
_DELETE = KeyCap("", Act.DELETE, 2)
_DIGITS = _write("1234567890")


def _bottom(blank: int, *after: KeyCap, cased: bool) -> Row:
    """Return the last row; where small letters can be had the blank gives room for the key that changes to them."""
    middle = (_CASE, KeyCap("", Act.SPACE, blank - 2)) if cased else (KeyCap("", Act.SPACE, blank),)
    return (_WAY, *middle, *after)


def _in_order(*, cased: bool) -> tuple[Row, ...]:
    """Return Vietnamese order, eight columns. Letters that Vietnamese words do not have are with the signs."""
    return (
        _write("AĂÂBCDĐE"),
        _write("ÊGHIKLMN"),
        _write("OÔƠPQRST"),
        (*_write("UƯVXY"), KeyCap("F J\nW Z", Act.SIGNS, tag="rare"), _DELETE),
        _bottom(4, KeyCap("1 2 3", Act.SIGNS, 2), cased=cased),
    )


def _for_typists(*, cased: bool) -> tuple[Row, ...]:
    """Return the order of typewriters, ten columns, for Telex and VNI."""
    return (
        _DIGITS,
        _write("QWERTYUIOP"),
        _write("ASDFGHJKL-"),
        _write("ZXCVBNM,./"),
        _bottom(5, KeyCap("' ( ?", Act.SIGNS), _DELETE, cased=cased),
    )


_SIGNS: tuple[Row, ...] = (
    _write("12345678"),
    _write("90-/.,:'"),
    _write("FJWZ()+@"),
    (*_write(';=_#&"'), _DELETE),
    (KeyCap("A B C", Act.LETTERS, 2), KeyCap("", Act.SPACE, 4), KeyCap("?", span=2)),
)

_ADDRESS_END: Row = (_WAY, KeyCap("@gmail.com", span=4, tag="gmail"), KeyCap(".com", span=2, tag="com"), _DELETE)
_ADDRESS_IN_ORDER = (_DIGITS, _write("ABCDEFGHIJ"), _write("KLMNOPQRST"), _write("UVWXYZ.-_@"), _ADDRESS_END)
_ADDRESS_FOR_TYPISTS = (_DIGITS, _write("QWERTYUIOP"), _write("ASDFGHJKL@"), _write("ZXCVBNM.-_"), _ADDRESS_END)
_CODE_END: Row = (*_write("UVWXYZ-."), replace(_DELETE, span=2))


def code_rows() -> tuple[Row, ...]:
    """Return the rows for a code off a paper: letters and digits at a glance."""
    return (_DIGITS, _write("ABCDEFGHIJ"), _write("KLMNOPQRST"), _CODE_END)


def rows_of(way: Way, page: Page, *, cased: bool = False, small: bool = False) -> tuple[Row, ...]:
    """Return the rows of a keyboard: ``cased`` where small letters can be had, ``small`` while they are up."""
    letters = _in_order if way is None else _for_typists
    rows = _SIGNS if page is Page.SIGNS else letters(cased=cased)
    return _lowered(rows) if small else rows


def address_rows(way: Way) -> tuple[Row, ...]:
    """Return the rows for an e-mail address: plain small letters, in the order that the citizen has chosen."""
    return _lowered(_ADDRESS_IN_ORDER if way is None else _ADDRESS_FOR_TYPISTS)


def next_way(way: Way) -> Way:
    """Return what *Đổi kiểu gõ* changes to: ABC, Telex, VNI, and ABC again."""
    ways: tuple[Way, ...] = (None, *Method)
    return ways[(ways.index(way) + 1) % len(ways)]


def _lowered(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(
        tuple(replace(cap, text=cap.text.lower()) if cap.act is Act.WRITE else cap for cap in row) for row in rows
    )
