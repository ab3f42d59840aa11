"""A disk that fails when the test says so, under SQLite's own files."""

from __future__ import annotations

from collections.abc import Callable

import apsw

Trouble = Callable[[str, bool], Exception | None]
"""Told the deed (``open write truncate sync delete``) and whether the log's; returns what to raise, if anything."""


class FaultyDisk(apsw.VFS):
    """Counts its ``deeds`` and asks ``trouble`` after each."""

    def __init__(self) -> None:
        self.name = "faulty-disk"
        super().__init__(self.name, "")
        self.deeds = 0
        self.trouble: Trouble = lambda _deed, _is_log: None

    def happen(self, deed: str, *, is_log: bool) -> None:
        """Count a deed, and fail if it is to fail."""
        self.deeds += 1
        error = self.trouble(deed, is_log)
        if error is not None:
            raise error

    def xOpen(  # noqa: N802 - SQLite's name
        self, name: apsw.URIFilename | str | None, flags: list[int]
    ) -> _FaultyFile:
        self.happen("open", is_log=bool(flags[0] & apsw.SQLITE_OPEN_WAL))
        return _FaultyFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        self.happen("delete", is_log=filename.endswith("-wal"))
        super().xDelete(filename, syncdir)


class _FaultyFile(apsw.VFSFile):
    def __init__(self, disk: FaultyDisk, name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._is_log = bool(flags[0] & apsw.SQLITE_OPEN_WAL)

    def xWrite(self, data: bytes, offset: int) -> None:  # type: ignore[override]  # noqa: N802 - SQLite's name
        self._disk.happen("write", is_log=self._is_log)
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.happen("truncate", is_log=self._is_log)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._disk.happen("sync", is_log=self._is_log)
