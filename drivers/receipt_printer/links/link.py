"""An open way to a printer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

ANSWER_BYTES = 64
"""More than any answer has: USB wants room for a whole packet."""


class Link(ABC):
    """``patience`` is how long in seconds the printer may take nothing before that is an error."""

    def __init__(self, patience: float) -> None:
        self._patience = patience

    @abstractmethod
    def send(self, data: bytes) -> None:
        """Send all of it. Raises TimeoutError when the printer takes nothing more, OSError when the line is broken."""

    @abstractmethod
    def receive(self, seconds: float) -> bytes:
        """Return what comes within this time, as soon as it comes; empty for nothing. Raises OSError."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the device, once it has taken everything."""

    @abstractmethod
    def abandon(self) -> None:
        """Let go of the device, and of everything that it has not taken: it must not come out under the next slip."""


def opened(device: Any) -> Any:
    """Open a device of python-escpos. Raises OSError for whatever is in the way."""
    try:
        device.open(raise_not_found=True)
    except Exception as error:  # it raises its own, pyusb's, pyserial's and the system's errors
        raise ConnectionError(f"{type(error).__name__}: {error}") from error
    return device
