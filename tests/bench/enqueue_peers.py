"""The ways to make a dossier durable that are compared: our outbox, a bare file, and three queues that others wrote.

Run as a script it puts ``count`` dossiers of ``size`` bytes by one of them, for ``strace`` to count its syncs:
``enqueue_peers.py NAME FOLDER COUNT SIZE``.
"""

from __future__ import annotations

import base64
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pyrage

sys.path.insert(0, str(Path(__file__).parents[1]))

from doubles.submissions import submission

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.outbox import Stored
from kiosk.domain.submission import Submission
from offline_queue.outbox import SqliteOutbox

FULL = 2
"""What ``PRAGMA synchronous`` answers where each commit is synced."""

Deed = Callable[[], object]


class Contender(Protocol):
    """``ready`` does all that may be done before, and returns the deed that is measured."""

    def ready(self, dossier: Submission, number: int) -> Deed: ...

    def close(self) -> None: ...


class Floor:
    """The sealed bytes at the end of a file, and ``fdatasync``: less cannot be durable."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def ready(self, dossier: Submission, number: int) -> Deed:
        data = _bytes_of(dossier)

        def deed() -> None:
            os.write(self._handle, data)
            os.fdatasync(self._handle)

        return deed

    def close(self) -> None:
        os.close(self._handle)


class Ours:
    """The outbox, with everything sealed before, as it is when *Gửi hồ sơ* is pressed; or ``sealed`` in the deed."""

    def __init__(self, folder: Path, *, sealed: bool) -> None:
        keys = tuple(str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2))
        self._outbox = SqliteOutbox(folder / "data", "AH-01", keys, SystemClock())
        self._sealed = sealed

    def ready(self, dossier: Submission, number: int) -> Deed:
        papers = [seal for one in dossier.attachments if (seal := self._outbox.seal_paper(one.pdf))]
        seals = self._outbox.seal(dossier, papers) if self._sealed else ()

        def deed() -> None:
            assert isinstance(self._outbox.store(dossier, seals), Stored)

        return deed

    def rest(self) -> None:
        """What the window does every two seconds meanwhile."""
        self._outbox.summary()

    def close(self) -> None:
        self._outbox.close()


class PersistQueue:
    """``persistqueue.SQLiteQueue``: its connection is left as it is, which syncs each commit."""

    def __init__(self, folder: Path) -> None:
        import persistqueue  # noqa: PLC0415 - the others can be measured without it

        self._queue = persistqueue.SQLiteQueue(str(folder), auto_commit=True, multithreading=True)
        _see_that_it_syncs(self._queue._putter)

    def ready(self, dossier: Submission, number: int) -> Deed:
        data = _bytes_of(dossier)
        return lambda: self._queue.put(data)

    def close(self) -> None:
        self._queue.close()


class LiteQueue:
    """``litequeue`` syncs no commit by itself: it is told to. It takes text only, so it gets base64."""

    def __init__(self, folder: Path) -> None:
        import litequeue  # noqa: PLC0415 - the others can be measured without it

        self._queue = litequeue.LiteQueue(str(folder / "litequeue.sqlite3"))
        self._queue.conn.execute("PRAGMA synchronous = FULL")
        _see_that_it_syncs(self._queue.conn)

    def ready(self, dossier: Submission, number: int) -> Deed:
        text = base64.b64encode(_bytes_of(dossier)).decode("ascii")
        return lambda: self._queue.put(text)

    def close(self) -> None:
        self._queue.conn.close()


class Huey:
    """``huey``'s storage beneath ``SqliteHuey(fsync=True)``."""

    def __init__(self, folder: Path) -> None:
        import huey  # noqa: PLC0415 - the others can be measured without it

        self._huey = huey.SqliteHuey(filename=str(folder / "huey.sqlite3"), fsync=True, strict_fifo=True)
        _see_that_it_syncs(self._huey.storage.conn)

    def ready(self, dossier: Submission, number: int) -> Deed:
        data = _bytes_of(dossier)
        return lambda: self._huey.storage.enqueue(data)

    def close(self) -> None:
        self._huey.storage.close()


CONTENDERS: dict[str, Callable[[Path], Contender]] = {
    "append + fdatasync": Floor,
    "ours, sealed before": lambda folder: Ours(folder, sealed=True),
    "ours, sealed in it": lambda folder: Ours(folder, sealed=False),
    "persist-queue": PersistQueue,
    "litequeue": LiteQueue,
    "huey": Huey,
}


def _bytes_of(dossier: Submission) -> bytes:
    """Return what the others are given: the papers, as they are."""
    return b"".join(one.pdf for one in dossier.attachments)


def _see_that_it_syncs(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == FULL
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


if __name__ == "__main__":
    name, folder, count, size = sys.argv[1:]
    contender = CONTENDERS[name](Path(folder))
    deeds = [contender.ready(submission(int(size)), number) for number in range(int(count))]
    for deed in deeds:
        deed()
    os._exit(0)  # closing syncs as well, and is no part of it
