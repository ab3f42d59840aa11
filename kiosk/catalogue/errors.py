"""What is wrong with a catalogue."""

from __future__ import annotations


class CatalogueError(Exception):
    """A catalogue without which the kiosk cannot work, or a procedure that is left out; names file, place and mend."""
