"""Everything that is checked before a dossier is filed; each refusal is a problem of its own."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import re
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

import msgspec
import pikepdf
import pyrage

from offline_queue.portal_simulator.answer import Problem
from offline_queue.portal_simulator.schema import Paper, Payload, SealedFile, Submission
from offline_queue.portal_simulator.uploads import Uploads

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A submission that passed: ``papers`` are the PDFs by file name, ``payload`` the JSON as it was sealed."""

    submission: Submission
    payload: Payload
    payload_json: bytes
    papers: dict[str, bytes]


def read_submission(body: bytes, submission_id: UUID, kiosk_id: str) -> Submission:
    """Check the outside: the schema, whose it is, and its manifest digest. Raises Problem (400, 422)."""
    try:
        raw = json.loads(body)
    except ValueError as error:
        raise Problem(400, "the body is not JSON") from error
    submission = _convert(raw, Submission, "submission")
    if submission_id.version != 7:  # noqa: PLR2004 - UUIDv7, as the contract says
        raise Problem(422, "submission_id must be a UUIDv7")
    if submission.kiosk_id != kiosk_id:
        raise Problem(422, "kiosk_id is not the kiosk of the token")
    if submission.manifest_sha256 != manifest_of(raw):
        raise Problem(422, "manifest_sha256 is not the digest of this submission")
    if len({file.attachment_id for file in submission.attachments}) != len(submission.attachments):
        raise Problem(422, "an attachment_id stands twice")
    return submission


def manifest_of(raw: dict[str, Any]) -> str:
    """Digest the RFC 8785 form, made with the standard library alone: the outside holds only texts and integers."""
    outside = {name: value for name, value in raw.items() if name != "manifest_sha256"}
    outside["attachments"] = [
        {name: value for name, value in file.items() if name != "upload_id"} for file in raw["attachments"]
    ]
    text = json.dumps(outside, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def open_submission(
    submission_id: UUID, submission: Submission, uploads: Uploads, identity: pyrage.x25519.Identity
) -> Opened:
    """Fetch the uploads, unseal everything and check the inside. Raises Problem (422, 424)."""
    sealed = _fetch(submission_id, submission.attachments, uploads)
    payload_json = _unseal(_decoded(submission.payload), identity, "payload")
    try:
        payload = _convert(json.loads(payload_json), Payload, "payload")
    except ValueError as error:
        raise Problem(422, "payload: not JSON") from error
    if {paper.attachment_id for paper in payload.attachments} != set(sealed) or len(payload.attachments) != len(sealed):
        raise Problem(422, "payload: its attachments are not those of the outside")
    if len({paper.file_name for paper in payload.attachments}) != len(payload.attachments):
        raise Problem(422, "payload: a file_name stands twice")
    papers = {
        paper.file_name: _open_paper(paper, sealed[paper.attachment_id], identity) for paper in payload.attachments
    }
    return Opened(submission, payload, payload_json, papers)


def _convert(raw: object, kind: type[T], what: str) -> T:
    try:
        return msgspec.convert(raw, kind, strict=True)
    except msgspec.ValidationError as error:
        # The message may quote a value: a wrong choice of a list. Only its place is told.
        place = re.search(r"at `([^`]+)`$", str(error))
        unknown = re.search(r"unknown field `([^`]+)`", str(error))
        where = f"{place.group(1) if place else '$'}{f', {unknown.group(1)} is not known' if unknown else ''}"
        raise Problem(422, f"{what}: does not fit the schema at {where}") from error


def _fetch(submission_id: UUID, files: list[SealedFile], uploads: Uploads) -> dict[UUID, bytes]:
    found: dict[UUID, bytes] = {}
    missing: list[str] = []
    for file in files:
        data = _complete(submission_id, file, uploads)
        if data is None:
            missing.append(file.upload_id)
        else:
            found[file.attachment_id] = data
    if missing:
        raise Problem(424, "uploads are missing, expired or incomplete", uploads=missing)
    return found


def _complete(submission_id: UUID, file: SealedFile, uploads: Uploads) -> bytes | None:
    try:
        upload = uploads.find(file.upload_id)
    except Problem:
        return None
    if (upload.submission_id, upload.attachment_id) != (submission_id, file.attachment_id):
        raise Problem(422, "an upload was announced for something else")
    data = uploads.complete(file.upload_id, upload)
    if data is None:
        return None
    digest = hashlib.sha256(data).hexdigest()
    if len(data) != file.bytes or not digest == file.sha256 == upload.sha256:
        raise Problem(422, "an upload's bytes or sha256 are not as announced")
    return data


def _decoded(payload: str) -> bytes:
    try:
        return base64.b64decode(payload, validate=True)
    except binascii.Error as error:
        raise Problem(422, "payload: not base64") from error


def _unseal(data: bytes, identity: pyrage.x25519.Identity, what: str) -> bytes:
    try:
        return bytes(pyrage.decrypt(data, [identity]))
    except pyrage.DecryptError as error:
        raise Problem(422, f"{what}: not sealed to this gateway") from error


def _open_paper(paper: Paper, sealed: bytes, identity: pyrage.x25519.Identity) -> bytes:
    where = f"attachment {paper.attachment_id}"
    rule = re.escape(paper.component) + r"_[1-9][0-9]*_[A-Za-z0-9][A-Za-z0-9_-]*\.pdf"
    if re.fullmatch(rule, paper.file_name, re.ASCII) is None:
        raise Problem(422, f"{where}: file_name must be <component>_<n>_<name without diacritics>.pdf")
    pdf = _unseal(sealed, identity, where)
    if hashlib.sha256(pdf).hexdigest() != paper.sha256:
        raise Problem(422, f"{where}: sha256 is not that of the PDF")
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            pages = len(opened.pages)
    except pikepdf.PdfError as error:
        raise Problem(422, f"{where}: not a PDF") from error
    if pages != paper.pages:
        raise Problem(422, f"{where}: the PDF has {pages} pages")
    return pdf
