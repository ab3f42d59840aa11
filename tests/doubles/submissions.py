"""Submissions to queue and send, each with real PDFs inside."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from uuid6 import uuid7

from kiosk.domain.identity import Applicant, IdentitySource
from kiosk.domain.procedure import DeliveryMethod
from kiosk.domain.submission import Attachment, Consent, Delivery, Submission, SubmissionKind

NAME = "NGUYỄN THỊ CANARY-HOA"
ID_NUMBER = "087153004821"
ANSWER = "Ấp Canary-Ba, xã Bình An"
CANARIES = (NAME, ID_NUMBER, ANSWER, "NGUYEN THI CANARY", "CANARY")
"""Texts of the submissions below that must never be found in the clear on a disk."""


def pdf(pages: int, size: int = 0) -> bytes:
    """Return a PDF with empty pages, padded to about ``size`` bytes."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    if size:
        noise = b"".join(hashlib.sha256(str(number).encode()).digest() for number in range(size // 32))
        document.Root.Padding = document.make_stream(noise)
    out = BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


def submission(*sizes: int, **changes: Any) -> Submission:
    """Return a dossier with one attachment of two pages for each size in bytes."""
    attachments = tuple(
        Attachment(uuid7(), "uy_quyen", f"uy_quyen_{number}_Giay_uy_quyen.pdf", 2, pdf(2, size))
        for number, size in enumerate(sizes, 1)
    )
    dossier = Submission(
        submission_id=uuid7(),
        kind=SubmissionKind.DOSSIER,
        created_at=datetime(2026, 10, 12, 1, 31, tzinfo=UTC),
        procedure_code="2.000635",
        procedure_version="2026-09",
        form_sha256="0" * 64,
        agency_code="H00.00",
        lookup_secret="K7M2QX",  # noqa: S106 - a secret of this test
        answers={"citizenHoSo_CoQuanDangKy": ANSWER, "copies": 2},
        applicant=Applicant(NAME, ID_NUMBER, IdentitySource.TYPED),
        delivery=Delivery(DeliveryMethod.COUNTER),
        consents=(Consent("process_dossier", datetime(2026, 10, 12, 1, 20, tzinfo=UTC), "1" * 64),),
        attachments=attachments,
    )
    return replace(dossier, **changes)
