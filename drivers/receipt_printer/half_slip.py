"""Remembers that half a slip may hang out of the printer, also when the program or the power went in the middle."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from drivers.durable import sync_folder


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
                sync_folder(self._file.parent)  # after a power cut the half slip still hangs out

    def end(self) -> None:
        """Forget the slip: it was cut off."""
        self._begun = False
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
