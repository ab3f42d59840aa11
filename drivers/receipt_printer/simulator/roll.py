"""The paper of the simulated printer: dot lines, and a picture of each slip that was cut off."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image


class Roll:
    """Keeps each slip as a PNG in ``folder``, in ``slips`` in their order."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.slips: list[Path] = []
        self._folder = folder
        self._lines: list[bytes] = []
        self._lock = threading.Lock()

    @property
    def hanging(self) -> int:
        """How many dot lines hang out uncut."""
        return len(self._lines)

    def burn(self, lines: Sequence[bytes]) -> None:
        """Burn dot lines, eight dots a byte."""
        with self._lock:
            self._lines += lines

    def cut(self) -> None:
        """Cut what hangs out and keep its picture."""
        with self._lock:
            lines, self._lines = self._lines, []
            if not lines:
                return
            width = max(map(len, lines))
            ink = np.frombuffer(b"".join(line.ljust(width, b"\0") for line in lines), np.uint8).reshape(-1, width)
            file = self._folder / f"slip-{len(self.slips) + 1:03d}.png"
            Image.fromarray(np.unpackbits(ink, axis=1) == 0).save(file)
            self.slips.append(file)
