"""The inside of a submission (portal-api.yaml, Payload) as JSON, ready to be sealed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from kiosk.domain.submission import Submission
from offline_queue.chunks import digest_of


def timestamp(moment: datetime) -> str:
    """Write an aware moment as RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def payload_bytes(submission: Submission, pdf_sha256: Sequence[str] = ()) -> bytes:
    """Return the payload as UTF-8 JSON in NFC. What the contract does not let be null is left out when unknown.

    ``pdf_sha256`` (hex) are the digests of the PDFs, in their order, where they are known already.
    """
    digests = pdf_sha256 or [digest_of(attachment.pdf) for attachment in submission.attachments]
    inside: dict[str, Any] = {
        "form_sha256": submission.form_sha256,
        "agency_code": submission.agency_code,
        "dossier_code": submission.dossier_code,
        "lookup_secret": submission.lookup_secret,
        "answers": dict(submission.answers),
        "consents": _consents(submission),
        "assisted_by": submission.assisted_by,
        "attachments": _attachments(submission, digests),
    }
    inside |= _applicant(submission) | _delivery(submission)
    # No mark of JSON composes with a following accent, so the whole text can be brought to NFC at once.
    return unicodedata.normalize("NFC", json.dumps(inside, ensure_ascii=False, allow_nan=False)).encode()


def _consents(submission: Submission) -> list[dict[str, str]]:
    return [
        {"purpose": consent.purpose, "given_at": timestamp(consent.given_at), "text_sha256": consent.text_sha256}
        for consent in submission.consents
    ]


def _attachments(submission: Submission, digests: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "attachment_id": str(attachment.attachment_id),
            "component": attachment.component,
            "file_name": attachment.file_name,
            "pages": attachment.pages,
            "sha256": sha256,
        }
        for attachment, sha256 in zip(submission.attachments, digests, strict=True)
    ]


def _applicant(submission: Submission) -> dict[str, Any]:
    applicant = submission.applicant
    if applicant is None:
        return {}
    return {
        "applicant": {
            "full_name": applicant.full_name,
            "id_number": applicant.id_number,
            "identity": applicant.identity.value,
            "identity_token": None,
        }
    }


def _delivery(submission: Submission) -> dict[str, Any]:
    delivery = submission.delivery
    if delivery is None:
        return {}
    known = {"method": delivery.method.value, "address": delivery.address, "phone": delivery.phone}
    return {"delivery": {name: value for name, value in known.items() if value is not None}}
