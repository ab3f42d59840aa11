"""The receipt printer by itself: a slip to try it with, slips to look at."""

from __future__ import annotations

from config.settings import Settings
from drivers.receipt_printer.samples import SAMPLES, trial_slip
from kiosk.bootstrap.clock import local_time
from kiosk.bootstrap.devices import receipt_printer
from kiosk.bootstrap.place import place_of
from kiosk.domain.slip import PrintOutcome

SAMPLE_NAMES = tuple(SAMPLES)


def print_trial_slip(settings: Settings) -> tuple[PrintOutcome, str]:
    """Print a slip that is nobody's, and return its code beside the outcome. Raises CannotStartError."""
    now = local_time()
    code = f"THU-{now:%y%m%d-%H%M%S}"
    slip = trial_slip(code, settings.portal.lookup_url, place_of(settings), now)
    return receipt_printer(settings).print_slip(slip), code


def draw_sample(settings: Settings, name: str) -> bytes:
    """Return a sample as the settings' printer would print it, as a PNG. Raises CannotStartError."""
    return receipt_printer(settings).preview(SAMPLES[name])
