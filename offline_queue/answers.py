"""Reading the portal's answers: which failure is which, and when a receipt is one."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import UUID

import httpx

from kiosk.domain.portal import (
    Busy,
    Filed,
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
_NUMBER = "[0-9]{1,18}"


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
            moment_of(document["received_at"]),
            code if isinstance(code, str) and code else None,
        )
    except (KeyError, ValueError):
        return Untrusted("a page that is no receipt")
    if receipt.submission_id != submission_id or receipt.manifest_sha256 != manifest_sha256:
        return Untrusted("a receipt for something else")
    return Filed(receipt)


def moment_of(value: object) -> datetime:
    """Read a moment, in UTC. Raises ValueError for one without a zone, or at the very edge of the calendar."""
    moment = datetime.fromisoformat(str(value))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("a time that other zones cannot show") from error


def json_of(answer: httpx.Response) -> dict[str, Any]:
    """Return the JSON object in an answer; an empty one for anything else."""
    try:
        document = answer.json()
    except (RecursionError, ValueError):
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
    return int(value) if re.fullmatch(_NUMBER, value) else None


def retry_after(answer: httpx.Response, now: datetime) -> float | None:
    """Read Retry-After (RFC 9110, 10.2.3) in seconds: a number, or a date."""
    number = number_in(answer, "Retry-After")
    if number is not None:
        return float(number)
    try:
        return max(0.0, (parsedate_to_datetime(answer.headers["Retry-After"]) - now).total_seconds())
    except (KeyError, OverflowError, TypeError, ValueError):
        return None
