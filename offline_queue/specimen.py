"""Marked test dossiers: real in every part, made of nothing about anybody."""

from __future__ import annotations

import secrets
from io import BytesIO

import pikepdf
from uuid6 import uuid7

from kiosk.domain.submission import Attachment, Submission, SubmissionKind
from kiosk.ports.clock import Clock

PROCEDURE = "TEST"
"""The procedure code of every test dossier; it stands outside, so that staff and portal see what it is."""


def specimen(agency_code: str, size: int, clock: Clock) -> Submission:
    """Return a test dossier with one page of PDF of about ``size`` bytes; 0 is a dossier without papers."""
    attachments = (Attachment(uuid7(), "test", "test_1_Thu_nghiem.pdf", 1, _pdf(size)),) if size else ()
    return Submission(
        submission_id=uuid7(),
        kind=SubmissionKind.DOSSIER,
        created_at=clock.now(),
        procedure_code=PROCEDURE,
        procedure_version="1",
        form_sha256="0" * 64,
        agency_code=agency_code,
        lookup_secret=secrets.token_hex(3).upper(),
        answers={"test": True},
        applicant=None,
        delivery=None,
        consents=(),
        attachments=attachments,
    )


def _pdf(size: int) -> bytes:
    """One empty page; random bytes in a stream that nothing draws make up the rest."""
    return _padded(max(0, size - len(_padded(0))))


def _padded(padding: int) -> bytes:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.Root.TestPadding = document.make_stream(secrets.token_bytes(padding))
        out = BytesIO()
        document.save(out, compress_streams=False)
        return out.getvalue()
