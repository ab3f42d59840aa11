"""A handheld reader on a pseudo-terminal, which is to the kiosk what a USB CDC device is."""

from __future__ import annotations

import os
import pty
import tty
from contextlib import suppress


class HandheldSimulator:
    """Close it at the end. A reader that nobody listens to loses what does not fit its line."""

    def __init__(self) -> None:
        self._reader, self._kiosk = pty.openpty()
        tty.setraw(self._kiosk)
        os.set_blocking(self._reader, False)

    @property
    def url(self) -> str:
        """What the settings call it."""
        return f"serial://{os.ttyname(self._kiosk)}"

    def hold(self, payload: bytes) -> None:
        """Hold a code to the reader."""
        with suppress(BlockingIOError):
            os.write(self._reader, payload + b"\r\n")

    def close(self) -> None:
        """Unplug it."""
        os.close(self._reader)
        os.close(self._kiosk)
