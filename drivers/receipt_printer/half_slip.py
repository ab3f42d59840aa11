"""Remembers that half a slip may hang out of the printer, also when the program or the power went in the middle."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class HalfSlip:
    """``file`` exists while a slip is under way; None remembers it as long as the program runs. Holds nothing personal.

    A file that cannot be written costs a strip of paper or its lack, never a slip: nothing is raised.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._begun = False

    @property
    def hangs(self) -> bool:
        """Say whether the last slip was begun and not ended."""
        return self._begun or (self._file is not None and self._file.exists())

    def begin(self) -> None:
        """Remember that the first dots go to the printer."""
        self._begun = True
        if self._file is not None:
            with suppress(OSError):
                self._file.touch()
                _sync(self._file.parent)

    def end(self) -> None:
        """Forget the slip: it was cut off."""
        self._begun = False
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Put a folder's names on the disk: after a power cut the half slip still hangs out."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
