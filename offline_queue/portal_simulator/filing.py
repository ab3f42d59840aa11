"""Filing: every rule of the contract is checked, the payload unsealed, a dossier filed whole or not at all."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
import pyrage

from kiosk.domain.submission import SubmissionKind
from offline_queue.envelope import manifest_sha256
from offline_queue.portal_simulator.uploads import UploadStore

_OUTSIDE = frozenset(
    {"kind", "created_at", "kiosk_id", "reference_code", "procedure", "payload", "attachments", "manifest_sha256"}
)
_ATTACHMENT = frozenset({"attachment_id", "upload_id", "bytes", "sha256"})
_INSIDE = frozenset(
    {
        "form_sha256",
        "agency_code",
        "dossier_code",
        "lookup_secret",
        "answers",
        "applicant",
        "delivery",
        "consents",
        "assisted_by",
        "attachments",
    }
)
_FILE_NAME = re.compile(r"[A-Za-z0-9]+(_[A-Za-z0-9]+)*_\d+_[A-Za-z0-9_]*\.pdf")
_LONGEST_NAME = 100


class RefusedError(Exception):
    """Refused for good (422).

    The message is the problem's detail. It names fields and ids, never values or file names: the kiosk keeps it, in the
    clear, for its staff.
    """


class MissingUploadsError(Exception):
    """Uploads are missing, expired or incomplete (424)."""

    def __init__(self, upload_ids: list[str]) -> None:
        super().__init__(", ".join(upload_ids))
        self.upload_ids = upload_ids


class ConflictError(Exception):
    """The same id was filed with another manifest (409)."""


@dataclass(frozen=True, slots=True)
class Filing:
    """The answer to a PUT: the receipt, and whether it is the first."""

    receipt: Mapping[str, Any]
    is_new: bool


class Archive:
    """Files submissions below ``folder``: ``<submission_id>/{submission,payload,receipt}.json`` and ``papers/``."""

    def __init__(self, folder: Path, uploads: UploadStore, identity: pyrage.x25519.Identity, agency: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._uploads = uploads
        self._identity = identity
        self._agency = agency

    def receipt(self, submission_id: str) -> dict[str, Any] | None:
        """Return the receipt of a filed submission."""
        file = self.folder / submission_id / "receipt.json"
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None

    def filed(self) -> list[Path]:
        """Return the folders of all filed submissions, oldest first."""
        return sorted(path.parent for path in self.folder.glob("*/receipt.json"))

    def file(self, submission_id: UUID, document: Any, *, late_code: bool) -> Filing:
        """File once. Raises RefusedError, MissingUploadsError, ConflictError."""
        _check_outside(document)
        known = self.receipt(str(submission_id))
        if known is not None:
            if known["manifest_sha256"] != document["manifest_sha256"]:
                raise ConflictError
            return Filing(known, is_new=False)
        sealed = self._collect(submission_id, document)
        inside = _inside(self._open(_payload(document), "payload"))
        papers = self._papers(inside, sealed)
        code = self._dossier_code() if document["kind"] == SubmissionKind.DOSSIER and not late_code else None
        receipt = {
            "submission_id": str(submission_id),
            "manifest_sha256": document["manifest_sha256"],
            "received_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "dossier_code": code,
        }
        self._write(submission_id, {"submission": document, "payload": inside, "receipt": receipt}, papers)
        for attachment in document["attachments"]:
            self._uploads.drop(attachment["upload_id"])
        return Filing(receipt, is_new=True)

    def name(self, submission_id: str) -> dict[str, Any] | None:
        """Give a filed dossier its code, if it has none yet; returns the receipt."""
        receipt = self.receipt(submission_id)
        if receipt is not None and receipt["dossier_code"] is None:
            receipt["dossier_code"] = self._dossier_code()
            _write_json(self.folder / submission_id / "receipt.json", receipt)
        return receipt

    def _dossier_code(self) -> str:
        today = datetime.now(UTC)
        number = sum(1 for _ in self.folder.glob("*/receipt.json")) + 1
        return f"{self._agency}-{today:%y%m%d}-{number:04d}"

    def _collect(self, submission_id: UUID, document: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the sealed attachments by id, each complete and with the digest that the outside names."""
        missing, sealed = [], {}
        for attachment in document["attachments"]:
            record = self._uploads.find(attachment["upload_id"])
            if record is None or self._uploads.offset(record.upload_id) != record.size:
                missing.append(attachment["upload_id"])
                continue
            data = self._uploads.data(record.upload_id)
            if record.submission_id != str(submission_id) or record.attachment_id != attachment["attachment_id"]:
                raise RefusedError(f"upload {record.upload_id} was announced for something else")
            if len(data) != attachment["bytes"] or hashlib.sha256(data).hexdigest() != attachment["sha256"]:
                raise RefusedError(f"upload {record.upload_id} is not what the submission says")
            sealed[attachment["attachment_id"]] = data
        if missing:
            raise MissingUploadsError(missing)
        return sealed

    def _open(self, sealed: bytes, what: str) -> bytes:
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity]))
        except pyrage.DecryptError as error:
            raise RefusedError(f"{what} cannot be unsealed: {error}") from error

    def _papers(self, inside: Mapping[str, Any], sealed: Mapping[str, bytes]) -> dict[str, bytes]:
        listed = {str(entry.get("attachment_id")): entry for entry in inside.get("attachments", [])}
        if set(listed) != set(sealed):
            raise RefusedError("the payload lists other attachments than the submission")
        return {_checked_name(entry): self._checked_pdf(entry, sealed[key]) for key, entry in listed.items()}

    def _checked_pdf(self, entry: Mapping[str, Any], sealed: bytes) -> bytes:
        what = f"attachment {entry['attachment_id']}"
        pdf = self._open(sealed, what)
        if hashlib.sha256(pdf).hexdigest() != entry["sha256"]:
            raise RefusedError(f"{what}: not the file that was sealed")
        try:
            with pikepdf.open(BytesIO(pdf)) as opened:
                pages = len(opened.pages)
        except pikepdf.PdfError as error:
            raise RefusedError(f"{what}: no PDF") from error
        if pages != entry["pages"]:
            raise RefusedError(f"{what}: {pages} pages, not {entry['pages']}")
        return pdf

    def _write(self, submission_id: UUID, documents: Mapping[str, Any], papers: Mapping[str, bytes]) -> None:
        """Write everything aside, then rename the folder into place: filed in one step or not at all."""
        aside = self.folder / f".{submission_id}.{os.getpid()}"
        shutil.rmtree(aside, ignore_errors=True)
        (aside / "papers").mkdir(parents=True)
        for name, document in documents.items():
            _write_json(aside / f"{name}.json", document)
        for name, pdf in papers.items():
            (aside / "papers" / name).write_bytes(pdf)
        aside.rename(self.folder / str(submission_id))


def _write_json(file: Path, document: Any) -> None:
    aside = file.with_suffix(".tmp")
    aside.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    aside.rename(file)


def _check_outside(document: Any) -> None:
    if not isinstance(document, dict):
        raise RefusedError("the body must be a JSON object")
    _exactly(document, _OUTSIDE, "submission")
    if document["kind"] not in {kind.value for kind in SubmissionKind}:
        raise RefusedError(f"kind {document['kind']!r} is unknown")
    try:
        datetime.fromisoformat(str(document["created_at"]))
    except ValueError as error:
        raise RefusedError("created_at is no date-time") from error
    if not isinstance(document["attachments"], list):
        raise RefusedError("attachments must be a list")
    for attachment in document["attachments"]:
        if not isinstance(attachment, dict):
            raise RefusedError("an attachment must be an object")
        _exactly(attachment, _ATTACHMENT, "attachment")
    if manifest_sha256(document) != document["manifest_sha256"]:
        raise RefusedError("manifest_sha256 is not the digest of this submission")


def _exactly(document: Mapping[str, Any], names: frozenset[str], what: str) -> None:
    missing, unknown = sorted(names - set(document)), sorted(set(document) - names)
    if missing or unknown:
        raise RefusedError(f"{what}: missing {missing}, unknown {unknown}")


def _payload(document: Mapping[str, Any]) -> bytes:
    try:
        return base64.b64decode(document["payload"], validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise RefusedError("payload is not base64") from error


def _inside(data: bytes) -> dict[str, Any]:
    try:
        inside = json.loads(data)
    except ValueError as error:
        raise RefusedError("the payload is no JSON") from error
    if not isinstance(inside, dict):
        raise RefusedError("the payload must be an object")
    unknown = sorted(set(inside) - _INSIDE)
    if unknown:
        raise RefusedError(f"payload: unknown {unknown}")
    return inside


def _checked_name(entry: Mapping[str, Any]) -> str:
    name = str(entry.get("file_name"))
    if len(name) > _LONGEST_NAME or not _FILE_NAME.fullmatch(name):
        raise RefusedError(
            f"attachment {entry.get('attachment_id')}: file_name must be <component>_<n>_<name>.pdf, "
            f"at most {_LONGEST_NAME} long"
        )
    return name
