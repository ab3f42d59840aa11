"""A province that publishes catalogues, and a kiosk that takes them, for tests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import config
from doubles.static_host import StaticHost
from drivers.catalogue_source.client import TufCatalogueSource
from drivers.catalogue_source.fetcher import BoundedFetcher
from drivers.catalogue_source.keyring import Keyring
from drivers.catalogue_source.repository import CatalogueRepository, Published
from kiosk.catalogue import Catalogue
from kiosk.catalogue.bundle import collect, pack
from kiosk.catalogue.report import Report, read_report
from kiosk.catalogue.serving import InService, take_into_service
from kiosk.catalogue.store import CatalogueStore
from kiosk.catalogue.updating import update
from kiosk.domain.catalogue_update import Outcome
from kiosk.domain.money import FeeAmount

SHIPPED = Path(config.__file__).parent
DAY = date(2026, 10, 12)
_PROCEDURES = ("procedures/1.000656/", "procedures/2.000635/")


def today() -> date:
    return DAY


def _is_small(name: str) -> bool:
    return name.startswith(("applicant/", "delivery/", "notices/", "reference/", *_PROCEDURES))


SMALL: Mapping[str, bytes] = {name: content for name, content in collect(SHIPPED).items() if _is_small(name)}
"""The files of a whole catalogue of two procedures, taken from what ships."""


def copy_catalogue(folder: Path) -> Path:
    """Write the small catalogue into a folder."""
    for name, content in SMALL.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def rewrite(file: Path, old: str, new: str) -> None:
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new), encoding="utf-8")


@dataclass
class Publisher:
    """Works in ``folder``: the catalogue, the keys, and the repository that a host serves."""

    folder: Path
    catalogue: Path = field(init=False)

    def __post_init__(self) -> None:
        self.catalogue = copy_catalogue(self.folder / "catalogue")
        self.out = self.folder / "repository"
        self.keys = self.folder / "keys"

    def repository(self, days_ago: float = 0, days: int = 14) -> CatalogueRepository:
        return CatalogueRepository(self.out, Keyring(self.keys), datetime.now(UTC) - timedelta(days=days_ago), days)

    def publish(self, *new_keys: str, days_ago: float = 0) -> Published:
        return self.repository(days_ago).publish(pack(collect(self.catalogue)), new_keys)

    def set_fee(self, dong: int) -> None:
        """Change what one can see from outside."""
        file = self.catalogue / "procedures" / "2.000635" / "procedure.toml"
        before = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^amount = \d+$", f"amount = {dong}", before), encoding="utf-8")


@dataclass
class Kiosk:
    """A kiosk's side: the store below ``folder`` and what it serves."""

    folder: Path
    host: StaticHost
    root: bytes
    silence_s: float = 2
    longest_s: float = 5

    def __post_init__(self) -> None:
        self.url = self.host.url
        self.store = CatalogueStore(self.folder)

    def update(self) -> Outcome:
        fetcher = BoundedFetcher(self.silence_s, self.longest_s)
        source = TufCatalogueSource(self.url, self.root, self.folder / "metadata", fetcher)
        return update(source, self.store, today, lambda: datetime.now(UTC))

    def serves(self) -> InService:
        return take_into_service(self.store, SHIPPED, today)

    def report(self) -> Report:
        report = read_report(self.folder)
        assert report is not None
        return report


def fee(catalogue: Catalogue) -> int:
    procedure = catalogue.get("2.000635")
    assert procedure is not None
    assert isinstance(procedure.fee, FeeAmount)
    return procedure.fee.unit.amount
