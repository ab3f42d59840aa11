"""Pictures of every screen, taken in the real window from sample values."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.catalogue import Catalogue
from kiosk.domain.text import Language
from kiosk.session.display import USUAL, Display
from kiosk.session.screens import View
from ui.app import KioskUi, Look
from ui.ears import Heard
from ui.finger import Finger
from ui.samples import facts
from ui.samples.shipped import shipped_views
from ui.samples.still import Still, StillSounds, StillVoice
from ui.samples.views import DrawSlip, plain_slip, sample_views


@dataclass(frozen=True, slots=True)
class GalleryRequest:
    """Which pictures to take: ``size`` in pixels, ``text_size`` 1 to 3, ``display`` the rest of the look.

    ``only`` keeps the views whose name contains it; ``draw`` gives a slip's raster; with a ``catalogue`` the procedures
    in it are shown as well, with ``only`` those that it names by their code.
    """

    out: Path
    language: Language = Language.VIETNAMESE
    size: tuple[int, int] = (1080, 1920)
    text_size: int = 1
    display: Display = USUAL
    only: str = ""
    draw: DrawSlip = plain_slip
    catalogue: Catalogue | None = None


def _views(request: GalleryRequest) -> Iterator[tuple[str, View]]:
    yield from sample_views(request.language, request.text_size, request.draw)
    if request.catalogue is not None:
        yield from shipped_views(request.catalogue, request.language, request.text_size, request.only)


def take_pictures(request: GalleryRequest, told: Callable[[Path], None]) -> int:
    """Take all pictures and tell of each file; returns how many. Raises OSError when they cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    request.out.mkdir(parents=True, exist_ok=True)
    views = [(name, replace(view, display=request.display)) for name, view in _views(request) if request.only in name]
    if not views:
        return 0
    ui = KioskUi(Look(windowed=True, size=request.size, motion=False))
    still = Still(views[0][1])
    try:
        ui.show(still.actions, facts.PLACE, lambda: facts.MOMENT)
        ui.hear(still.actions, Heard(StillVoice(), StillSounds()))
        finger = Finger(ui.view)
        for name, view in views:
            still.begin(view)
            finger.wait(lambda: not ui.images.busy, f"the pictures of {name}")
            file = request.out / f"{name}.png"
            finger.picture(file)
            told(file)
    finally:
        ui.close()
    return len(views)
