"""The session with everything that it needs. Loading it takes seconds: the window stands meanwhile (``window``)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import structlog

import ui.drawing
import ui.further_routes  # noqa: F401 - both belong to the window, which loads them when it needs them: here nobody waits
from config.settings import Settings
from kiosk.bootstrap.alarms import printer_alarm
from kiosk.bootstrap.catalogue import Shelf
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.devices import (
    code_reader,
    document_printer,
    handheld_reader,
    open_scanner,
    open_sounds,
    open_speech,
    practice_parts,
    receipt_printer,
    typing_reader,
)
from kiosk.bootstrap.enquiries import enquiries
from kiosk.bootstrap.gifts import gift_shelf
from kiosk.bootstrap.keys import SealingKeys, log_keys
from kiosk.bootstrap.log import log_as_json
from kiosk.bootstrap.place import display_of, place_of
from kiosk.bootstrap.queue import open_outbox
from kiosk.catalogue import Catalogue
from kiosk.domain.money import Dong
from kiosk.domain.text import Text
from kiosk.ports.jobs import Jobs
from kiosk.session.services import Aloud, Services, Timings
from kiosk.session.session import Session
from ui.ears import Heard
from ui.typed_codes import TypedCodes

_NO_PROCEDURE = Text(
    "Máy chưa có thủ tục nào đang áp dụng. Ông/Bà làm ở quầy giúp.",
    "No procedure is in force on this machine. Please go to the desk.",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What was opened: ``services`` for the session, ``heard`` and ``typed`` (a reader's codes) for the window."""

    services: Services
    heard: Heard
    typed: TypedCodes | None
    warm_up: Callable[[], None]

    def begin(self) -> Session:
        """Make the session, on the thread that it is to live on."""
        self.warm_up()
        return Session(self.services)


@contextmanager
def open_parts(settings: Settings, jobs: Jobs) -> Iterator[Parts]:
    """Open everything; it is closed with the ``with``. Runs in the background. Raises CannotStartError."""
    log_as_json()
    shelf = Shelf(settings, lambda problem: structlog.get_logger().warning("catalogue", problem=problem))
    catalogue, keys = shelf.newest().catalogue, SealingKeys(settings, log_keys)
    printer, handheld, typing = receipt_printer(settings), handheld_reader(settings), typing_reader(settings)
    with (
        open_scanner(settings) as scanner,
        open_outbox(settings, keys) as outbox,
        open_speech(settings) as speech,
        open_sounds(settings) as sounds,
    ):
        services = Services(
            clock=SystemClock(),
            jobs=jobs,
            scanner=scanner,
            printer=printer,
            code_reader=code_reader(),
            outbox=outbox,
            catalogue=catalogue,
            place=place_of(settings),
            agency_code=settings.place.agency_code,
            lookup_url=settings.portal.lookup_url,
            timings=Timings(settings.kiosk.idle_s, settings.kiosk.idle_warning_s, settings.kiosk.receipt_wait_s),
            randomness=random.SystemRandom(),
            scan_dpi=settings.scanner.dpi,
            reverses_stack=settings.scanner.reverses_stack,
            aloud=Aloud(settings.speech.aloud_at_start, settings.speech.after_hours),
            handheld=handheld or typing,
            gifts=gift_shelf(settings),
            out_of_order=_out_of_order(keys, catalogue),
            display=display_of(settings),
            rests_without_slips=settings.receipt_printer.without_slips == "out_of_order",
            printer_stands=printer_alarm(settings),
            enquiries=enquiries(settings),
            documents=document_printer(settings) if settings.document_printer.url else None,
            page_price=Dong(settings.document_printer.page_price),
            practice=practice_parts(settings),
            renew=lambda services: renewed(services, shelf, keys),
        )
        typed = None if typing is None else TypedCodes(settings.code_reader.prefix, typing.take)
        yield Parts(services, Heard(speech, sounds), typed, scanner.warm_up)


def renewed(services: Services, shelf: Shelf, keys: SealingKeys) -> Services:
    """Return these services with the newest catalogue and keys; the very same ones where nothing is new."""
    catalogue = shelf.newest().catalogue
    out_of_order = _out_of_order(keys, catalogue)
    if catalogue is services.catalogue and out_of_order == services.out_of_order:
        return services
    return replace(services, catalogue=catalogue, out_of_order=out_of_order)


def _out_of_order(keys: SealingKeys, catalogue: Catalogue) -> Text | None:
    trouble = keys.state().trouble
    if trouble is not None:
        return trouble.words
    return None if catalogue.procedures else _NO_PROCEDURE
