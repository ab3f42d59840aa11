"""An electronic result as it arrives: asked for at its own place, and believed only byte for byte."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from urllib.parse import quote

import httpx

from kiosk.domain.portal import ElectronicResult, ResultFetched, Untrusted

LARGEST = 50_000_000
"""Bytes: what a kiosk takes into its memory and gives to a printer."""
_PDF = "application/pdf"
_BEGINNING = b"%PDF-"
_DIGESTS = {"sha-256": hashlib.sha256, "sha-512": hashlib.sha512}
_BYTE_SEQUENCE = re.compile(r":([A-Za-z0-9+/]*={0,2}):[ \t]*(?:;.*)?")


def place_of(code: str, document_id: str) -> str | None:
    """Return where a result lies with the gateway, None where such names lead elsewhere (``..``) or nowhere."""
    if not {code, document_id}.isdisjoint({"", ".", ".."}):
        return None
    return f"kiosk/v1/dossiers/{quote(code, safe='')}/results/{quote(document_id, safe='')}"


def headers_of(secret: str | None) -> dict[str, str] | None:
    """Return what goes with the question, None for a secret that no slip has: it would not fit into a header.

    It is wanted as it is: ``Content-Digest`` is of what is sent, packed or not, the look-up's digest of the PDF.
    """
    headers = {"Accept": _PDF, "Accept-Encoding": "identity"}
    if secret is None:
        return headers
    return {**headers, "X-Lookup-Secret": secret} if re.fullmatch("[!-~]{1,200}", secret) else None


def result_of(answer: httpx.Response, wanted: ElectronicResult) -> ResultFetched | Untrusted:
    """Take a result that is in every byte what the look-up told of."""
    if answer.headers.get("Content-Type", "").partition(";")[0].strip().lower() != _PDF:
        return Untrusted("a result that is not called a PDF")
    pdf = answer.content
    if len(pdf) != wanted.size:
        return Untrusted(f"a result of {len(pdf)} bytes, where the look-up told of {wanted.size}")
    if hashlib.sha256(pdf).hexdigest() != wanted.sha256.lower():
        return Untrusted("a result with other bytes than the look-up told of (sha256)")
    if not pdf.startswith(_BEGINNING):
        return Untrusted("a result that is no PDF inside")
    reason = _differs(pdf, answer.headers.get("Content-Digest", ""))
    return ResultFetched(pdf) if reason is None else Untrusted(reason)


def _differs(content: bytes, field: str) -> str | None:
    """Compare with each digest of a ``Content-Digest`` (RFC 9530) that is known here; None when all agree."""
    for member in filter(None, (part.strip() for part in field.split(","))):
        name, _, value = member.partition("=")
        digest = _DIGESTS.get(name.strip().lower())
        if digest is None:
            continue
        told = _byte_sequence(value.strip())
        if told is None:
            return f"a result whose Content-Digest cannot be read ({name.strip().lower()})"
        if told != digest(content).digest():
            return f"a result with other bytes than its Content-Digest ({name.strip().lower()})"
    return None


def _byte_sequence(value: str) -> bytes | None:
    """Read a byte sequence of RFC 8941 (``:base64:``, with parameters behind it), None for anything else."""
    match = _BYTE_SEQUENCE.fullmatch(value)
    try:
        return None if match is None else base64.b64decode(match.group(1), validate=True)
    except binascii.Error:
        return None
