"""The composition root: the one place that names concrete parts."""

from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.devices import read_codes, scan_batch
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.queue import add_test_dossiers, open_outbox, open_queue, run_sender
from kiosk.bootstrap.window import drive_kiosk, run_kiosk, take_screen_pictures
from kiosk.bootstrap.world import open_world, simulate_portal, simulate_receipt_printer, simulate_scanner

__all__ = [
    "CannotStartError",
    "SystemClock",
    "add_test_dossiers",
    "drive_kiosk",
    "open_outbox",
    "open_queue",
    "open_world",
    "read_codes",
    "run_kiosk",
    "run_sender",
    "scan_batch",
    "simulate_portal",
    "simulate_receipt_printer",
    "simulate_scanner",
    "take_screen_pictures",
]
