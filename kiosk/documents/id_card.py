"""The QR payload of a Căn cước card (DOMAIN 4.4): seven fields parted by bars, newer cards with more. Never trusted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

from kiosk.domain.dates import PartialDate
from kiosk.domain.identity import IdCard, Sex

_FIELDS = 7
_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE}
_ID_NUMBER = re.compile(r"\d{12}", re.ASCII)
_OLD_NUMBER = re.compile(r"\d{9}", re.ASCII)
_DATE = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


def parse_id_card(payload: bytes) -> IdCard | None:
    """Read a payload of at least seven fields in strict UTF-8; None when it is anything else (a web address, say).

    A field that is unreadable or impossible is None and named in ``problems``; doubts about the number are named there
    too (the fourth digit tells century and sex, the fifth and sixth the year of birth) but leave it as it stands.
    """
    try:
        fields = [field.strip() for field in unicodedata.normalize("NFC", payload.decode("utf-8")).split("|")]
    except UnicodeDecodeError:
        return None
    if len(fields) < _FIELDS or not _ID_NUMBER.fullmatch(fields[0]):
        return None
    number, old, name, born, sex, residence, issued = fields[:_FIELDS]
    problems: list[str] = []
    card = IdCard(
        id_number=number,
        old_number=_checked(old, _OLD_NUMBER, "old_number", problems),
        full_name=_name(name, problems),
        birth_date=_date(born, "birth_date", problems),
        sex=_sex(sex, problems),
        residence=residence or None,
        issue_date=_date(issued, "issue_date", problems),
        extra=tuple(fields[_FIELDS:]),
    )
    return replace(card, problems=(*problems, *_doubts(card)))


def _checked(field: str, pattern: re.Pattern[str], name: str, problems: list[str]) -> str | None:
    if field and not pattern.fullmatch(field):
        problems.append(name)
        return None
    return field or None


def _name(field: str, problems: list[str]) -> str | None:
    if not field or any(letter.isdigit() for letter in field):
        problems.append("full_name")
        return None
    return field.upper()


def _sex(field: str, problems: list[str]) -> Sex | None:
    sex = _SEXES.get(field.casefold())
    if sex is None and field:
        problems.append("sex")
    return sex


def _date(field: str, name: str, problems: list[str]) -> PartialDate | None:
    match = _DATE.fullmatch(field)
    try:
        if match:
            day, month, year = map(int, match.groups())
            date(year, month, day)
            return PartialDate(year, month, day)
    except ValueError:
        pass
    if field:
        problems.append(name)
    return None


def _doubts(card: IdCard) -> list[str]:
    """Compare the number with birth date and sex [unverified rule of DOMAIN 4.4]: warnings, never a refusal."""
    if card.id_number is None or card.birth_date is None:
        return []
    doubts = []
    century, is_female = divmod(int(card.id_number[3]), 2)
    year = 1900 + 100 * century + int(card.id_number[4:6])
    if year != card.birth_date.year:
        doubts.append("id_number_birth_year")
    if card.sex is not None and (card.sex is Sex.FEMALE) != bool(is_female):
        doubts.append("id_number_sex")
    return doubts
