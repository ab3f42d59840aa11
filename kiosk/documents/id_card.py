"""The QR payload of a Căn cước card (DOMAIN 4.4): seven fields parted by bars, newer cards with more. Never trusted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.dates import PartialDate
from kiosk.domain.id_number import ID_NUMBER, doubts_about
from kiosk.domain.identity import IdCard, Sex

_FIELDS = 7
_LONGEST = 2000
"""Bytes: a QR code holds 2,953, a card's payload a few hundred."""

_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE}
_OLD_NUMBER = re.compile(r"\d{9}", re.ASCII)
_DATE = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_TYPED = re.compile(r"(\d{12})([^\w\s])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_FIRST_YEAR = 1850
_NAME_SIGNS = frozenset(" '’-.")


@dataclass(frozen=True, slots=True)
class CardsFound:
    """What the codes of one picture say: one card, none, or several that are not the same (then ``card`` is None)."""

    card: IdCard | None = None
    several: bool = False


def find_card(payloads: Iterable[bytes]) -> CardsFound:
    """Pick the card among all codes of a picture. Between two different cards nothing is chosen."""
    cards = {card for card in map(parse_id_card, payloads) if card is not None}
    return CardsFound(cards.pop()) if len(cards) == 1 else CardsFound(several=len(cards) > 1)


def is_id_card(payload: bytes) -> bool:
    """Say whether a payload is a card's."""
    return parse_id_card(payload) is not None


def parse_id_card(payload: bytes) -> IdCard | None:
    """Read a payload of at least seven fields in strict UTF-8; None when it is anything else (a web address, say).

    A field that is unreadable or impossible is None and named in ``problems``; doubts about the number are named there
    too, but leave it as it stands.
    """
    try:
        fields = unicodedata.normalize("NFC", payload[:_LONGEST].decode("utf-8-sig")).split("|")
    except UnicodeDecodeError:
        return None
    if len(fields) < _FIELDS or not ID_NUMBER.fullmatch(fields[0].strip()):
        return None
    number, old, name, born, sex, residence, issued = (" ".join(field.split()) for field in fields[:_FIELDS])
    problems: list[str] = []
    card = IdCard(
        id_number=number,
        old_number=_old_number(old, problems),
        full_name=_name(name, problems),
        birth_date=_date(born, "birth_date", problems),
        sex=_sex(sex, problems),
        residence=_text(residence, "residence", problems),
        issue_date=_date(issued, "issue_date", problems),
        extra=tuple(fields[_FIELDS:]),
    )
    return replace(card, problems=(*problems, *_doubts(card)))


def parse_typed_card(typed: str) -> IdCard | None:
    """Read what a reader has typed as a keyboard: the number and the dates alone, for a layout mangles all letters.

    The sign that parts the fields may be mangled too; it is the one that follows the number. None when the typed text
    is not a card's.
    """
    match = _TYPED.match(typed.strip())
    fields = typed.strip().split(match[2]) if match else []
    if match is None or len(fields) < _FIELDS:
        return None
    problems: list[str] = []
    born, issued = (_date(fields[at], name, problems) for at, name in ((3, "birth_date"), (6, "issue_date")))
    card = IdCard(match[1], None, None, born, None, None, issued)
    return replace(card, problems=(*problems, *_doubts(card)))


def _old_number(field: str, problems: list[str]) -> str | None:
    if field and not (_OLD_NUMBER.fullmatch(field) or ID_NUMBER.fullmatch(field)):
        problems.append("old_number")
        return None
    return field or None


def _name(field: str, problems: list[str]) -> str | None:
    """Take letters of any script with the signs that names of our peoples have: H'Hen Niê, Y-Bhiăk."""
    if not field or not all(sign in _NAME_SIGNS or unicodedata.category(sign)[0] in "LM" for sign in field):
        problems.append("full_name")
        return None
    return field


def _text(field: str, name: str, problems: list[str]) -> str | None:
    if any(unicodedata.category(sign)[0] == "C" for sign in field):
        problems.append(name)
        return None
    return field or None


def _sex(field: str, problems: list[str]) -> Sex | None:
    sex = _SEXES.get(field.casefold())
    if sex is None and field:
        problems.append("sex")
    return sex


def _date(field: str, name: str, problems: list[str]) -> PartialDate | None:
    """Read ddmmyyyy, or the year alone of somebody whose day nobody knows."""
    try:
        if match := _DATE.fullmatch(field):
            day, month, year = map(int, match.groups())
            date(year, month, day)
            found = PartialDate(year, month, day)
        elif _YEAR.fullmatch(field):
            found = PartialDate(int(field))
        else:
            found = None
    except ValueError:
        found = None
    if found is not None and found.year >= _FIRST_YEAR:
        return found
    if field:
        problems.append(name)
    return None


def _doubts(card: IdCard) -> tuple[str, ...]:
    birth, issued = card.birth_date, card.issue_date
    doubts = doubts_about(card.id_number or "", birth.earliest if birth else None, card.sex)
    if birth is not None and issued is not None and issued.earliest < birth.earliest:
        doubts += ("issue_date_before_birth",)
    return doubts
