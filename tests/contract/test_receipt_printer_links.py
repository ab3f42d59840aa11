"""What is peculiar to a kind of link: plugs that are pulled, lines that take nothing more, programs that meet."""

from __future__ import annotations

import os
import pty
import select
import time
import tty
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from doubles.receipt_printers import ASKED, LONGEST, PATIENCE, SPEAKS, STRIP, WHOLE, picture, printer
from doubles.slips import slip
from doubles.usb_printer import UsbPrinterSimulator

from drivers.receipt_printer.address import SerialAddress
from drivers.receipt_printer.driver import EscposReceiptPrinter
from drivers.receipt_printer.links.serial_line import SerialLink
from drivers.receipt_printer.simulator.printer import ReceiptPrinterSimulator, SerialPrinterSimulator
from drivers.receipt_printer.turn import turn
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, Refused


@pytest.fixture
def usb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UsbPrinterSimulator]:
    with UsbPrinterSimulator(tmp_path / "slips", monkeypatch) as device:
        yield device


def test_a_plug_that_was_pulled_and_put_back_is_found_again(usb: UsbPrinterSimulator) -> None:
    machine = printer(usb)
    assert machine.print_slip(slip()) == Printed()
    usb.unplug()
    assert machine.print_slip(slip()) == Refused(PrintFault.UNREACHABLE)
    assert machine.status() == PrinterStatus(PrintFault.UNREACHABLE)
    usb.plugged = True
    assert machine.print_slip(slip()) == Printed()
    assert all(np.array_equal(picture(file), WHOLE) for file in usb.slips)
    assert usb.resets == 0  # which would cut short what is still printing


def test_a_plug_that_is_pulled_in_the_middle_breaks_the_slip_off(usb: UsbPrinterSimulator) -> None:
    machine = printer(usb)
    usb.state.drop_after = 300
    assert machine.print_slip(slip()) == PrintFailed(PrintFault.CONNECTION_LOST)
    usb.state.drop_after = None
    usb.power_cycle()
    assert machine.print_slip(slip()) == Printed()
    void, whole = map(picture, usb.slips)
    assert np.array_equal(void[-len(STRIP) :], STRIP)
    assert np.array_equal(whole, WHOLE)


def test_a_usb_that_takes_nothing_more_is_noticed_in_time(usb: UsbPrinterSimulator) -> None:
    usb.stuck_after = 20_000
    begun = time.monotonic()
    assert printer(usb).print_slip(slip()) == PrintFailed(PrintFault.NO_ANSWER)
    assert time.monotonic() - begun < LONGEST


def test_what_a_printer_told_that_takes_nothing_more_is_heard(usb: UsbPrinterSimulator) -> None:
    usb.stuck_after = 5_000
    usb.when_stuck = lambda: setattr(usb.state, "cover_open", True)
    assert printer(usb, SPEAKS).print_slip(slip()) == PrintFailed(PrintFault.COVER_OPEN)


def test_a_serial_line_that_takes_nothing_is_noticed_in_time() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    try:
        os.set_blocking(theirs, False)
        while select.select([], [theirs], [], 0)[1]:
            os.write(theirs, bytes(512))
        machine = EscposReceiptPrinter(f"serial://{os.ttyname(theirs)}", ASKED, PATIENCE)
        begun = time.monotonic()
        assert machine.print_slip(slip()) == Refused(PrintFault.NO_ANSWER)
        assert time.monotonic() - begun < LONGEST
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_serial_line_is_not_shared(tmp_path: Path) -> None:
    with SerialPrinterSimulator(tmp_path / "slips") as device:
        link = SerialLink(SerialAddress(device.url.removeprefix("serial://")), PATIENCE)
        assert printer(device).print_slip(slip()) == Refused(PrintFault.UNREACHABLE)
        link.close()
        assert printer(device).print_slip(slip()) == Printed()


def test_a_printer_on_which_somebody_else_prints_is_left_alone(tmp_path: Path) -> None:
    with ReceiptPrinterSimulator(tmp_path / "slips") as device:
        with turn(tmp_path / "receipt-printer.lock", 0.0):
            assert printer(device, ASKED, tmp_path).print_slip(slip()) == Refused(PrintFault.NO_ANSWER)
            assert printer(device, ASKED, tmp_path).status() == PrinterStatus(PrintFault.NO_ANSWER)
        assert device.received == 0
        assert printer(device, ASKED, tmp_path).print_slip(slip()) == Printed()
