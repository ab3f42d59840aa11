"""A catalogue folder as one file: the same folder always gives the same bytes, and only plain files are taken."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

MAX_BUNDLE_BYTES = 64_000_000
MAX_FILE_BYTES = 16_000_000
MAX_FILES = 20_000
_MAX_NAME_BYTES = 200

Files = Mapping[str, bytes]
"""Content by name; names are relative, with ``/``."""


class BundleError(Exception):
    """A folder that cannot be packed, or a bundle that cannot be opened; names the place and the mend."""


def digest(bundle: bytes) -> str:
    """Return the SHA-256 of a bundle in hex: the name of the version that is in it."""
    return hashlib.sha256(bundle).hexdigest()


def collect(directory: Path) -> dict[str, bytes]:
    """Read a catalogue folder; hidden files and Python code are no part of it. Raises BundleError."""
    try:
        files = {file.relative_to(directory).as_posix(): file.read_bytes() for file in _plain_files(directory)}
    except OSError as error:
        raise BundleError(f"{error.filename}: cannot be read ({error.strerror}); give a readable catalogue") from error
    if not files:
        raise BundleError(f"{directory}: there is no file in it; name the folder that holds procedures/")
    return files


def pack(files: Files) -> bytes:
    """Return the bundle of these files: sorted, without owners and times. Raises BundleError."""
    _check_all(files)
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in sorted(files):
            member = tarfile.TarInfo(name)
            member.size = len(files[name])
            try:
                archive.addfile(member, io.BytesIO(files[name]))
            except ValueError as error:
                raise BundleError(f"{name}: the name is too long; shorten it") from error
    if target.tell() > MAX_BUNDLE_BYTES:
        raise BundleError(f"the bundle has {target.tell()} bytes, {MAX_BUNDLE_BYTES} are allowed; make files smaller")
    return target.getvalue()


def unpack(bundle: bytes) -> dict[str, bytes]:
    """Open a bundle; only what ``pack`` writes is taken. Raises BundleError."""
    if len(bundle) > MAX_BUNDLE_BYTES:
        raise BundleError(f"the bundle has {len(bundle)} bytes, {MAX_BUNDLE_BYTES} are allowed; publish a smaller one")
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(bundle), mode="r:") as archive:
            for member in _members(archive):
                if member.name in files:
                    raise BundleError(f"{member.name}: is in the bundle twice; publish it anew")
                content = archive.extractfile(member)
                files[member.name] = content.read() if content else b""
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise BundleError(f"the bundle cannot be opened ({error}); publish it anew") from error
    if pack(files) != bundle:
        raise BundleError("the bundle was not made by 'aps-kiosk catalogue publish'; publish it with that")
    return files


def _members(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Check each entry before the next one is read: a negative size would lead back to the same place for ever."""
    for number, member in enumerate(archive):
        if number >= MAX_FILES:
            raise BundleError(f"the bundle has more than {MAX_FILES} files; publish a smaller one")
        if member.type != tarfile.REGTYPE:
            raise BundleError(f"{member.name}: is no plain file; links, devices and folders have no place in a bundle")
        if not 0 <= member.size <= MAX_FILE_BYTES:
            raise BundleError(f"{member.name}: {member.size} bytes, {MAX_FILE_BYTES} are allowed; make it smaller")
        _check_name(member.name)
        yield member


def _plain_files(directory: Path) -> Iterator[Path]:
    for path in sorted(directory.iterdir()):
        if path.name.startswith((".", "__")) or path.suffix == ".py":
            continue
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise BundleError(f"{path}: is no plain file or folder; put the file itself there")
        if path.is_dir():
            yield from _plain_files(path)
        elif path.stat().st_size > MAX_FILE_BYTES:
            raise BundleError(f"{path}: {path.stat().st_size} bytes, {MAX_FILE_BYTES} are allowed; make it smaller")
        else:
            yield path


def _check_all(files: Files) -> None:
    if len(files) > MAX_FILES:
        raise BundleError(f"there are {len(files)} files, {MAX_FILES} are allowed; leave some out")
    for name in files:
        _check_name(name)
        parent = next((str(path) for path in PurePosixPath(name).parents if str(path) in files), None)
        if parent is not None:
            raise BundleError(f"{parent}: is a file and a folder at once; publish the bundle anew")


def _check_name(name: str) -> None:
    """Only a name that stays below the folder is good, in any file system and on any screen."""
    parts = name.split("/")
    if "\\" in name or not name.isprintable():
        raise BundleError(f"{name!r}: has a character that no file name should have; rename the file")
    if any(part in {"", ".", ".."} for part in parts):
        raise BundleError(f"{name!r}: leads out of the catalogue folder; publish the bundle anew")
    if any(part.startswith((".", "__")) for part in parts) or name.endswith(".py"):
        raise BundleError(f"{name!r}: hidden files and code have no place in a catalogue; leave it out")
    if len(name.encode("utf-8", "surrogatepass")) > _MAX_NAME_BYTES:
        raise BundleError(f"{name!r}: the name is too long; shorten it")
