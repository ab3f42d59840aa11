"""Pictures of every screen, for people who look at what they changed."""

from __future__ import annotations

from pathlib import Path

import config
from config.settings import Settings
from kiosk.bootstrap.clock import local_day
from kiosk.bootstrap.devices import receipt_printer
from kiosk.catalogue import load_catalogue
from kiosk.domain.text import Language
from kiosk.session.display import Display
from ui.gallery import GalleryRequest, take_pictures


def take_screen_pictures(  # noqa: PLR0917 - one value for each option of the command
    out: Path, language: Language, size: tuple[int, int], text_size: int, display: Display, only: str
) -> list[Path]:
    """Take a picture of every screen from sample values, with slips as the printer driver draws them."""
    files: list[Path] = []
    draw = receipt_printer(Settings()).preview
    catalogue = load_catalogue(Path(config.__file__).parent, local_day)
    take_pictures(GalleryRequest(out, language, size, text_size, display, only, draw, catalogue), files.append)
    return files
