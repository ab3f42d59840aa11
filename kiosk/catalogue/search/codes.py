"""Finding a procedure by its code: whole, without its dot, or a part of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kiosk.domain.folding import fold

_DIGITS = re.compile(r"[0-9][0-9.\s]*")
_WHOLE_CODE = re.compile(r"(?<![0-9.])[0-9]\.[0-9]{6}(?![0-9])")
_SHORTEST = 3
_ELSEWHERE = 0.9


class Codes:
    """The codes of entries, by the number of the entry."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._digits: list[str] = []
        for number, code in enumerate(codes):
            self._whole[fold(code)].append(number)
            self._digits.append(_digits(code))

    def find(self, text: str) -> dict[int, float]:
        """Return the entries whose code stands in a text, or that have its digits (at least three), scored up to 1."""
        for code in (fold(text.strip()), *_WHOLE_CODE.findall(text)):
            if code and code in self._whole:
                return dict.fromkeys(self._whole[code], 1.0)
        digits = _digits(text)
        if not _DIGITS.fullmatch(text.strip()) or len(digits) < _SHORTEST:
            return {}
        return {
            number: len(digits) / len(code) * (1.0 if code.startswith(digits) else _ELSEWHERE)
            for number, code in enumerate(self._digits)
            if digits in code
        }


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
