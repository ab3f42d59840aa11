"""Where dossiers are filed: one folder each, made in one step or not at all, and read again at the start."""

from __future__ import annotations

import json
import re
import shutil
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from offline_queue.portal_simulator.answer import Problem
from offline_queue.portal_simulator.checks import Opened

_VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
SUPPLEMENT = "supplement"
DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Record:
    """What the portal remembers of one submission. ``late`` means that its code was not in the first receipt.

    ``code`` is a dossier's own, or that of the dossier that it supplements.
    """

    submission_id: UUID
    kind: str
    reference_code: str
    manifest_sha256: str
    received_at: str
    code: str | None
    late: bool
    secret: str | None
    procedure: str

    def receipt(self, *, with_code: bool) -> dict[str, str | None]:
        """Return the contract's Receipt."""
        return {
            "submission_id": str(self.submission_id),
            "manifest_sha256": self.manifest_sha256,
            "received_at": self.received_at,
            "dossier_code": self.code if with_code else None,
        }


class Archive:
    """The folder of filed submissions: ``<id>/{submission.json, payload.json, receipt.json, papers/…}``."""

    def __init__(self, folder: Path, staging: Path, agency: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._agency = agency
        self._staging = staging
        self._lock = threading.Lock()
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        read = [_read(path) for path in folder.iterdir() if (path / ".record.json").exists()]
        read.sort(key=lambda record: record.received_at)
        self._records = {record.submission_id: record for record in read}

    def records(self) -> tuple[Record, ...]:
        """Return everything that was filed, oldest first."""
        with self._lock:
            return tuple(self._records.values())

    def find(self, submission_id: UUID) -> Record | None:
        """Return one submission's record."""
        with self._lock:
            return self._records.get(submission_id)

    def by_code(self, code: str) -> Record | None:
        """Return a record by its reference code, or a dossier by its own code."""
        dossier = self._dossier(code)
        return dossier or next((record for record in self.records() if code == record.reference_code), None)

    def has_dossier(self, code: str) -> bool:
        """Say whether a dossier was filed under this code."""
        return self._dossier(code) is not None

    def _dossier(self, code: str) -> Record | None:
        return next((record for record in self.records() if (record.kind, record.code) == (DOSSIER, code)), None)

    def file(self, submission_id: UUID, body: bytes, opened: Opened, *, late: bool) -> Record:
        """File it. Raises Problem (409) when another connection was faster."""
        with self._lock:
            if submission_id in self._records:
                raise Problem(409, "filed by another connection at this moment")
            record = self._record(submission_id, opened, late=late)
            self._write(record, body, opened)
            self._records[submission_id] = record
            return record

    def _record(self, submission_id: UUID, opened: Opened, *, late: bool) -> Record:
        submission, payload = opened.submission, opened.payload
        now = datetime.now(UTC)
        code = payload.dossier_code if submission.kind == SUPPLEMENT else None
        if submission.kind == DOSSIER:
            code = self._next_code(str(payload.agency_code or ""), now)
        return Record(
            submission_id=submission_id,
            kind=submission.kind,
            reference_code=submission.reference_code,
            manifest_sha256=submission.manifest_sha256,
            received_at=now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            code=code,
            late=late and code is not None,
            secret=payload.lookup_secret if isinstance(payload.lookup_secret, str) else None,
            procedure=submission.procedure.code if submission.procedure else "",
        )

    def _next_code(self, agency: str, now: datetime) -> str:
        agency = agency if re.fullmatch(r"[A-Z0-9]{3}(\.[A-Z0-9]{1,3}){0,4}", agency) else self._agency
        numbers = [int(record.code.rsplit("-", 1)[1]) for record in self._records.values() if record.code]
        return f"{agency}-{now.astimezone(_VIETNAM):%y%m%d}-{max(numbers, default=0) + 1:04d}"

    def _write(self, record: Record, body: bytes, opened: Opened) -> None:
        draft = self._staging / uuid4().hex
        (draft / "papers").mkdir(parents=True)
        for name, pdf in opened.papers.items():
            (draft / "papers" / name).write_bytes(pdf)
        (draft / "submission.json").write_bytes(body)
        (draft / "payload.json").write_bytes(opened.payload_json)
        receipt = record.receipt(with_code=not record.late)
        (draft / "receipt.json").write_text(json.dumps(receipt, indent=1), encoding="utf-8")
        (draft / ".record.json").write_text(json.dumps({"code": record.code, "late": record.late}), encoding="utf-8")
        draft.rename(self._folder / str(record.submission_id))


def _read(path: Path) -> Record:
    submission = json.loads((path / "submission.json").read_bytes())
    payload = json.loads((path / "payload.json").read_bytes())
    receipt = json.loads((path / "receipt.json").read_bytes())
    kept = json.loads((path / ".record.json").read_bytes())
    return Record(
        submission_id=UUID(path.name),
        kind=submission["kind"],
        reference_code=submission["reference_code"],
        manifest_sha256=submission["manifest_sha256"],
        received_at=receipt["received_at"],
        code=kept["code"],
        late=kept["late"],
        secret=payload.get("lookup_secret"),
        procedure=(submission.get("procedure") or {}).get("code", ""),
    )
