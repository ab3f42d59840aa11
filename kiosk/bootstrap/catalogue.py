"""The catalogue in service: what a kiosk starts with, takes over between two citizens, and tells the operator."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import config
from config.settings import Settings
from kiosk.bootstrap.clock import local_day
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.keys import KeyState, SealingKeys
from kiosk.catalogue import Catalogue, CatalogueError
from kiosk.catalogue.report import Report, read_report
from kiosk.catalogue.serving import InService, take_into_service
from kiosk.catalogue.store import CatalogueStore
from kiosk.forms.form import Today

_FINE = {"updated", "current"}


def catalogue_store(settings: Settings) -> CatalogueStore:
    """Return the versions that updates have brought."""
    return CatalogueStore(Path(settings.paths.data_dir) / "catalogue")


class Shelf:
    """Holds the catalogue in service; reads anew when updates have switched to another or another day has begun.

    ``told`` is given each problem that was met in reading, ``today`` says which procedures are in force.
    """

    def __init__(
        self, settings: Settings, told: Callable[[str], None] = lambda _problem: None, today: Today = local_day
    ) -> None:
        self._told = told
        self._today = today
        self._store = catalogue_store(settings)
        self._default = Path(settings.paths.catalogue_dir or Path(config.__file__).parent)
        self._seen: tuple[str, date] | None = None
        self._in_service: InService | None = None

    def newest(self) -> InService:
        """Return the same value as long as nothing has changed. Raises CannotStartError when nothing can be served."""
        now = (self._current(), self._today())
        if self._in_service is None or now != self._seen:
            self._seen = now
            self._in_service = self._load()
            for problem in (*self._in_service.problems, *self._in_service.catalogue.problems):
                self._told(problem)
        return self._in_service

    def _load(self) -> InService:
        try:
            return take_into_service(self._store, self._default, self._today)
        except (CatalogueError, OSError) as error:
            raise CannotStartError(f"[paths] catalogue_dir: {error}") from error

    def _current(self) -> str:
        with suppress(OSError):
            return self._store.current
        return ""


def catalogue_directory(settings: Settings) -> Path:
    """Return the folder that is in service. Raises CannotStartError."""
    return Shelf(settings).newest().directory


def open_catalogue(settings: Settings) -> Catalogue:
    """Return the catalogue as it is in force today. Raises CannotStartError."""
    return Shelf(settings).newest().catalogue


@dataclass(frozen=True, slots=True)
class CatalogueStatus:
    """What ``catalogue status`` tells. ``version`` is empty for ``directory`` that did not come by an update.

    ``keys`` are those that this kiosk seals to now.
    """

    version: str
    directory: Path
    procedures: tuple[str, ...]
    url: str
    last_update: Report | None
    keys: KeyState
    notices: tuple[str, ...]


def catalogue_status(settings: Settings, now: datetime) -> CatalogueStatus:
    """Return what is in service and everything that an operator should see to. Raises CannotStartError."""
    store = catalogue_store(settings)
    served = Shelf(settings).newest()
    installed = served.directory.is_relative_to(store.folder)
    report = read_report(store.folder)
    keys = SealingKeys(settings).state()
    notices = [*served.problems, *served.catalogue.problems, *keys.notices(local_day())]
    if report is not None and settings.catalogue.url:
        notices += _update_notices(report, now)
    return CatalogueStatus(
        version=served.directory.name if installed else "",
        directory=served.directory,
        procedures=tuple(procedure.code for procedure in served.catalogue.procedures),
        url=settings.catalogue.url,
        last_update=report,
        keys=keys,
        notices=tuple(notices),
    )


def _update_notices(report: Report, now: datetime) -> list[str]:
    notices = [] if report.status in _FINE else [report.message]
    if report.confirmed_until is not None and report.confirmed_until < now:
        notices.append(
            f"The publisher's word was good until {report.confirmed_until:%Y-%m-%d %H:%M} UTC and nothing newer came."
            " The catalogue in service stays, but may be out of date: see that updates reach [catalogue] url."
        )
    return notices
