"""Pictures made at run time: scanned pages, the slip, QR codes. QML shows them as ``image://pages/<number>``."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.page import Page


class Images(Protocol):
    """Gives an address to what is to be shown; QML must set ``cache: false`` and ``asynchronous: true``."""

    def page(self, page: Page) -> str:
        """Return the address of a scanned side."""
        ...

    def png(self, png: bytes) -> str:
        """Return the address of a PNG, such as the slip's preview."""
        ...

    def code(self, text: str) -> str:
        """Return the address of a QR code of this text; an empty text has no picture and no address."""
        ...
