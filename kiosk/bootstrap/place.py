"""Where the kiosk stands and how its screen looks there, as the settings say."""

from __future__ import annotations

from datetime import time

from config.settings import Settings
from kiosk.domain.hours import OpeningHours, Span
from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text
from kiosk.session.display import Contrast, Display


def display_of(settings: Settings) -> Display:
    """Return how every citizen finds the screen."""
    wanted = settings.display
    return Display(Contrast(wanted.contrast), wanted.lowered, wanted.motion)


def place_of(settings: Settings) -> Place:
    """Return the place."""
    place = settings.place
    return Place(
        kiosk_id=settings.kiosk.id,
        centre=Text(place.centre_vi, place.centre_en),
        commune=Text(place.commune_vi, place.commune_en),
        hotline=place.hotline,
        zalo_url=place.zalo_url or None,
        helper=Text(place.helper_vi, place.helper_en),
        province_code=place.province_code,
        commune_code=place.commune_code,
        vietnamese=Language.NORTHERN if place.words == "northern" else Language.VIETNAMESE,
        rating_url=place.rating_url or None,
        hours=OpeningHours(tuple(tuple(map(_span, day)) for day in place.hours.week())),
    )


def _span(written: str) -> Span:
    begins, ends = map(time.fromisoformat, written.split("-"))
    return Span(begins, ends)
