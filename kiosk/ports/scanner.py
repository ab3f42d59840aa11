"""The document scanner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest


class Cancel(Protocol):
    """A wish to stop that the caller may utter from another thread; ``threading.Event`` is one."""

    def is_set(self) -> bool:
        """Say whether to stop."""
        ...


class Scanner(Protocol):
    """One scanner. ``scan`` blocks and belongs in a background job; it never raises for what a device can do."""

    def scan(self, request: ScanRequest, on_event: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
        """Scan what lies in the feeder, telling events in order from the calling thread."""
        ...

    def paper_left(self) -> bool | None:
        """Say whether paper lies or is stuck in the feeder; None where the device cannot tell.

        Blocks until the device has answered, some seconds at most; another thread may scan meanwhile.
        """
        ...

    def close(self) -> None:
        """End every process that belongs to this scanner."""
        ...
