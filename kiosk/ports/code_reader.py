"""Reading QR codes from page images."""

from __future__ import annotations

from typing import Protocol


class CodeReader(Protocol):
    """Finds QR codes in one image. Blocks for up to some hundred milliseconds."""

    def read(self, image: bytes) -> tuple[bytes, ...]:
        """Return the raw payloads found in an encoded image (JPEG, PNG), most likely first; empty when none.

        Raises ValueError when the bytes are no image.
        """
        ...
