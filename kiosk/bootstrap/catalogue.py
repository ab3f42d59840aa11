"""The catalogue of this machine: the one that ships, or the folder that the settings name."""

from __future__ import annotations

from pathlib import Path

import config
from config.settings import Settings
from kiosk.bootstrap.clock import local_time
from kiosk.bootstrap.errors import CannotStartError
from kiosk.catalogue import Catalogue, CatalogueError, load_catalogue


def open_catalogue(settings: Settings) -> Catalogue:
    """Read the catalogue as it is in force today. Raises CannotStartError."""
    directory = settings.paths.catalogue_dir or str(Path(config.__file__).parent)
    try:
        return load_catalogue(Path(directory), lambda: local_time().date())
    except (CatalogueError, OSError) as error:
        raise CannotStartError(f"[paths] catalogue_dir: {error}") from error
