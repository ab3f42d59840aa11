"""Which catalogue a kiosk serves: the newest that is whole and can be used, at last the one that ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.reading import Catalogue, load_catalogue
from kiosk.catalogue.store import CatalogueStore
from kiosk.forms.form import Today


@dataclass(frozen=True, slots=True)
class InService:
    """A catalogue and where it was read; ``problems`` says what a better version was left for, and what to do."""

    catalogue: Catalogue
    directory: Path
    problems: tuple[str, ...]


def take_into_service(store: CatalogueStore, default: Path, today: Today) -> InService:
    """Load the best version that can be used, else ``default``. Raises CatalogueError and OSError for that one."""
    installed = store.installed()
    problems = list(installed.problems)
    for directory in installed.directories:
        try:
            return InService(load_catalogue(directory, today), directory, tuple(problems))
        except Exception as error:  # noqa: BLE001 - content from outside must never keep a kiosk from starting
            problems.append(
                f"{directory}: is not in service, this program cannot use it ({error});"
                " publish another, or bring the program up to date"
            )
    return InService(load_catalogue(default, today), default, tuple(problems))
