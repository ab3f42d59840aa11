"""The kiosk's window on its session, with everything that the session needs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time

import structlog

from config.settings import Settings
from kiosk.bootstrap.catalogue import Shelf
from kiosk.bootstrap.clock import SystemClock, local_time
from kiosk.bootstrap.devices import code_reader, open_scanner, open_sounds, open_speech, practice_parts, receipt_printer
from kiosk.bootstrap.log import log_as_json
from kiosk.bootstrap.memory import give_large_memory_back
from kiosk.bootstrap.queue import open_outbox
from kiosk.bootstrap.secrecy import forbid_core_dumps
from kiosk.catalogue import Catalogue
from kiosk.domain.hours import OpeningHours, Span
from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text
from kiosk.session.display import Contrast, Display
from kiosk.session.screens import View
from kiosk.session.services import Aloud, Services, Timings
from kiosk.session.session import Session
from ui.app import KioskUi, Look
from ui.ears import Heard
from ui.finger import Finger
from ui.key_hand import KeyHand

_NO_KEY = Text(
    "Máy chưa được cài khóa niêm phong nên chưa nhận hồ sơ. Ông/Bà làm ở quầy giúp.",
    "The machine has no sealing key yet and takes no dossiers. Please go to the desk.",
)
_NO_PROCEDURE = Text(
    "Máy chưa có thủ tục nào đang áp dụng. Ông/Bà làm ở quầy giúp.",
    "No procedure is in force on this machine. Please go to the desk.",
)

Script = Callable[[Finger, Callable[[], View]], None]
"""What a robot does: it has a finger and can look at the view."""


def run_kiosk(settings: Settings, *, windowed: bool, size: tuple[int, int]) -> int:
    """Open the kiosk and run it until it is closed; returns the exit code. Raises CannotStartError."""
    with _open(settings, Look(windowed=windowed, size=size)) as (ui, _):
        return ui.run()


def drive_kiosk(
    settings: Settings,
    size: tuple[int, int],
    script: Callable[[Finger, Callable[[], View]], None],
    *,
    brisk: bool = False,
    keys: bool = False,
) -> None:
    """Open the real window and let a script press it: without motion and with a brisk finger, when time counts.

    With ``keys`` the hand is on a keyboard, and never touches the glass.
    Raises CannotStartError, and what the script raises.
    """
    with _open(settings, Look(windowed=True, size=size, motion=not brisk)) as (ui, session):
        hand = KeyHand if keys else Finger
        script(hand(ui.view, brisk=brisk), lambda: session.view)


@contextmanager
def _open(settings: Settings, look: Look) -> Iterator[tuple[KioskUi, Session]]:
    log_as_json()
    forbid_core_dumps()
    give_large_memory_back()
    shelf = Shelf(settings, lambda problem: structlog.get_logger().warning("catalogue", problem=problem))
    catalogue = shelf.newest().catalogue
    printer = receipt_printer(settings)
    ui = KioskUi(look)
    try:
        with (
            open_scanner(settings) as scanner,
            open_outbox(settings) as outbox,
            open_speech(settings) as speech,
            open_sounds(settings) as sounds,
        ):
            scanner.warm_up()
            services = Services(
                clock=SystemClock(),
                jobs=ui.jobs,
                scanner=scanner,
                printer=printer,
                code_reader=code_reader(),
                outbox=outbox,
                catalogue=catalogue,
                place=_place(settings),
                agency_code=settings.place.agency_code,
                lookup_url=settings.portal.lookup_url,
                timings=Timings(settings.kiosk.idle_s, settings.kiosk.idle_warning_s, settings.kiosk.receipt_wait_s),
                randomness=random.SystemRandom(),
                scan_dpi=settings.scanner.dpi,
                reverses_stack=settings.scanner.reverses_stack,
                aloud=Aloud(settings.speech.aloud_at_start, settings.speech.after_hours),
                out_of_order=_out_of_order(settings, catalogue),
                display=_display(settings),
                practice=practice_parts(settings),
                renew=lambda services: _renewed(services, settings, shelf),
            )
            session = Session(services)
            ui.show(session, services.place, local_time, Heard(speech, sounds))
            session.watch()
            try:
                yield ui, session
            finally:
                session.wipe()
                ui.jobs.close()
    finally:
        ui.close()


def _renewed(services: Services, settings: Settings, shelf: Shelf) -> Services:
    catalogue = shelf.newest().catalogue
    if catalogue is services.catalogue:
        return services
    return replace(services, catalogue=catalogue, out_of_order=_out_of_order(settings, catalogue))


def _out_of_order(settings: Settings, catalogue: Catalogue) -> Text | None:
    if not settings.portal.recipients:
        return _NO_KEY
    return None if catalogue.procedures else _NO_PROCEDURE


def _display(settings: Settings) -> Display:
    wanted = settings.display
    return Display(Contrast(wanted.contrast), wanted.lowered, wanted.motion)


def _place(settings: Settings) -> Place:
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
        hours=OpeningHours(tuple(tuple(map(_span, day)) for day in place.hours.week())),
    )


def _span(written: str) -> Span:
    begins, ends = map(time.fromisoformat, written.split("-"))
    return Span(begins, ends)
