"""How what is written is said: numbers, dates, codes and signs as a person would read them to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

from kiosk.domain.text import Language

_Words = Callable[..., str]
_Rule = tuple[re.Pattern[str], _Words]

_MASK = "•"
_LONG = 5
"""From this many digits on a number is read digit by digit: it is a code, a telephone, an identity."""

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def spoken(text: str, language: Language) -> str:
    """Return the words that a voice says for a text."""
    english = language is Language.ENGLISH
    said = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u2060", "")
    for pattern, words in _RULES:
        said = pattern.sub(partial(words, english=english), said)
    return re.sub(r"\s+([.,?!:;])", r"\1", re.sub(r"\s+", " ", said)).strip()


def sentences(texts: Iterable[str], language: Language) -> str:
    """Join texts so that the voice rests between them."""
    said = (spoken(text, language) for text in texts)
    return " ".join(words if words.endswith((".", "?", "!", ":")) else f"{words}." for words in said if words)


def _one_by_one(characters: str) -> str:
    return " ".join(character for character in characters if character.isalnum())


def _date(match: re.Match[str], *, english: bool) -> str:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if english:
        return f"{day} {_MONTHS[month - 1]} {year}"
    return f"{match['word'] or 'ngày '}{day} tháng {month} năm {year}"


def _month(match: re.Match[str], *, english: bool) -> str:
    month, year = int(match["month"]), match["year"]
    return f"{_MONTHS[month - 1]} {year}" if english else f"{match['word'] or 'tháng '}{month} năm {year}"


def _time(match: re.Match[str], *, english: bool) -> str:
    hour, minute = int(match["hour"]), match["minute"]
    if english:
        return f"{hour} {minute}" if minute != "00" else f"{hour} o'clock"
    return f"{hour} giờ {int(minute)}" if minute != "00" else f"{hour} giờ"


def _masked(match: re.Match[str], *, english: bool) -> str:
    last = _one_by_one(match["last"])
    if not last:
        return "hidden" if english else "số đã che"
    return f"number ending in {last}" if english else f"số có đuôi là {last}"


def _digits(match: re.Match[str], *, english: bool) -> str:
    del english
    return _one_by_one(match[0])


def _always(in_vietnamese: str, in_english: str) -> _Words:
    return lambda match, english: match.expand(in_english if english else in_vietnamese)


_DAY, _MONTH_NUMBER = r"(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:1[89]|2\d)\d\d)"

_RULES: tuple[_Rule, ...] = (
    (re.compile(r"<[^>]*>"), _always("", "")),
    (re.compile(rf"(?P<word>\bngày )?\b{_DAY}/{_MONTH_NUMBER}/{_YEAR}\b", re.IGNORECASE), _date),
    (re.compile(rf"(?P<word>\btháng )?\b{_MONTH_NUMBER}/{_YEAR}\b", re.IGNORECASE), _month),
    (re.compile(r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b"), _time),
    (re.compile(rf"{_MASK}[{_MASK} ]*(?P<last>\d*)"), _masked),
    # 16.000 đồng, 1,600,000 dong: one number, whose separators would be read as the end of it
    (re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{3})[.,](\d{3})(?![\d.,]?\d)"), _always(r"\1\2\3", r"\1\2\3")),
    (re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{3})(?![.,]?\d)(?= ?(?:đồng|đ\b|dong|VND))"), _always(r"\1\2", r"\1\2")),
    # codes: capitals and digits with dashes or dots, at least one digit
    (re.compile(r"\b(?=[A-Z0-9.-]*\d)(?=[A-Z0-9.-]*[A-Z-])[A-Z0-9]+(?:[.-][A-Z0-9]+)+\b"), _digits),
    (re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{4,}\b"), _digits),
    # telephone numbers, in groups or not
    (
        re.compile(r"(?<![\d.])(?:0|1[89]00)\d*(?:[ .]\d{1,4}){2,}\b|(?<![\d.])(?:0\d{2,4}|1[89]00)[ .]\d{3,}\b"),
        _digits,
    ),
    (re.compile(rf"(?<!\d)\d{{{_LONG},}}(?!\d| ?(?:đồng|đ\b|dong|VND))"), _digits),
    (re.compile(r"(?<=\d) ?/ ?(?=\d)"), _always(" trên ", " of ")),
    (re.compile(r"(?<=\w) ?/ ?(?=\w)"), _always(" ", " or ")),
    (re.compile(r" ?[·•|] ?"), _always(", ", ", ")),
    (re.compile(r" ?[–—] ?"), _always(", ", ", ")),
    (re.compile(r'[“”"…]'), _always("", "")),
)
"""In this order: what was written out already is not touched again."""
