"""Reading how a dossier stands: the one that was asked for, or nothing."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from kiosk.domain.portal import DossierStanding, ElectronicResult, MissingPaper, Untrusted
from offline_queue.answers import moment_of
from offline_queue.portal_words import line_of, words_of

_CODE, _NAME, _TITLE, _PICKUP, _MESSAGE, _REASON = 100, 300, 200, 300, 2000, 500
"""Characters that a page has room for."""
_MOST = 50
"""Results, and missing papers."""
_YEARS = range(1990, 2101)
"""A dossier's own; other years (1, 9999) are the portal's way to say that there is no date."""
_HIGHEST_FEE = 10**12


def standing_of(document: dict[str, Any], asked: str) -> DossierStanding | Untrusted:
    """Read how the dossier stands that was asked for by one of its codes."""
    try:
        standing = DossierStanding(
            code=line_of(document.get("code"), _CODE) or None,
            reference_code=line_of(document.get("reference_code"), _CODE),
            procedure_name=line_of(document.get("procedure_name"), _NAME),
            status=_status(document["status"]),
            status_at=_moment_or_none(document.get("status_at")),
            due_at=_moment_or_none(document.get("due_at")),
            officer_message=words_of(document.get("officer_message"), _MESSAGE) or None,
            fee_due=_amount(document.get("fee_due")),
            pickup=words_of(document.get("pickup"), _PICKUP) or None,
            missing=tuple(map(_missing, _list(document.get("missing")))),
            results=tuple(map(_result, _list(document.get("results")))),
        )
    except (KeyError, TypeError, ValueError):
        return Untrusted("a page that is no dossier")
    codes = {code.casefold() for code in (standing.code, standing.reference_code) if code}
    return Untrusted("another dossier") if codes and line_of(asked, _CODE).casefold() not in codes else standing


def _moment_or_none(value: object) -> datetime | None:
    if value is None:
        return None
    moment = datetime.fromisoformat(str(value))
    return moment_of(value) if moment.year in _YEARS else None


def _amount(value: object) -> int | None:
    if value is None:
        return None
    amount = int(str(value))
    if not 0 <= amount <= _HIGHEST_FEE:
        raise ValueError("a fee that nobody pays")
    return amount


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError("papers or results that are no list")
    return value[:_MOST]


def _missing(told: object) -> MissingPaper:
    match told:
        case {"component": str(component), **more} if component.strip():
            return MissingPaper(line_of(component, _CODE), words_of(more.get("reason"), _REASON))
        case _:
            raise ValueError("a missing paper that cannot be brought")


def _result(told: object) -> ElectronicResult:
    match told:
        case {"document_id": str(name), "title": str(title), "bytes": int(size), "sha256": str(digest)} if (
            name and size > 0 and size is not True and re.fullmatch("[0-9A-Fa-f]{64}", digest)
        ):
            words = line_of(title, _TITLE)
            if words:
                return ElectronicResult(name, words, size, digest.lower())
    raise ValueError("a result that cannot be fetched")


def _status(value: object) -> int:
    status = int(str(value))
    if not 1 <= status <= 10:  # noqa: PLR2004 - the portal's ten (DOMAIN 2.5)
        raise ValueError("a status that the portal does not have")
    return status
