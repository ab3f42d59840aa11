"""The portal's resources: which question goes where, and what is answered."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import UUID

from offline_queue.portal_simulator.answer import Answer, LineBroken, Problem, json_answer
from offline_queue.portal_simulator.archive import SUPPLEMENT, Archive, Record
from offline_queue.portal_simulator.body import Body
from offline_queue.portal_simulator.checks import Opened, open_submission, read_submission
from offline_queue.portal_simulator.controls import Controls
from offline_queue.portal_simulator.enquiries import Enquiries
from offline_queue.portal_simulator.keys import Keys
from offline_queue.portal_simulator.tokens import Tokens
from offline_queue.portal_simulator.uploads import PATH, Uploads

_MAX_JSON = 8_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """One request; ``base`` is the address under which the portal was asked for."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: Body
    base: str


class Gateway:
    """Answers questions; knows nothing of sockets."""

    def __init__(
        self, keys: Keys, uploads: Uploads, archive: Archive, enquiries: Enquiries, controls: Controls
    ) -> None:
        self.keys = keys
        self.uploads = uploads
        self.archive = archive
        self.enquiries = enquiries
        self.controls = controls
        self.tokens = Tokens(keys)
        self._filing = threading.Lock()
        self.requests = 0

    def answer(self, question: Question) -> Answer:
        """Answer one question. Raises Problem, LineBroken."""
        method, path = question.method, question.path
        if path == "/oauth2/token":
            _allow(method, "POST")
            _content_type(question, "application/x-www-form-urlencoded")
            if self.controls.state.refuse_tokens:
                return json_answer(401, {"error": "invalid_client"})
            return self.tokens.issue(question.body.whole(100_000), f"{question.base}/oauth2/token")
        if path == PATH and method == "OPTIONS":
            return self.uploads.options()
        if not path.startswith("/kiosk/v1/"):
            raise Problem(404, "no such resource; VNeID logins and the catalogue are not part of this simulator")
        if self.controls.state.refuse_tokens:
            self.tokens.revoke()
        if self.controls.state.expire_uploads:
            self.uploads.expire_all()
        kiosk_id = self.tokens.kiosk(question.headers.get("Authorization"))
        return self._resource(question, kiosk_id)

    def _resource(self, question: Question, kiosk_id: str) -> Answer:
        method, path = question.method, question.path
        if path == PATH:
            _allow(method, "POST")
            return self.uploads.create(question.headers)
        if match := re.fullmatch(rf"{PATH}/([^/]+)", path):
            _allow(method, "HEAD", "PATCH")
            if method == "HEAD":
                return self.uploads.head(match.group(1), question.headers)
            return self.uploads.append(match.group(1), question.headers, question.body)
        if match := re.fullmatch(r"/kiosk/v1/submissions/([^/]+)", path):
            _allow(method, "PUT", "GET")
            submission_id = _uuid(match.group(1))
            return self._put(question, submission_id, kiosk_id) if method == "PUT" else self._get(submission_id)
        if path == "/kiosk/v1/dossiers/lookup":
            _allow(method, "POST")
            _content_type(question, "application/json")
            return self.enquiries.lookup(question.body)
        if match := re.fullmatch(r"/kiosk/v1/dossiers/([^/]+)/results/([^/]+)", path):
            _allow(method, "GET")
            code, document_id = map(unquote, match.groups())
            return self.enquiries.result(code, document_id, question.headers.get("X-Lookup-Secret") or "")
        raise Problem(404, "no such resource; payments are not part of this simulator yet")

    def _put(self, question: Question, submission_id: UUID, kiosk_id: str) -> Answer:
        _content_type(question, "application/json")
        body = question.body.whole(_MAX_JSON)
        submission = read_submission(body, submission_id, kiosk_id)
        with self._filing:
            record = self.archive.find(submission_id)
            status = 201 if record is None else 200
            if record is None:
                opened = open_submission(submission_id, submission, self.uploads, self.keys.identity)
                self._see_that_it_was_asked_for(opened)
                late = self.controls.state.late_codes
                record = self.archive.file(submission_id, body, opened, late=late)
                for file in submission.attachments:
                    self.uploads.forget(file.upload_id)
                if submission.kind == SUPPLEMENT and record.code:
                    self.controls.brought(record.code, {paper.component for paper in opened.payload.attachments})
        if record.manifest_sha256 != submission.manifest_sha256:
            raise Problem(409, "this id was filed with another manifest")
        if self.controls.take("drop_answers"):
            raise LineBroken
        return self._receipt(status, record, with_code=not record.late)

    def _see_that_it_was_asked_for(self, opened: Opened) -> None:
        """Refuse (422) a supplement to no dossier of ours, without papers, or of a row that nobody has asked for."""
        if opened.submission.kind != SUPPLEMENT:
            return
        code = opened.payload.dossier_code or ""
        if not self.archive.has_dossier(code):
            raise Problem(422, "payload: dossier_code is of no dossier that was filed here")
        if not opened.payload.attachments:
            raise Problem(422, "payload: a supplement without papers")
        asked = self.controls.state.missing.get(code, {})
        for paper in opened.payload.attachments:
            if paper.component not in asked:
                raise Problem(422, f"attachment row {paper.component} was not asked for")

    def _get(self, submission_id: UUID) -> Answer:
        record = self.archive.find(submission_id)
        if record is None:
            raise Problem(404, "no such submission")
        return self._receipt(200, record, with_code=self.enquiries.is_out(record))

    def _receipt(self, status: int, record: Record, *, with_code: bool) -> Answer:
        receipt = record.receipt(with_code=with_code)
        if self.controls.state.wrong_receipt:
            receipt["manifest_sha256"] = "0" * 64
        return json_answer(status, receipt)


def _allow(method: str, *methods: str) -> None:
    if method not in methods:
        raise Problem(405, f"only {', '.join(methods)}", {"Allow": ", ".join(methods)})


def _content_type(question: Question, kind: str) -> None:
    if (question.headers.get("Content-Type") or "").partition(";")[0].strip() != kind:
        raise Problem(415, f"the content type must be {kind}")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Problem(400, "submission_id must be a UUID") from error
