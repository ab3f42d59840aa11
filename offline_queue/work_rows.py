"""What the sender reads and writes in the outbox: the next item, its sealed bytes, how far each upload has come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import apsw

from kiosk.domain.outbox import ItemState
from kiosk.domain.portal import Receipt
from offline_queue.content import read_envelope, read_files, read_piece
from offline_queue.envelope import Envelope
from offline_queue.errors import DamagedError, WrongMoveError
from offline_queue.metrics import Depth
from offline_queue.payload import timestamp
from offline_queue.retry import LONGEST
from offline_queue.schema import close, connect, rows_of
from offline_queue.states import WAITING, sources

_WAITING = f"state IN ({', '.join(repr(state.value) for state in WAITING)})"
_DOSSIERS = "kind IN ('dossier', 'supplement')"
_DUE = "(next_at <= ? OR next_at > ?)"
_SOME = 20
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CODE_QUESTIONS = 200
"""How often the portal is asked for a dossier code that its receipt did not hold."""

_UNNAMED = f"state = 'purged' AND {_DOSSIERS} AND dossier_code IS NULL AND attempts < {_CODE_QUESTIONS}"


@dataclass(frozen=True, slots=True)
class Upload:
    """One sealed attachment and how far its upload has come, as far as this side knows."""

    place: int
    attachment_id: UUID
    size: int
    sha256: str
    upload_id: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One submission to deliver; a message is what is neither a dossier nor a supplement to one."""

    submission_id: UUID
    manifest_sha256: str
    state: ItemState
    attempts: int
    is_message: bool = False


class WorkRows:
    """The sender's own connection to the outbox. Not for use by several threads."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._connection: apsw.Connection = connect(data_dir)
        self._owed = False
        self._next: tuple[UUID, int, int] | None = None
        self._ahead: bytes | None = None

    def close(self) -> None:
        """Close the connection."""
        close(self._connection)

    def reopen(self) -> None:
        """Take a new connection, after an error. Raises StorageError."""
        self.close()
        self._connection = connect(self._data_dir)

    def next_due(self, now: float, *, messages_first: bool = False) -> Work | None:
        """Return what is due at ``now`` (Unix seconds): the oldest dossier, then the oldest message, or turned about.

        An item whose time lies further ahead than any pause can be was put off by a clock that jumped: it is due.
        """
        order = f"{_DOSSIERS} {'ASC' if messages_first else 'DESC'}, sequence"
        due = self._work(f"{_WAITING} AND {_DUE} ORDER BY {order} LIMIT {_SOME}", now, now + 2 * LONGEST)
        return due[0] if due else None

    def others_due(self, work: Work, now: float) -> bool:
        """Say whether anything else is due at ``now`` (Unix seconds)."""
        query = f"SELECT 1 FROM submission WHERE {_WAITING} AND {_DUE} AND submission_id <> ? LIMIT 1"  # noqa: S608 - constants of this module
        return bool(rows_of(self._connection, query, (now, now + 2 * LONGEST, str(work.submission_id))))

    def waiting(self) -> tuple[Work, ...]:
        """Return everything that the portal does not have yet: dossiers before messages, oldest first.

        What was set aside is left out.
        """
        return self._work(f"{_WAITING} ORDER BY {_DOSSIERS} DESC, sequence")

    def _work(self, rest: str, *bindings: Any) -> tuple[Work, ...]:
        rows = rows_of(
            self._connection,
            f"SELECT submission_id, manifest_sha256, state, attempts, NOT {_DOSSIERS} FROM submission WHERE {rest}",  # noqa: S608 - constants of this module
            bindings,
        )
        return tuple(
            Work(UUID(submission_id), manifest, ItemState(state), attempts, bool(is_message))
            for submission_id, manifest, state, attempts, is_message in rows
            if _ID.fullmatch(submission_id)  # one damaged name must not stop the others; queue verify tells of it
        )

    def next_unnamed(self, now: float) -> Work | None:
        """Return a filed dossier whose code the portal still owes and may be asked for at ``now``."""
        due = self._work(f"{_UNNAMED} AND {_DUE} ORDER BY next_at LIMIT {_SOME}", now, now + 2 * LONGEST)
        return due[0] if due else None

    def unnamed(self) -> tuple[Work, ...]:
        """Return all filed dossiers whose code the portal still owes."""
        return self._work(f"{_UNNAMED} ORDER BY sequence")

    def uploads(self, submission_id: UUID) -> tuple[Upload, ...]:
        """Return the attachments of a submission as they stand now."""
        return tuple(
            Upload(file.place, file.attachment_id, file.size, file.sha256, file.upload_id, file.complete)
            for file in read_files(self._connection, submission_id)
            if file.attachment_id is not None
        )

    def piece(self, submission_id: UUID, place: int, offset: int) -> bytes:
        """Return the bytes from ``offset`` to the end of the chunk that holds it. Raises DamagedError."""
        wanted, ahead = (submission_id, place, offset), self._ahead
        if ahead is None or self._next != wanted:
            ahead = read_piece(self._connection, submission_id, place, offset)
        self._next, self._ahead = (submission_id, place, offset + len(ahead)), None
        return ahead

    def meanwhile(self) -> None:
        """Do what is to be done anyway, while the line is busy: fold the log, read the next piece ahead.

        What goes wrong here is met again, and told, when its turn comes.
        """
        with suppress(apsw.Error, DamagedError):
            self.settle()
            if self._next is not None and self._ahead is None:
                self._ahead = read_piece(self._connection, *self._next)

    def settle(self) -> None:
        """Fold the log of what was filed back into the database, if that is still owed."""
        if self._owed:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._owed = False

    def envelope(self, work: Work) -> Envelope:
        """Return the outside of a submission with the upload ids of now. Raises DamagedError."""
        return read_envelope(self._connection, work.submission_id)

    def move(self, work: Work, target: ItemState) -> None:
        """Change the state, if the machine allows it from where the row is. Raises WrongMoveError."""
        with self._connection:
            self._move(work.submission_id, target)

    def _move(self, submission_id: UUID, target: ItemState) -> None:
        allowed = (*sources(target), target)
        marks = ", ".join("?" * len(allowed))
        changed = self._connection.execute(
            f"UPDATE submission SET state = ? WHERE submission_id = ? AND state IN ({marks}) RETURNING state",  # noqa: S608 - marks are question marks
            (target.value, str(submission_id), *(state.value for state in allowed)),
        )
        if not list(changed):
            raise WrongMoveError(f"{submission_id}: no way to {target.value}")

    def begin_upload(self, work: Work, upload: Upload, upload_id: str | None) -> None:
        """Remember the portal's id of an upload, or None to begin it again."""
        self._connection.execute(
            "UPDATE sealed_file SET upload_id = ?, complete = 0 WHERE submission_id = ? AND place = ?",
            (upload_id, str(work.submission_id), upload.place),
        )

    def finish_upload(self, work: Work, upload: Upload) -> None:
        """Remember that the portal has all bytes of an upload."""
        self._connection.execute(
            "UPDATE sealed_file SET complete = 1 WHERE submission_id = ? AND place = ?",
            (str(work.submission_id), upload.place),
        )

    def put_off(self, work: Work, until: float, reason: str, *, afresh: bool = False) -> None:
        """Remember a failed try and when to try again (Unix seconds); ``afresh`` counts from here."""
        self._connection.execute(
            "UPDATE submission SET attempts = CASE WHEN ? THEN 1 ELSE attempts + 1 END, next_at = ?, last_error = ?"
            " WHERE submission_id = ?",
            (afresh, until, reason, str(work.submission_id)),
        )

    def let_others_go_first(self, work: Work, until: float) -> None:
        """Leave a submission where it is for a while (Unix seconds): nothing is wrong with it, but it is long."""
        self._connection.execute(
            "UPDATE submission SET next_at = ? WHERE submission_id = ?", (until, str(work.submission_id))
        )

    def set_aside(self, work: Work, reason: str) -> None:
        """Keep a submission that the portal refuses for good, with its words, for a person to look at."""
        with self._connection:
            self._move(work.submission_id, ItemState.SET_ASIDE)
            self._connection.execute(
                "UPDATE submission SET last_error = ? WHERE submission_id = ?", (reason, str(work.submission_id))
            )

    def filed(self, work: Work, receipt: Receipt) -> None:
        """Commit the receipt and, in the same transaction, drop the sealed bytes that it stands for.

        The log is folded back soon: while the next piece is on its way, or when there is none (``settle``).
        """
        self.settle()
        with self._connection:
            self._move(work.submission_id, ItemState.FILED)
            self._connection.execute(
                "UPDATE submission SET dossier_code = ?, received_at = ?, last_error = NULL, attempts = 0, next_at = 0"
                " WHERE submission_id = ?",
                (receipt.dossier_code, timestamp(receipt.received_at), str(work.submission_id)),
            )
            self._connection.execute("DELETE FROM chunk WHERE submission_id = ?", (str(work.submission_id),))
            self._move(work.submission_id, ItemState.PURGED)
        self._owed = True

    def name(self, submission_id: UUID, dossier_code: str) -> None:
        """Remember a dossier code that came later than the receipt."""
        self._connection.execute(
            "UPDATE submission SET dossier_code = ? WHERE submission_id = ?", (dossier_code, str(submission_id))
        )

    def depth(self) -> Depth:
        """Return the queue in numbers."""
        waiting, oldest = rows_of(
            self._connection,
            f"SELECT count(*), min(created_at) FROM submission WHERE {_WAITING}",  # noqa: S608 - constants of this module
        )[0]
        set_aside = rows_of(self._connection, "SELECT count(*) FROM submission WHERE state = 'set_aside'")[0][0]
        online, contact, alarm = rows_of(self._connection, "SELECT online, last_contact, alarm FROM line")[0]
        return Depth(waiting, set_aside, _moment(oldest), bool(online), _moment(contact), alarm is not None)

    def received_before(self, moment: datetime) -> tuple[UUID, ...]:
        """Return what was stored and received before this moment by both clocks, and nothing is owed of any more."""
        old = f"state = 'purged' AND received_at < :moment AND created_at < :moment AND NOT ({_UNNAMED})"
        query = f"SELECT submission_id FROM submission WHERE {old}"  # noqa: S608 - constants of this module
        rows = rows_of(self._connection, query, {"moment": timestamp(moment)})
        return tuple(UUID(submission_id) for (submission_id,) in rows if _ID.fullmatch(submission_id))

    def forget(self, submission_ids: Sequence[UUID]) -> None:
        """Take rows away for good."""
        with self._connection:
            self._connection.executemany(
                "DELETE FROM submission WHERE submission_id = ?", ((str(name),) for name in submission_ids)
            )
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def line(self, *, online: bool, alarm: str | None = None) -> None:
        """Remember that the portal answered, or that what answered was not the portal; the line is not lost."""
        now = datetime.now(UTC).isoformat(timespec="seconds") if online else None
        self._connection.execute(
            "UPDATE line SET online = ?, last_contact = coalesce(?, last_contact), alarm = ?, lost_at = NULL",
            (online, now, alarm),
        )

    def line_lost(self, now: float, alarm: str | None = None) -> None:
        """Remember that no answer of the portal came, and since when (Unix seconds); an alarm stays."""
        self._connection.execute(
            "UPDATE line SET online = 0, lost_at = coalesce(lost_at, ?), alarm = coalesce(?, alarm)", (now, alarm)
        )

    def lost_at(self) -> float | None:
        """Return since when the line is lost (Unix seconds), None when it is not."""
        rows: Any = self._connection.execute("SELECT lost_at FROM line")
        lost_at: float | None = rows.fetchall()[0][0]
        return lost_at


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
