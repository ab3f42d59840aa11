"""Simulated receipt printers behind each kind of link, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from doubles.slips import slip
from doubles.usb_printer import UsbPrinterSimulator
from drivers.receipt_printer.driver import EscposReceiptPrinter
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.simulator.printer import ReceiptPrinterSimulator, SerialPrinterSimulator
from drivers.receipt_printer.slip_raster import draw_slip
from drivers.receipt_printer.void_strip import draw_void_strip

LINKS = ["tcp", "serial", "usb"]
ASKED, SPEAKS = Profile(), Profile(reports_changes=True, clears=True)
PATIENCE = 0.7
LONGEST = 12 * PATIENCE
"""Seconds, more than all waits of one slip: link, status, a band, a question, the end, and link and status after."""

WHOLE = np.asarray(draw_slip(slip(), ASKED.width_dots))
STRIP = np.asarray(draw_void_strip(ASKED.width_dots))

Simulator = ReceiptPrinterSimulator | SerialPrinterSimulator | UsbPrinterSimulator


def simulator(link: str, folder: Path, patch: pytest.MonkeyPatch) -> Simulator:
    """Return a printer behind a link, to be used as a context manager."""
    if link == "usb":
        return UsbPrinterSimulator(folder, patch)
    return ReceiptPrinterSimulator(folder) if link == "tcp" else SerialPrinterSimulator(folder)


def printer(
    device: Simulator, profile: Profile = ASKED, folder: Path | None = None, patience: float = PATIENCE
) -> EscposReceiptPrinter:
    """Return the driver for a simulated printer; a new one knows as much as a program that was started anew."""
    return EscposReceiptPrinter(device.url, profile, patience, folder)


def picture(file: Path) -> np.ndarray:
    """Return the dots of a slip that was cut off."""
    with Image.open(file) as paper:
        return np.asarray(paper.convert("1"))
