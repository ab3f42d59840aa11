"""Where newer catalogues come from."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.catalogue_update import Found


class CatalogueSource(Protocol):
    """A publisher whose signatures are checked before anything is handed on."""

    def look(self, has: str) -> Found:
        """Return the newest bundle, or NothingNew when ``has`` (SHA-256 in hex, or empty) is its digest.

        Raises OSError when this machine's own disk cannot be used.
        """
        ...
