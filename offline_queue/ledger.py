"""A second witness of what was called safe: one line a submission, in a file that SQLite knows nothing of.

A write-ahead log that is damaged or cut short ends, for SQLite, where it is no longer whole: what came later is gone
without an error. The ledger holds a line for each submission that somebody was told is safe, so that such a loss is
noticed (``queue verify``) and no reference code is given twice.
"""

from __future__ import annotations

import fcntl
import os
import re
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kiosk.domain.reference_code import ReferenceCode
from offline_queue.schema import sync_folder

LEDGER = "stored.log"

_LONGEST = 200
_LINE = re.compile(r"(\S+) ([0-9a-f-]{36}) ([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was called safe, and under which reference code."""

    submission_id: UUID
    code: ReferenceCode


class Ledger:
    """The file in one data directory. Lines are added, and taken away when their submissions are."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / LEDGER
        self._unsettled = False

    def add(self, submission_id: UUID, reference_code: str) -> None:
        """Add a line, which ``settle`` syncs. Where that fails nothing is lost: the outbox has the submission."""
        with suppress(OSError), self._locked() as handle:
            _drop_half_line(handle)
            os.write(handle, _line(submission_id, reference_code))
            self._unsettled = True

    def settle(self) -> None:
        """Have the lines on the disk that were added since the last time; nobody who adds another waits for that."""
        if not self._unsettled:
            return
        try:
            with self._locked() as handle:
                self._unsettled = False
                fcntl.flock(handle, fcntl.LOCK_UN)
                os.fdatasync(handle)
            sync_folder(self._file.parent)
        except OSError:
            self._unsettled = True

    def forget(self, submission_ids: Collection[UUID]) -> None:
        """Take the lines of submissions away that are not kept any longer. Raises OSError."""
        with self._locked():
            lines = self._file.read_bytes().splitlines(keepends=True)
            kept = [
                line for line in lines if (entry := _read(line)) is None or entry.submission_id not in submission_ids
            ]
            new = self._file.with_suffix(".new")
            new.touch(0o600)
            with new.open("wb") as file:
                file.writelines(kept)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._file)
            sync_folder(self._file.parent)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Open the file for this process alone; one that was replaced while we waited is opened anew."""
        while True:
            handle = os.open(self._file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                if self._file.exists() and os.path.samestat(os.fstat(handle), self._file.stat()):
                    yield handle
                    return
            finally:
                os.close(handle)

    def entries(self) -> Iterator[Entry | str]:
        """Yield the lines; of one that cannot be read a sentence that says which.

        The last line may be cut short by a power cut: its submission had not been called safe yet.
        """
        try:
            lines = self._file.read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            return
        for number, line in enumerate(lines, 1):
            entry = _read(line)
            if entry is not None:
                yield entry
            elif line.endswith(b"\n"):
                yield f"{LEDGER}, line {number} is damaged"

    def last_numbers(self) -> dict[str, int]:
        """Return the highest running number of each day (ISO) that a reference code was given for."""
        highest: dict[str, int] = {}
        with suppress(OSError):
            for entry in self.entries():
                if isinstance(entry, Entry):
                    day = entry.code.day.isoformat()
                    highest[day] = max(highest.get(day, 0), entry.code.number)
        return highest


def _drop_half_line(handle: int) -> None:
    """Take away a last line that a power cut has cut short; its submission had not been called safe yet."""
    size = os.fstat(handle).st_size
    tail = os.pread(handle, _LONGEST, max(0, size - _LONGEST))
    if tail and not tail.endswith(b"\n"):
        os.ftruncate(handle, size - len(tail) + tail.rfind(b"\n") + 1)


def _line(submission_id: UUID, reference_code: str) -> bytes:
    words = f"{reference_code} {submission_id}"
    return f"{words} {zlib.crc32(words.encode()):08x}\n".encode()


def _read(line: bytes) -> Entry | None:
    found = _LINE.fullmatch(line.decode("ascii", "replace").strip())
    if found is None or f"{zlib.crc32(f'{found[1]} {found[2]}'.encode()):08x}" != found[3]:
        return None
    return Entry(UUID(found[2]), ReferenceCode.parse(found[1]))
