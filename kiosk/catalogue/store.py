"""Versions of the catalogue on disk: a new one is whole before one rename puts it in service, the last good one stays.

``versions/<SHA-256 of the bundle>/`` holds each version, ``current`` and ``previous`` are links to two of them. A
version is whole when its files, packed again, give its name: no list beside it could itself be damaged.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.bundle import BundleError, Files, collect, digest, pack


class StoreBusyError(Exception):
    """Another process is changing the store."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The versions that can be served, the best first; ``problems`` says what is damaged and what to do."""

    directories: tuple[Path, ...]
    problems: tuple[str, ...]


class CatalogueStore:
    """The versions below one folder, which is made with the first of them. Reading needs no lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._versions = folder / "versions"
        self._staged = self._versions / ".staged"

    # reading

    @property
    def current(self) -> str:
        """The version that was switched to last, whole or not; empty when there is none. Raises OSError."""
        return self._linked("current")

    def current_directory(self, default: Path) -> Path:
        """Return the folder to serve: the newest whole version, else ``default``."""
        return (*self.installed().directories, default)[0]

    def installed(self) -> Installed:
        """Compare every byte of the current and the previous version with their names."""
        try:
            versions = dict.fromkeys(filter(None, (self._linked("current"), self._linked("previous"))))
        except OSError as error:
            return Installed((), (f"{error.filename}: cannot be read ({error.strerror}); give this user the folder",))
        whole = {version: self.is_whole(version) for version in versions}
        problems = (
            f"{self._versions / version}: is damaged and not in service; run 'aps-kiosk catalogue update' to fetch it"
            " again, and look after this disk"
            for version in versions
            if not whole[version]
        )
        return Installed(tuple(self._versions / version for version in versions if whole[version]), tuple(problems))

    def is_whole(self, version: str) -> bool:
        """Say whether a version is there with every byte that was published."""
        try:
            return bool(version) and digest(pack(collect(self._versions / version))) == version
        except (BundleError, OSError):
            return False

    def _linked(self, link: str) -> str:
        try:
            return (self.folder / link).readlink().name
        except FileNotFoundError:
            return ""
        except OSError as error:
            if error.errno == errno.EINVAL:  # something else stands there; the next switch replaces it
                return ""
            raise

    # changing; only with the lock

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock, which goes with the process however it ends. Raises StoreBusyError, and OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreBusyError(f"another update works on {self.folder}") from None
            yield

    def stage(self, files: Files) -> Path:
        """Write a version beside those in service, durably, and return its folder. Raises OSError."""
        shutil.rmtree(self._staged, ignore_errors=True)
        for name, content in files.items():
            file = self._staged / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as target:
                target.write(content)
                target.flush()
                os.fsync(target.fileno())
        for folder in (path for path in self._staged.rglob("*") if path.is_dir()):
            _sync(folder)
        _sync(self._staged)
        return self._staged

    def drop_staged(self) -> None:
        """Forget what was staged."""
        shutil.rmtree(self._staged, ignore_errors=True)

    def adopt(self, version: str) -> None:
        """Put what was staged in service as ``version``; the one before it is kept. Raises OSError."""
        before = self.current
        if self.is_whole(version):
            self.drop_staged()
        else:
            shutil.rmtree(self._versions / version, ignore_errors=True)
            self._staged.rename(self._versions / version)
        _sync(self._versions)
        self._point("current", version)
        with suppress(OSError):  # the switch is made; the next one tidies up
            if before != version and self.is_whole(before):
                self._point("previous", before)
            self._prune()

    def _point(self, link: str, version: str) -> None:
        new = self.folder / f".{link}"
        with suppress(FileNotFoundError):
            new.unlink()
        new.symlink_to(Path("versions", version))
        new.replace(self.folder / link)
        _sync(self.folder)

    def _prune(self) -> None:
        kept = {self._linked("current"), self._linked("previous")}
        for folder in self._versions.iterdir():
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
