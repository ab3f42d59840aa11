"""The portal's words for citizens: as long as a page has room for, and nothing in them that is not seen."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Controls, marks of format (those that turn the direction of writing among them), halves of characters."""
_END_OF_LINE = re.compile("\r\n|[\r\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")
_LONGEST_LETTER = 4
"""Code points: a Vietnamese letter that is written in parts has three."""


def words_of(value: object, longest: int) -> str:
    """Return a text in lines, "" for none; one that is too long ends in "…". Raises TypeError for what is no text."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError("a text that is none")
    lines = _END_OF_LINE.sub("\n", value).replace("\t", " ")
    seen = "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in _UNSEEN)
    plain = _BLANK_LINES.sub("\n\n", seen).strip()
    words = unicodedata.normalize("NFC", plain[: _LONGEST_LETTER * longest])  # endless marks would take it for ever
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def line_of(value: object, longest: int) -> str:
    """Return a text in one line, otherwise as ``words_of``."""
    return " ".join(words_of(value, longest).split())
