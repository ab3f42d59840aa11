"""A page from the scanner made ready for review and for its PDF, while the next side is still coming."""

from __future__ import annotations

from dataclasses import replace

from kiosk.documents.inspection import examine, reduced
from kiosk.documents.pixels import decode
from kiosk.documents.versions import untouched, versions
from kiosk.domain.page import Page


def prepare(page: Page, wanted: float, *, whole: bool = False) -> Page:
    """Return the page looked at, with versions for a PDF down to ``wanted`` bytes; its pixels are decoded only once.

    With the ``whole`` ladder of versions it fits among any number of others as well as it can. Raises ValueError when
    the page's JPEG is none.
    """
    pixels = decode(page.jpeg)
    looked_at = examine(page, reduced(page, pixels))
    if untouched(page).size <= wanted and not whole:
        return looked_at
    return replace(looked_at, versions=versions(looked_at, wanted, pixels, whole=whole))
