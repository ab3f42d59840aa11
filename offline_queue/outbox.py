"""The durable outbox: one transaction a submission, sealed before the first byte is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import apsw

from kiosk.domain.outbox import DeliveryStatus, ItemState, NotStored, NotStoredReason, QueueSummary, Stored
from kiosk.domain.reference_code import ReferenceCode
from kiosk.domain.seal import Seal
from kiosk.domain.submission import Submission
from kiosk.ports.clock import Clock
from offline_queue.ballast import Room
from offline_queue.envelope import Envelope, SealedAttachment
from offline_queue.errors import NoSpaceError, SealingError, StorageError
from offline_queue.insertion import NewFile, insert
from offline_queue.ledger import Ledger
from offline_queue.payload import timestamp
from offline_queue.schema import FILE, close, connect, rows_of, storage_error, write_back
from offline_queue.sealing import SealedFile, SealedSubmission, Sealer, seal_submission
from offline_queue.states import WAITING, state_in

T = TypeVar("T")

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Recipients = tuple[str, ...] | Callable[[], tuple[str, ...]]
"""The age public keys to seal to: the same ever, or what is valid at the moment of asking."""


class SqliteOutbox:
    """Implements the Outbox port. Thread-safe; the connection is opened at the first use and after every error.

    Everything but ``store`` raises StorageError when the disk or the database cannot be used.
    """

    def __init__(
        self, data_dir: Path, kiosk_id: str, recipients: Recipients, clock: Clock, room: Room | None = None
    ) -> None:
        self._data_dir = data_dir
        self._room = room
        self._kiosk_id = kiosk_id
        self._recipients = recipients
        self._clock = clock
        self._ledger = Ledger(data_dir)
        self._given: dict[str, int] = {}
        self._lock = threading.Lock()
        self._connection: apsw.Connection | None = None

    def close(self) -> None:
        """Close the database."""
        self._ledger.settle()
        with self._lock:
            self._forget_connection()

    def seal_paper(self, pdf: bytes) -> Seal | None:
        """Seal one PDF in memory; None when there is no key to seal to now."""
        try:
            return self._sealer().seal(pdf)
        except SealingError:
            return None

    def seal(self, submission: Submission, papers: Sequence[Seal]) -> tuple[Seal, ...]:
        """Seal what is inside, and each PDF that none of ``papers`` stands for; nothing when there is no key."""
        try:
            sealed = seal_submission(submission, self._sealer(), papers)
        except SealingError:
            return ()
        return tuple(file.seal for file in (sealed.payload, *sealed.attachments))

    def store(self, submission: Submission, seals: Sequence[Seal] = ()) -> Stored | NotStored:
        """Commit in one transaction, sealing first what no seal stands for; after an unknown outcome look up the id."""
        try:
            sealed = seal_submission(submission, self._sealer(), seals)
        except SealingError as error:
            return NotStored(NotStoredReason.NO_RECIPIENTS, str(error))
        try:
            answer: Stored | NotStored = self._run(lambda connection: self._insert(connection, submission, sealed))
        except StorageError as error:
            answer = self._after_error(submission.submission_id, error)
        if isinstance(answer, Stored):
            self._ledger.add(answer.submission_id, answer.reference_code)
        return answer

    def _sealer(self) -> Sealer:
        """Return what seals to the keys of this very moment. Raises SealingError."""
        return Sealer(self._recipients() if callable(self._recipients) else self._recipients)

    def _after_error(self, submission_id: UUID, error: StorageError) -> Stored | NotStored:
        """Believe the disk, not the error: a failed commit may have been written all the same (DESIGN 12)."""
        try:
            stored = self._run(lambda connection: _find(connection, submission_id))
            if stored is not None:
                self._run(_make_certain)
                return stored
        except StorageError as again:
            error = again if isinstance(again, NoSpaceError) else error
        full = isinstance(error, NoSpaceError)
        return NotStored(NotStoredReason.NO_SPACE if full else NotStoredReason.STORAGE_ERROR, str(error))

    def _insert(self, connection: apsw.Connection, submission: Submission, sealed: SealedSubmission) -> Stored:
        connection.execute("BEGIN IMMEDIATE")
        try:
            known = _find(connection, submission.submission_id)
            stored = known or self._insert_new(connection, submission, sealed)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        if known is not None:
            _make_certain(connection)
        return stored

    def _insert_new(self, connection: apsw.Connection, submission: Submission, sealed: SealedSubmission) -> Stored:
        code = self._next_code(connection)
        envelope = _envelope(submission, sealed, self._kiosk_id, code)
        insert(connection, envelope, [_new_file(file) for file in (sealed.payload, *sealed.attachments)])
        return Stored(submission.submission_id, code)

    def _next_code(self, connection: apsw.Connection) -> str:
        today = self._clock.now().astimezone(VIETNAM).date()
        given = self._given.get(today.isoformat(), 0)
        rows = connection.execute(
            "INSERT INTO day_counter VALUES (:day, :given + 1)"
            " ON CONFLICT (day) DO UPDATE SET last = max(last, :given) + 1 RETURNING last",
            {"day": today.isoformat(), "given": given},
        )
        number = rows.fetchall()[0][0]
        return str(ReferenceCode(self._kiosk_id.replace("-", ""), today, int(str(number))))

    def delivery(self, submission_id: UUID) -> DeliveryStatus | None:
        """Return how far a submission has come."""
        self._ledger.settle()
        return self._run(lambda connection: _delivery(connection, submission_id))

    def kept(self, reference_code: str) -> DeliveryStatus | None:
        """Return how far the dossier of this code has come."""
        return self._run(lambda connection: _kept(connection, reference_code))

    def summary(self) -> QueueSummary:
        """Return the state of the queue and of the line; asked for every few moments, it tidies the disk first."""
        self._tidy()
        summary = self._run(_summary)
        return summary if self._room is None else replace(summary, has_room=self._room.is_enough())

    def _tidy(self) -> None:
        """Do what a citizen need not wait for: sync the ledger, write a long log back. What fails is tried again."""
        self._ledger.settle()
        with suppress(StorageError):
            self._run(lambda connection: write_back(connection, self._data_dir))

    def _run(self, work: Callable[[apsw.Connection], T]) -> T:
        with self._lock:
            if self._connection is None:
                self._connection = connect(self._data_dir)
                self._given = self._ledger.last_numbers()
            try:
                return work(self._connection)
            except apsw.Error as error:
                trouble = storage_error(error, self._connection, self._data_dir / FILE)
                self._forget_connection()
                raise trouble from error

    def _forget_connection(self) -> None:
        close(self._connection)
        self._connection = None


_DELIVERY = "SELECT submission_id, reference_code, state, dossier_code, last_error FROM submission"


def _delivery(connection: apsw.Connection, submission_id: UUID) -> DeliveryStatus | None:
    return _status(rows_of(connection, f"{_DELIVERY} WHERE submission_id = ?", (str(submission_id),)))


def _kept(connection: apsw.Connection, reference_code: str) -> DeliveryStatus | None:
    query = f"{_DELIVERY} WHERE reference_code = ? AND kind IN ('dossier', 'supplement')"
    return _status(rows_of(connection, query, (reference_code,)))


def _status(rows: Sequence[Any]) -> DeliveryStatus | None:
    for submission_id, code, state, dossier_code, reason in rows:
        return DeliveryStatus(UUID(submission_id), code, state_in(state), dossier_code, reason)
    return None


def _summary(connection: apsw.Connection) -> QueueSummary:
    counts = dict(
        rows_of(
            connection,
            "SELECT state, count(*) FROM submission WHERE kind IN ('dossier', 'supplement') GROUP BY state",
        )
    )
    online, contact = rows_of(connection, "SELECT online, last_contact FROM line")[0]
    return QueueSummary(
        waiting=sum(counts.get(state.value, 0) for state in WAITING),
        set_aside=counts.get(ItemState.SET_ASIDE.value, 0),
        online=None if online is None else bool(online),
        last_contact=None if contact is None else datetime.fromisoformat(str(contact)),
    )


def _find(connection: apsw.Connection, submission_id: UUID) -> Stored | None:
    rows = rows_of(connection, "SELECT reference_code FROM submission WHERE submission_id = ?", (str(submission_id),))
    return next((Stored(submission_id, str(code)) for (code,) in rows), None)


def _make_certain(connection: apsw.Connection) -> None:
    """Have everything written and synced anew. Raises StorageError.

    Rows that are found after a failed sync can be seen and yet not be durable: they lie in the page cache alone.
    """
    frames, written = connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_FULL)
    if written < frames:
        raise StorageError("the submission is there, but the disk has not confirmed it; try again")


def _envelope(submission: Submission, sealed: SealedSubmission, kiosk_id: str, code: str) -> Envelope:
    procedure = None
    if submission.procedure_code is not None:
        procedure = (submission.procedure_code, submission.procedure_version or "")
    return Envelope(
        submission_id=submission.submission_id,
        kind=submission.kind.value,
        created_at=timestamp(submission.created_at),
        kiosk_id=kiosk_id,
        reference_code=code,
        procedure=procedure,
        payload=sealed.payload.data,
        attachments=tuple(
            SealedAttachment(file.attachment_id, len(file.data), file.sha256)
            for file in sealed.attachments
            if file.attachment_id is not None
        ),
    )


def _new_file(file: SealedFile) -> NewFile:
    return NewFile(file.attachment_id, file.data, file.sha256, file.seal.piece_sha256)
