"""The kiosk's side of the repository: python-tuf decides what can be trusted; its errors become plain outcomes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from drivers.catalogue_source.fetcher import BoundedFetcher
from drivers.catalogue_source.layout import MAX_BUNDLE_BYTES, MAX_METADATA_BYTES, METADATA, TARGET, TARGETS
from kiosk.domain.catalogue_update import Bundle, Expired, Found, NothingNew, Refusal, Refused, Unreachable

_REFUSALS: tuple[tuple[type[Exception], Refusal, str], ...] = (
    (UnsignedMetadataError, Refusal.BAD_SIGNATURE, "is not signed by the keys that this kiosk trusts"),
    (BadVersionNumberError, Refusal.ROLLBACK, "gives an older version than was seen before"),
    (LengthOrHashMismatchError, Refusal.WRONG_DIGEST, "gives a file that is not the one that was signed"),
    (RepositoryError, Refusal.UNREADABLE, "gives a file that cannot be read"),
)
"""From the special to the general; the first that fits speaks."""


_LIMITS = UpdaterConfig(
    root_max_length=MAX_METADATA_BYTES,
    timestamp_max_length=MAX_METADATA_BYTES,
    snapshot_max_length=MAX_METADATA_BYTES,
    targets_max_length=MAX_METADATA_BYTES,
)


class RootError(Exception):
    """The trusted root that was given is none; the message says why."""


class TufCatalogueSource:
    """Implements the CatalogueSource port. What was trusted last is kept in ``cache``, against rollbacks.

    ``url`` is the folder that holds ``metadata/`` and ``targets/``; ``root`` the trusted root metadata, as bytes.
    """

    def __init__(self, url: str, root: bytes, cache: Path, fetcher: BoundedFetcher) -> None:
        try:
            Metadata[Root].from_bytes(root).verify_delegate(Root.type, Metadata[Root].from_bytes(root))
        except (RepositoryError, ValueError, TypeError) as error:
            raise RootError(str(error)) from error
        self._url = url.rstrip("/")
        self._root = root
        self._cache = cache
        self._fetcher = fetcher

    def look(self, has: str) -> Found:
        """Return the newest bundle, NothingNew when ``has`` is its digest, or why there is none. Raises OSError."""
        try:
            return self._look(has)
        except ExpiredMetadataError as error:
            return Expired(f"{self._url}: the publisher's word is out of date ({error})")
        except DownloadLengthMismatchError as error:
            return Refused(Refusal.TOO_LARGE, f"{self._url}: gives a larger file than is allowed ({error})")
        except DownloadError as error:
            return Unreachable(str(error))
        except RepositoryError as error:
            reason, words = next((reason, words) for kind, reason, words in _REFUSALS if isinstance(error, kind))
            return Refused(reason, f"{self._url}: {words} ({error})")

    def _look(self, has: str) -> Found:
        self._cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        updater = self._updater()
        updater.refresh()
        target = updater.get_targetinfo(TARGET)
        if target is None:
            return Refused(Refusal.UNREADABLE, f"{self._url}: there is no {TARGET} in this repository")
        if target.length > MAX_BUNDLE_BYTES:
            words = f"{TARGET} has {target.length} bytes, {MAX_BUNDLE_BYTES} are allowed"
            return Refused(Refusal.TOO_LARGE, f"{self._url}: {words}")
        if has and target.hashes.get("sha256") == has:
            return NothingNew(self._confirmed_until())
        return Bundle(self._download(updater, target), self._confirmed_until())

    def _updater(self) -> Updater:
        return Updater(
            metadata_dir=str(self._cache),
            metadata_base_url=f"{self._url}/{METADATA}",
            target_base_url=f"{self._url}/{TARGETS}",
            fetcher=self._fetcher,
            config=_LIMITS,
            bootstrap=self._root,
        )

    def _download(self, updater: Updater, target: TargetFile) -> bytes:
        file = self._cache / "download"
        try:
            updater.download_target(target, str(file))
            return file.read_bytes()
        finally:
            file.unlink(missing_ok=True)

    def _confirmed_until(self) -> datetime:
        """Return the moment at which the first of the signatures that were just found good expires."""
        roles: tuple[type[Any], ...] = (Root, Timestamp, Snapshot, Targets)
        kept = (Metadata.from_file(str(self._cache / f"{role.type}.json")) for role in roles)
        return min(metadata.signed.expires for metadata in kept)
