"""What a citizen asks with the code and the secret of a slip: how a dossier stands, and its results."""

from __future__ import annotations

import hmac
import json
import time
from pathlib import Path
from typing import Any

import msgspec

from offline_queue.portal_simulator.answer import Answer, Problem, json_answer
from offline_queue.portal_simulator.archive import Archive, Record
from offline_queue.portal_simulator.body import Body
from offline_queue.portal_simulator.controls import Controls, Standing
from offline_queue.portal_simulator.results import Results, digest_of

_WRONG_GUESSES = 10
_WINDOW = 60.0
_FILED, _ASKS_FOR_PAPERS, _DONE = 1, 5, 9
"""Of the portal's ten statuses: *mới đăng ký*, *yêu cầu bổ sung giấy tờ*, *đã xử lý xong*."""


class Enquiries:
    """The look-up desk. A wrong secret and what does not exist are one answer, and count as one guess."""

    def __init__(self, archive: Archive, controls: Controls, folder: Path) -> None:
        self._archive = archive
        self._controls = controls
        self._results = Results(folder)
        self._guesses: list[float] = []

    def lookup(self, body: Body) -> Answer:
        """Say how a dossier stands. Raises Problem."""
        asked = _lookup_of(body.whole(10_000))
        return json_answer(200, self._standing(self._dossier(asked["code"], asked.get("secret") or "")))

    def result(self, code: str, document_id: str, secret: str) -> Answer:
        """Give one result. Raises Problem."""
        record = self._dossier(code, secret)
        title = self._told(record).get(document_id)
        if title is None:
            raise self._not_known()
        return self._results.answer(self._results.pdf(document_id, title, record), self._controls.state)

    def is_out(self, record: Record) -> bool:
        """Say whether the code of a dossier is told already."""
        return not (record.late and self._controls.state.late_codes)

    def _dossier(self, code: str, secret: str) -> Record:
        self._count_guesses()
        record = self._archive.by_code(code)
        if record is None or not record.secret or not hmac.compare_digest(record.secret.encode(), secret.encode()):
            raise self._not_known()
        return record

    def _standing(self, record: Record) -> dict[str, Any]:
        state, code = self._controls.state, record.code or ""
        missing, told = state.missing.get(code, {}), self._told(record)
        standing: dict[str, Any] = {
            "code": record.code if self.is_out(record) else None,
            "reference_code": record.reference_code,
            "procedure_name": f"Thủ tục {record.procedure}",  # what it is called nobody has told this portal
            "status": _ASKS_FOR_PAPERS if missing else _DONE if told else _FILED,
            "status_at": record.received_at,
            "due_at": None,
            "officer_message": None,
            "missing": [{"component": name, "reason": reason} for name, reason in missing.items()],
            "fee_due": None,
            "results": [self._told_of(document_id, title, record) for document_id, title in told.items()],
            "pickup": None,
        }
        officers: dict[str, Any] = msgspec.to_builtins(state.standings.get(code, Standing()))
        return standing | officers

    def _told(self, record: Record) -> dict[str, str]:
        return self._controls.state.results.get(record.code or "", {})

    def _told_of(self, document_id: str, title: str, record: Record) -> dict[str, Any]:
        pdf = self._results.pdf(document_id, title, record)
        return {"document_id": document_id, "title": title, "bytes": len(pdf), "sha256": digest_of(pdf)}

    def _count_guesses(self) -> None:
        """Refuse (429) after too many wrong guesses in a minute: a secret of the slip is short."""
        now = time.monotonic()
        self._guesses = [guess for guess in self._guesses if now - guess < _WINDOW]
        if len(self._guesses) >= _WRONG_GUESSES:
            raise Problem(429, "too many look-ups", {"Retry-After": str(int(_WINDOW))})

    def _not_known(self) -> Problem:
        self._guesses.append(time.monotonic())
        return Problem(404, "unknown code or document, or wrong secret")


def _lookup_of(body: bytes) -> dict[str, str]:
    try:
        asked = json.loads(body)
    except ValueError as error:
        raise Problem(400, "the body is not JSON") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("code"), str):
        raise Problem(400, "code must be told")
    if not all(name in {"code", "secret", "identity_token"} and isinstance(asked[name], str) for name in asked):
        raise Problem(400, "only code, secret and identity_token, as texts")
    return asked
