"""Reading QR codes: from page images, and with a handheld reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.handheld import HandheldOutcome
from kiosk.ports.scanner import Cancel


def any_code(_payload: bytes) -> bool:
    """Want any code there is."""
    return True


class CodeReader(Protocol):
    """Finds QR codes in one image. Blocks for up to some hundred milliseconds."""

    def read(self, image: bytes, wanted: Callable[[bytes], bool] = any_code) -> tuple[bytes, ...]:
        """Return the raw payloads found in an encoded image (JPEG, PNG), most likely first; empty when none.

        The reader goes on trying harder until it has found a code that is ``wanted``; all that it saw is returned.
        Raises ValueError when the bytes are no image.
        """
        ...


class HandheldReader(Protocol):
    """A reader that people hold their card to."""

    def wait(self, cancel: Cancel) -> HandheldOutcome:
        """Wait for the next code; what came before the call is forgotten. Blocks: it belongs in a background job."""
        ...
