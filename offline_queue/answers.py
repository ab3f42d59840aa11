"""Reading the portal's answers: which failure is which, and when a receipt is one."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import UUID

import httpx

from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    Filed,
    MissingPaper,
    PortalFailure,
    Receipt,
    Refused,
    Unauthorised,
    Untrusted,
)

AGAIN = frozenset({408, 425, 429})
FOR_GOOD = frozenset({400, 413, 415, 422})
NO_ENTRY = frozenset({401, 403})
_LONGEST_DETAIL = 200


def failure_of(answer: httpx.Response, now: datetime) -> PortalFailure:
    """Sort an answer that is not the hoped-for one, as the contract says; ``now`` is aware."""
    status = answer.status_code
    if status in NO_ENTRY:
        return Unauthorised(status, detail_of(answer))
    if status in FOR_GOOD:
        return Refused(status, detail_of(answer))
    if status in AGAIN or status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return Busy(status, retry_after(answer, now))
    return Untrusted(f"an answer that the contract does not know ({status})")


def receipt_of(document: dict[str, Any], submission_id: UUID, manifest_sha256: str) -> Filed | Untrusted:
    """Believe a receipt only when it names our own submission and manifest; anything else is a failed try."""
    try:
        code = document.get("dossier_code")
        receipt = Receipt(
            UUID(str(document["submission_id"])),
            str(document["manifest_sha256"]).lower(),
            _moment(document["received_at"]),
            code if isinstance(code, str) and code else None,
        )
    except (KeyError, ValueError):
        return Untrusted("a page that is no receipt")
    if receipt.submission_id != submission_id or receipt.manifest_sha256 != manifest_sha256:
        return Untrusted("a receipt for something else")
    return Filed(receipt)


def standing_of(document: dict[str, Any]) -> DossierStanding | Untrusted:
    """Read how a dossier stands."""
    try:
        return DossierStanding(
            code=_text(document.get("code")),
            reference_code=str(document.get("reference_code", "")),
            procedure_name=str(document.get("procedure_name", "")),
            status=_status(document["status"]),
            status_at=_moment_or_none(document.get("status_at")),
            due_at=_moment_or_none(document.get("due_at")),
            officer_message=_text(document.get("officer_message")),
            fee_due=_amount(document.get("fee_due")),
            pickup=_text(document.get("pickup")),
            missing=_missing(document.get("missing") or []),
            results=_results(document.get("results") or []),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return Untrusted("a page that is no dossier")


def json_of(answer: httpx.Response) -> dict[str, Any]:
    """Return the JSON object in an answer; an empty one for anything else."""
    try:
        document = answer.json()
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def detail_of(answer: httpx.Response) -> str:
    """Return the portal's reason, for staff: short, and without long numbers, for it lies on the disk in the clear."""
    document = json_of(answer)
    words = document.get("detail") or document.get("title") or document.get("error") or answer.reason_phrase
    return re.sub(r"\d{6,}", "…", str(words))[:_LONGEST_DETAIL]


def number_in(answer: httpx.Response, header: str) -> int | None:
    """Return the number in a header, None where there is none."""
    value = answer.headers.get(header, "")
    return int(value) if value.isascii() and value.isdecimal() else None


def retry_after(answer: httpx.Response, now: datetime) -> float | None:
    """Read Retry-After (RFC 9110, 10.2.3) in seconds: a number, or a date."""
    number = number_in(answer, "Retry-After")
    if number is not None:
        return float(number)
    try:
        return max(0.0, (parsedate_to_datetime(answer.headers["Retry-After"]) - now).total_seconds())
    except (KeyError, TypeError, ValueError):
        return None


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(str(value))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment


def _moment_or_none(value: object) -> datetime | None:
    return None if value is None else _moment(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _amount(value: object) -> int | None:
    return None if value is None else int(str(value))


def _missing(value: object) -> tuple[MissingPaper, ...]:
    if not isinstance(value, list):
        raise TypeError("missing papers that are no list")
    return tuple(MissingPaper(str(paper["component"]), str(paper.get("reason") or "")) for paper in value)


def _results(value: object) -> tuple[ElectronicResult, ...]:
    if not isinstance(value, list):
        raise TypeError("results that are no list")
    return tuple(map(_result, value))


def _result(told: object) -> ElectronicResult:
    match told:
        case {"document_id": str(name), "title": str(title), "bytes": int(size), "sha256": str(digest)} if (
            name and title.strip() and size > 0 and size is not True and re.fullmatch("[0-9A-Fa-f]{64}", digest)
        ):
            return ElectronicResult(name, title, size, digest.lower())
        case _:
            raise ValueError("a result that cannot be fetched")


def _status(value: object) -> int:
    status = int(str(value))
    if not 1 <= status <= 10:  # noqa: PLR2004 - the portal's ten (DOMAIN 2.5)
        raise ValueError("a status that the portal does not have")
    return status
