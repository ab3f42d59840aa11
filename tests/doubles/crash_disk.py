"""A disk that can lose its power: it remembers every write since the last sync, and draws what a cut would leave."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import apsw

_SECTOR = 512
_CACHE = 40
"""Writes that a disk holds back which does not do what a sync asks."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that the system has taken and the disk may not have yet."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    file: str


@dataclass(frozen=True, slots=True)
class Delete:
    """A name that is taken away. ``certain`` when the folder was synced; else the file may be there again."""

    file: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Not a deed of the disk: at this moment the program has told somebody this."""

    what: object


Deed = Write | Truncate | Sync | Delete | Told


class LoggingDisk(apsw.VFS):
    """SQLite's own files, and a log of all that happens to them."""

    def __init__(self) -> None:
        self.name = "logging-disk"
        super().__init__(self.name, "")
        self.log: list[Deed] = []
        self._is_recording = True

    def tell(self, what: object) -> None:
        """Remember that something has been promised by now."""
        self.note(Told(what))

    def note(self, deed: Deed) -> None:
        """Add to the log, until its end."""
        if self._is_recording:
            self.log.append(deed)

    def end(self) -> list[Deed]:
        """Return the log, and remember nothing any more."""
        self._is_recording = False
        return self.log

    def xOpen(  # noqa: N802 - SQLite's name
        self, name: apsw.URIFilename | str | None, flags: list[int]
    ) -> _LoggingFile:
        return _LoggingFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name and order
        super().xDelete(filename, syncdir)
        self.note(Delete(Path(filename).name, syncdir))


class _LoggingFile(apsw.VFSFile):
    def __init__(self, disk: LoggingDisk, name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        whole = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        self._disk, self._file = disk, Path(whole).name

    def xWrite(self, data: bytes, offset: int) -> None:  # type: ignore[override]  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._disk.note(Write(self._file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self._disk.note(Truncate(self._file, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._disk.note(Sync(self._file))


@dataclass(slots=True)
class _Platter:
    """What is durable of one file, and what hangs in the air."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Write | Truncate] = field(default_factory=list)
    fresh: bool = True

    def settle(self, keep: int = 0) -> None:
        """Make all but the last ``keep`` deeds durable, in order."""
        done = max(0, len(self.pending) - keep)
        for deed in self.pending[:done]:
            _apply(self.durable, deed)
        del self.pending[:done]


def crashes(
    log: Iterable[Deed], moments: Iterable[int], dice: random.Random, *, obeys: bool = True
) -> Iterator[tuple[dict[str, bytes], list[object]]]:
    """Yield the files after a power cut at each moment (a count of deeds, ascending), and what was told by then.

    What no sync stands behind is kept, dropped, torn by sectors, or garbled, each at random. A disk that does not
    obey (``obeys``) says that it has synced and goes on holding back its last writes.
    """
    platters: dict[str, _Platter] = {}
    ghosts: dict[str, bytes] = {}
    told: list[object] = []
    done, deeds = 0, list(log)
    for moment in moments:
        for deed in deeds[done:moment]:
            _happen(deed, platters, ghosts, told, obeys=obeys)
        done = moment
        files = {name: _torn(platter, dice) for name, platter in platters.items()}
        files |= {name: data for name, data in ghosts.items() if name not in files and dice.random() < 0.5}
        yield files, list(told)


def _happen(
    deed: Deed, platters: dict[str, _Platter], ghosts: dict[str, bytes], told: list[object], *, obeys: bool
) -> None:
    match deed:
        case Told(what):
            told.append(what)
        case Delete(file, certain):
            gone = platters.pop(file, None)
            if gone is not None and not certain:
                ghosts[file] = bytes(gone.durable)
        case Sync(file):
            platter = platters.setdefault(file, _Platter())
            if obeys:
                platter.settle()
            if platter.fresh:  # SQLite syncs the folder with a new file's first sync
                ghosts.clear()
            platter.fresh = False
        case Write(file) | Truncate(file):
            ghosts.pop(file, None)
            platter = platters.setdefault(file, _Platter())
            platter.pending.append(deed)
            if not obeys:
                platter.settle(keep=_CACHE)


def _torn(platter: _Platter, dice: random.Random) -> bytes:
    """Return what a cut may leave of a file. A write changes no byte outside its own range (powersafe overwrite)."""
    data = bytearray(platter.durable)
    kept, garbled = dice.choice((0.0, 0.5, 0.9, 1.0)), dice.choice((0.0, 0.0, 0.05))
    for deed in platter.pending:
        if isinstance(deed, Truncate):
            if dice.random() < kept:
                _apply(data, deed)
            continue
        for start in range(0, len(deed.data), _SECTOR):
            sector = deed.data[start : start + _SECTOR]
            fate = dice.random()
            if fate < garbled:
                sector = dice.randbytes(len(sector))
            if fate < max(kept, garbled):
                _apply(data, Write(deed.file, deed.offset + start, sector))
    return bytes(data)


def _apply(data: bytearray, deed: Write | Truncate) -> None:
    if isinstance(deed, Truncate):
        del data[deed.size :]
        data.extend(bytes(deed.size - len(data)))
        return
    data.extend(bytes(max(0, deed.offset - len(data))))
    data[deed.offset : deed.offset + len(deed.data)] = deed.data
