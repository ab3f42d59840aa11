"""The receipt printer by itself: a slip to try it with, slips to look at, the slip of a dossier that got none."""

from __future__ import annotations

from datetime import datetime

from config.settings import Settings
from drivers.receipt_printer.samples import SAMPLES, trial_slip
from kiosk.bootstrap.catalogue import open_catalogue
from kiosk.bootstrap.clock import local_time
from kiosk.bootstrap.devices import receipt_printer
from kiosk.bootstrap.place import place_of
from kiosk.bootstrap.queue import open_queue
from kiosk.documents.sheets import draw_slip_sheet
from kiosk.domain.lookup import lookup_address
from kiosk.domain.slip import PrintOutcome, Slip
from kiosk.domain.submission import SubmissionKind
from kiosk.domain.text import NO_TEXT

SAMPLE_NAMES = tuple(SAMPLES)
_DOSSIERS = {SubmissionKind.DOSSIER, SubmissionKind.SUPPLEMENT}


def print_trial_slip(settings: Settings) -> tuple[PrintOutcome, str]:
    """Print a slip that is nobody's, and return its code beside the outcome. Raises CannotStartError."""
    now = local_time()
    code = f"THU-{now:%y%m%d-%H%M%S}"
    slip = trial_slip(code, settings.portal.lookup_url, place_of(settings), now)
    return print_slip(settings, slip), code


def draw_sample(settings: Settings, name: str, *, on_a4: bool) -> bytes:
    """Return a sample as the settings' printer would print it, as a PNG; or on A4, a PDF. Raises CannotStartError."""
    return draw_slip_sheet(SAMPLES[name]) if on_a4 else receipt_printer(settings).preview(SAMPLES[name])


def late_slip(settings: Settings, reference_code: str) -> Slip | None:
    """Return the slip of a dossier in the queue, as far as the machine knows it; None when there is none of that code.

    What was sealed it cannot read any more: neither the name, the papers and the fee, nor the secret of the look-up.
    Raises CannotStartError.
    """
    with open_queue(settings) as queue:
        details = queue.details(reference_code)
    if details is None or details.item.kind not in _DOSSIERS:
        return None
    item, place = details.item, place_of(settings)
    procedure = next((one for one in open_catalogue(settings).procedures if one.code == item.procedure), None)
    return Slip(
        language=place.vietnamese,
        centre=place.centre.vi,
        commune=place.commune.vi,
        kiosk_id=place.kiosk_id,
        printed_at=local_time(),
        reference_code=item.reference_code,
        dossier_code=item.dossier_code,
        filed=item.dossier_code is not None,
        lookup_url=lookup_address(settings.portal.lookup_url, item.dossier_code or item.reference_code),
        lookup_secret="",
        procedure_name=NO_TEXT if procedure is None else procedure.name,
        procedure_code=item.procedure or "",
        masked_name="",
        masked_id="",
        papers=(),
        bring=(),
        fee=NO_TEXT,
        result=NO_TEXT,
        hotline=place.hotline,
        zalo_url=place.zalo_url,
        rating_url=place.rating_url,
        kept_since=datetime.fromisoformat(item.created_at).astimezone(local_time().tzinfo),
    )


def print_slip(settings: Settings, slip: Slip) -> PrintOutcome:
    """Print a slip on the receipt printer. Raises CannotStartError."""
    return receipt_printer(settings).print_slip(slip)
