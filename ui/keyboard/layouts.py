"""The keys of the on-screen keyboard, as data: rows of keys, each with what it writes or does and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
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


@dataclass(frozen=True, slots=True)
class KeyCap:
    """One key: ``text`` is what it writes (or its word), ``span`` its width in columns of eight."""

    text: str
    act: Act = Act.WRITE
    span: int = 1
    tag: str = ""

    @property
    def name(self) -> str:
        """The object name: ``key:A`` for letters, ``key:space`` and the like for acts."""
        return f"key:{self.tag or (self.text if self.act is Act.WRITE else self.act.value)}"


def _write(letters: str) -> tuple[KeyCap, ...]:
    return tuple(KeyCap(letter) for letter in letters)


_SPACE = KeyCap("", Act.SPACE, 4)
_DELETE = KeyCap("", Act.DELETE, 2)

ROWS: dict[Layout, tuple[tuple[KeyCap, ...], ...]] = {
    Layout.LETTERS: (
        _write("AĂÂBCDĐE"),
        _write("ÊGHIKLMN"),
        _write("OÔƠPQRST"),
        (*_write("UƯVXY"), KeyCap("F J\nW Z", Act.SIGNS, tag="rare"), _DELETE),
        (KeyCap(", . -", Act.SIGNS, 2, tag="marks"), _SPACE, KeyCap("1 2 3", Act.SIGNS, 2)),
    ),
    Layout.SIGNS: (
        _write("12345678"),
        _write("90-/.,:'"),
        _write("FJWZ()+@"),
        (*_write(';=_#&"'), _DELETE),
        (KeyCap("A B C", Act.LETTERS, 2), _SPACE, KeyCap("?", span=2)),
    ),
}
"""Vietnamese order, eight columns. Letters that Vietnamese words do not have are with the signs."""
