"""The publisher's side: a folder for any static host, extended version by version, the timestamp always last."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import Metadata, MetaFile, Root, Signed, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from drivers.catalogue_source.errors import PublishError
from drivers.catalogue_source.keyring import ROLES, Keyring
from drivers.catalogue_source.layout import MAX_BUNDLE_BYTES, METADATA, TARGET, TARGETS

_ROOT_DAYS = 730
_TARGETS_DAYS = 365
_ROOT_RENEWED_DAYS = 180
"""With fewer days left, the next publication renews the root where its key is at hand."""

S = TypeVar("S", Root, Targets, Snapshot, Timestamp)


@dataclass(frozen=True, slots=True)
class Published:
    """What the repository now says: version number and end of each role, and the bundle's SHA-256 in hex."""

    bundle: str
    versions: dict[str, int]
    expires: dict[str, datetime]


class CatalogueRepository:
    """One repository below ``folder``. ``days`` is how long snapshot and timestamp are good; ``now`` aware."""

    def __init__(self, folder: Path, keys: Keyring, now: datetime, days: int) -> None:
        self._folder = folder
        self._metadata = folder / METADATA
        self._keys = keys
        self._now = now.replace(microsecond=0)
        self._days = days

    def publish(self, bundle: bytes, new_keys: tuple[str, ...] = ()) -> Published:
        """Add a bundle as the newest; ``new_keys`` names roles that get a new key first. Raises PublishError."""
        if len(bundle) > MAX_BUNDLE_BYTES:
            raise PublishError(
                f"the bundle has {len(bundle)} bytes, {MAX_BUNDLE_BYTES} are allowed; leave something out"
            )
        with _storage(self._folder):
            root = self._root(new_keys)
            signers = {role: self._signer(root, role) for role in ROLES[1:]}
            self._add(bundle, signers["targets"])
            return self._seal(root)

    def refresh(self) -> Published:
        """Sign snapshot and timestamp anew, which needs the online keys alone. Raises PublishError."""
        with _storage(self._folder):
            root = self._newest(Root)
            if root is None:
                raise PublishError(f"{self._folder}: there is no repository to refresh; publish a catalogue first")
            return self._seal(root.signed)

    # root

    def _root(self, new_keys: tuple[str, ...]) -> Root:
        """Return the root to publish under: a first one, the present one, or a new version of it."""
        present = self._newest(Root)
        if present is None:
            signers = {role: self._keys.make(role) for role in ROLES}
            root = Root(version=1, expires=self._in(_ROOT_DAYS), consistent_snapshot=True)
            for role, signer in signers.items():
                root.add_key(signer.public_key, role)
            self._write(root, [signers["root"]])
            return root
        root = present.signed
        due = root.expires - self._now <= timedelta(days=_ROOT_RENEWED_DAYS)
        if new_keys or (due and self._keys.search("root", root.roles["root"].keyids)):
            return self._next_root(root, new_keys)
        return root

    def _next_root(self, root: Root, new_keys: tuple[str, ...]) -> Root:
        """Sign the next root by the keys of the one before and by its own (TUF 1.0, 5.3.4)."""
        before = self._signer(root, "root")
        for role in new_keys:
            for identifier in list(root.roles[role].keyids):
                root.revoke_key(identifier, role)
            root.add_key(self._keys.make(role).public_key, role)
        root.version += 1
        root.expires = self._in(_ROOT_DAYS)
        self._write(root, [before, self._signer(root, "root")])
        return root

    # the other roles

    def _add(self, bundle: bytes, signer: CryptoSigner) -> None:
        target = TargetFile.from_data(TARGET, bundle, ["sha256"])
        number = self._last_number(Targets) + 1
        targets = Targets(version=number, expires=self._in(_TARGETS_DAYS), targets={TARGET: target})
        self._put(self._folder / TARGETS / f"{target.hashes['sha256']}.{TARGET}", bundle)
        self._write(targets, [signer])

    def _seal(self, root: Root) -> Published:
        """Sign the newest targets into a new snapshot, and that into a new timestamp."""
        targets = self._newest(Targets)
        if targets is None:
            raise PublishError(f"{self._metadata}: targets.json is missing; publish a catalogue first")
        snapshot_signer, timestamp_signer = self._signer(root, "snapshot"), self._signer(root, "timestamp")
        snapshot = Snapshot(version=self._last_number(Snapshot) + 1, expires=self._in(self._days))
        snapshot.meta["targets.json"] = self._meta_file(targets.signed)
        self._write(snapshot, [snapshot_signer])
        newest = self._newest(Timestamp)
        timestamp = Timestamp(version=newest.signed.version + 1 if newest else 1, expires=self._in(self._days))
        timestamp.snapshot_meta = self._meta_file(snapshot)
        self._write(timestamp, [timestamp_signer])
        signed: tuple[Signed, ...] = (root, targets.signed, snapshot, timestamp)
        return Published(
            bundle=targets.signed.targets[TARGET].hashes["sha256"],
            versions={part.type: part.version for part in signed},
            expires={part.type: part.expires for part in signed},
        )

    def _signer(self, root: Root, role: str) -> CryptoSigner:
        return self._keys.find(role, root.roles[role].keyids)

    def _in(self, days: int) -> datetime:
        return self._now + timedelta(days=days)

    # files

    def _file(self, kind: type[Signed], number: int) -> Path:
        return self._metadata / (f"{kind.type}.json" if kind is Timestamp else f"{number}.{kind.type}.json")

    def _last_number(self, kind: type[Signed]) -> int:
        numbers = (file.name.split(".")[0] for file in self._metadata.glob(f"*.{kind.type}.json"))
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def _newest(self, kind: type[S]) -> Metadata[S] | None:
        file = self._file(kind, self._last_number(kind))
        if not file.exists():
            return None
        try:
            metadata = Metadata[S].from_file(str(file))
        except (RepositoryError, StorageError) as error:
            raise PublishError(f"{file}: cannot be read ({error}); restore the repository from its copy") from error
        if not isinstance(metadata.signed, kind):
            raise PublishError(f"{file}: is a {metadata.signed.type} file; restore the repository from its copy")
        return metadata

    def _meta_file(self, signed: Signed) -> MetaFile:
        return MetaFile.from_data(signed.version, self._file(type(signed), signed.version).read_bytes(), ["sha256"])

    def _write(self, signed: S, signers: list[CryptoSigner]) -> None:
        metadata = Metadata[S](signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        self._put(self._file(type(signed), signed.version), metadata.to_bytes(JSONSerializer(compact=False)))

    def _put(self, file: Path, content: bytes) -> None:
        """Write a file whole: whoever copies the folder meanwhile gets the old one or the new one."""
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}")
        with new.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        new.replace(file)


@contextmanager
def _storage(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        place = error.filename or folder
        raise PublishError(f"{place}: cannot be written ({error.strerror}); give this user the folder") from error
