"""A slip as a citizen of these tests would get it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drivers.receipt_printer.samples import SAMPLES
from kiosk.domain.slip import Slip


def slip(**changes: Any) -> Slip:
    """Return the slip with some fields changed."""
    return replace(SAMPLES["waiting"], **changes)
