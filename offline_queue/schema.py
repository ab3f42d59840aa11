"""The outbox database: opening it with the durability that the promise needs, and its migrations, forward only."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import apsw

from offline_queue.errors import NoSpaceError, StorageError

FILE: Final = "outbox.sqlite3"
CHUNK: Final = 256 * 1024
"""Bytes of one sealed chunk row; also the piece that the sender uploads."""

_BUSY_MS: Final = 10_000
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LONGEST_LOG: Final = 8192
"""Pages of the log before a commit writes it back itself; ``write_back`` does so before, while nobody waits."""

_CACHE_KIB: Final = 32 * 1024
"""A dossier of many pages stays in memory until its commit."""

_LONG_LOG: Final = 4_000_000
"""Bytes of the log that are worth writing back."""

_PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cell_size_check=ON",
    "journal_size_limit=16777216",
    f"wal_autocheckpoint={_LONGEST_LOG}",
    f"cache_size=-{_CACHE_KIB}",
)

_MIGRATIONS: Final = (
    """
    CREATE TABLE submission (
      submission_id TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      created_at TEXT NOT NULL,
      kiosk_id TEXT NOT NULL,
      reference_code TEXT NOT NULL UNIQUE,
      procedure_code TEXT,
      procedure_version TEXT,
      manifest_sha256 TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at REAL NOT NULL DEFAULT 0,
      last_error TEXT,
      dossier_code TEXT,
      received_at TEXT
    ) STRICT;
    CREATE INDEX submission_by_state ON submission (state, sequence);
    CREATE TABLE sealed_file (
      submission_id TEXT NOT NULL REFERENCES submission ON DELETE CASCADE,
      place INTEGER NOT NULL,
      attachment_id TEXT,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      upload_id TEXT,
      complete INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (submission_id, place)
    ) STRICT;
    CREATE TABLE chunk (
      submission_id TEXT NOT NULL,
      place INTEGER NOT NULL,
      number INTEGER NOT NULL,
      data BLOB NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (submission_id, place, number),
      FOREIGN KEY (submission_id, place) REFERENCES sealed_file ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE day_counter (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE line (one INTEGER PRIMARY KEY CHECK (one = 1), online INTEGER, last_contact TEXT, alarm TEXT) STRICT;
    INSERT INTO line (one) VALUES (1);
    """,
    """
    ALTER TABLE line ADD COLUMN lost_at REAL;
    """,
)
"""Each step once, in order; ``user_version`` counts those that were taken. A released step is never changed."""


def connect(data_dir: Path) -> apsw.Connection:
    """Open the outbox, making it first if need be. Raises StorageError with what stands in the way.

    Never open this file with ``open()`` in a process that uses it: closing it drops SQLite's locks (POSIX).
    """
    connection: apsw.Connection | None = None
    try:
        _create(data_dir)
        connection = apsw.Connection(str(data_dir / FILE))
        connection.set_busy_timeout(_BUSY_MS)
        _version(connection)  # before anything is set: an outbox of a newer program is left as it is
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        _migrate(connection)
    except (OSError, apsw.Error) as error:
        trouble = storage_error(error, connection, data_dir / FILE)
        close(connection)
        raise trouble from error
    except BaseException:
        close(connection)
        raise
    return connection


def write_back(connection: apsw.Connection, data_dir: Path) -> None:
    """Bring what lies in a long log into the database file, while nobody waits. Raises apsw.Error."""
    with suppress(OSError):
        if (data_dir / f"{FILE}-wal").stat().st_size >= _LONG_LOG:
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)


def rows_of(connection: apsw.Connection, query: str, bindings: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
    """Return the rows of a query. Text that is no UTF-8 is damage like any other: raises apsw.CorruptError."""
    try:
        return connection.execute(query, bindings).fetchall()
    except UnicodeDecodeError as error:
        raise apsw.CorruptError("a text in the database is no UTF-8") from error


def close(connection: apsw.Connection | None) -> None:
    """Close a connection. The last one writes the log back; where that fails, the next to open does it."""
    if connection is not None:
        with suppress(apsw.Error):
            connection.close(True)


def storage_error(error: OSError | apsw.Error, connection: apsw.Connection | None, file: Path) -> StorageError:
    """Return what an error means; call it before the connection is closed, which knows the system's own number."""
    number = error.errno if isinstance(error, OSError) else connection.system_errno if connection else 0
    full = isinstance(error, apsw.FullError) or (isinstance(error, OSError | apsw.IOError) and number in _FULL)
    kind = NoSpaceError if full else StorageError
    return kind(f"{file}: {type(error).__name__}: {error}")


def _create(data_dir: Path) -> None:
    """Make folder and file for this user only, and their names durable."""
    if (data_dir / FILE).exists():
        return
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(data_dir / FILE, os.O_CREAT | os.O_RDWR, 0o600))
    for folder in (data_dir, data_dir.parent):
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _migrate(connection: apsw.Connection) -> None:
    """Take the steps that are missing, under the write lock: two processes may open a new outbox at once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        for number, script in enumerate(_MIGRATIONS[version:], version + 1):
            connection.execute(script)
            connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: apsw.Connection) -> int:
    version = int(str(connection.execute("PRAGMA user_version").fetchall()[0][0]))
    if version > len(_MIGRATIONS):
        raise StorageError(f"the outbox has schema {version}, this program knows {len(_MIGRATIONS)}; update it")
    return version
