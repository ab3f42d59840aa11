"""The kiosk's own reference code (*mã tạm tại máy*): ``APS-AH01-261012-0007-K``, with a check character.

The check character is a weighted sum modulo 31 over the characters between ``APS-`` and itself, taken in base 36 and
weighted with the powers of 3, a primitive root of 31. It catches every wrong character and every swap of neighbours,
but for five pairs in the kiosk's part whose values meet modulo 31 (0-V, 1-W, 2-X, 3-Y, 4-Z): 36 characters cannot be
told apart by the 31 that are left when I, L, O, 0 and 1 must not be printed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Self

_CHECK = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_FEWEST, _MOST = 4, 9
"""Digits of the running number."""

_WRITTEN = re.compile(
    rf"APS-([A-Z0-9]{{1,12}})-(\d{{2}})(\d{{2}})(\d{{2}})-(\d{{{_FEWEST},{_MOST}}})-([2-9A-HJKMNP-Z])", re.ASCII
)
_BETWEEN = re.compile(r"[\s-]+")


def check_character(body: str) -> str:
    """Return the check character for what stands before it, dashes left out."""
    total, weight = 0, 1
    for character in reversed(body.replace("-", "")):
        weight = weight * 3 % 31
        total += int(character, 36) * weight
    return _CHECK[total % 31]


@dataclass(frozen=True, slots=True)
class ReferenceCode:
    """A kiosk, a local day and the day's running number. ``kiosk`` is the kiosk's id without dashes."""

    kiosk: str
    day: date
    number: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read a code, in any case and with blanks around it. Raises ValueError where it was not read off well."""
        match = _WRITTEN.fullmatch(written.strip().upper())
        if match is None:
            raise ValueError(f"not a reference code: {written!r}")
        kiosk, year, month, day, number, check = match.groups()
        code = cls(kiosk, date(2000 + int(year), int(month), int(day)), int(number))
        if str(code) != match.group() or check_character(code.body) != check:
            raise ValueError(f"a character of this reference code is wrong: {written!r}")
        return code

    @classmethod
    def typed(cls, text: str) -> Self:
        """Read a code that was typed from paper, with or without its dashes. Raises ValueError as ``parse`` does."""
        plain = _BETWEEN.sub("", text).upper()
        ways = (rf"APS([A-Z0-9]+)(\d{{6}})(\d{{{digits}}})(.)" for digits in range(_FEWEST, _MOST + 1))
        parts = (re.fullmatch(way, plain, re.ASCII) for way in ways)
        for written in (
            _BETWEEN.sub("-", text.strip()),
            *("-".join(("APS", *one.groups())) for one in parts if one is not None),
        ):
            with suppress(ValueError):
                return cls.parse(written)
        raise ValueError(f"not a reference code: {text!r}")

    @property
    def body(self) -> str:
        """The characters that the check character vouches for."""
        return f"{self.kiosk}-{self.day:%y%m%d}-{self.number:04d}"

    def __str__(self) -> str:
        """Write the code as it is printed; more than 9999 a day grows digits."""
        return f"APS-{self.body}-{check_character(self.body)}"
