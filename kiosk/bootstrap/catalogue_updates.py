"""Catalogue updates for a kiosk, and the repository that a publisher builds for them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from config.settings import Settings
from drivers.catalogue_source.client import RootError, TufCatalogueSource
from drivers.catalogue_source.errors import PublishError
from drivers.catalogue_source.fetcher import BoundedFetcher
from drivers.catalogue_source.keyring import Keyring
from drivers.catalogue_source.repository import CatalogueRepository, Published
from kiosk.bootstrap.catalogue import catalogue_store
from kiosk.bootstrap.clock import SystemClock, local_day
from kiosk.bootstrap.errors import CannotStartError
from kiosk.catalogue.acceptance import publishable
from kiosk.catalogue.bundle import BundleError, collect, pack
from kiosk.catalogue.updating import update
from kiosk.domain.catalogue_update import Outcome


def update_catalogue(settings: Settings) -> Outcome:
    """Bring the newest published catalogue into service. Raises CannotStartError for settings that do not allow it."""
    store = catalogue_store(settings)
    catalogue = settings.catalogue
    if not catalogue.url:
        raise CannotStartError(
            "[catalogue] url is empty: updates are off and the catalogue in service stays; set it to get updates"
        )
    if not _is_address(catalogue.url):
        raise CannotStartError(
            f"[catalogue] url = {catalogue.url}: is no address, the catalogue in service stays; write it as in"
            " https://host/catalogue"
        )
    fetcher = BoundedFetcher(catalogue.timeout_s, catalogue.longest_s)
    try:
        source = TufCatalogueSource(catalogue.url, _root(settings), store.folder / "metadata", fetcher)
    except RootError as error:
        raise CannotStartError(
            f"[catalogue] root = {catalogue.root}: is no trusted root ({error}); the catalogue in service stays;"
            " copy 1.root.json from the publisher once more"
        ) from error
    return update(source, store, local_day, SystemClock().now)


def publish_catalogue(
    directory: Path, out: Path, keys: Path, days: int, new_keys: tuple[str, ...]
) -> Published | tuple[str, ...]:
    """Add a catalogue folder to a repository, or return what speaks against it. Raises CannotStartError."""
    faults = publishable(directory, local_day)
    if faults:
        return tuple(faults)
    try:
        return _repository(out, keys, days).publish(pack(collect(directory)), new_keys)
    except (BundleError, PublishError) as error:
        raise CannotStartError(str(error)) from error


def refresh_repository(out: Path, keys: Path, days: int) -> Published:
    """Sign the newest state of a repository anew, with the online keys alone. Raises CannotStartError."""
    try:
        return _repository(out, keys, days).refresh()
    except PublishError as error:
        raise CannotStartError(str(error)) from error


def _repository(out: Path, keys: Path, days: int) -> CatalogueRepository:
    if keys.resolve().is_relative_to(out.resolve()):
        raise CannotStartError(f"--keys {keys}: lies in --out, where everybody can read it; name a folder elsewhere")
    return CatalogueRepository(out, Keyring(keys), SystemClock().now(), days)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _root(settings: Settings) -> bytes:
    file = settings.catalogue.root
    if not file:
        raise CannotStartError(
            "[catalogue] root is empty: nothing from the host can be trusted and the catalogue in service stays;"
            " copy 1.root.json from the publisher and set its path"
        )
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CannotStartError(
            f"[catalogue] root = {file}: cannot be read ({error.strerror}); the catalogue in service stays;"
            " copy 1.root.json from the publisher there"
        ) from error
