"""The ReceiptPrinter port, kept by the real driver over TCP: only what the printer confirmed is printed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles.slips import slip
from PIL import Image, ImageChops

from drivers.receipt_printer import driver
from drivers.receipt_printer.driver import EscposReceiptPrinter
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.simulator import ReceiptPrinterSimulator
from drivers.receipt_printer.slip_raster import draw_slip
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, Refused, Unconfirmed


@pytest.fixture
def device(tmp_path: Path) -> Iterator[ReceiptPrinterSimulator]:
    with ReceiptPrinterSimulator(tmp_path / "slips") as device:
        yield device


@pytest.fixture
def printer(device: ReceiptPrinterSimulator) -> EscposReceiptPrinter:
    return EscposReceiptPrinter(device.url, Profile(), 0.6)


def test_what_comes_out_is_the_slip_dot_for_dot(device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter) -> None:
    assert printer.print_slip(slip()) == Printed()
    with Image.open(device.slips[0]) as paper:
        expected = draw_slip(slip(), 576).convert("L")
        assert ImageChops.difference(paper.convert("L"), expected).getbbox() is None


def test_the_preview_is_what_would_be_printed(printer: EscposReceiptPrinter) -> None:
    assert printer.preview(slip()).startswith(b"\x89PNG")


def test_low_paper_is_told_with_the_slip(device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter) -> None:
    device.state.paper_low = True
    assert printer.print_slip(slip()) == Printed(paper_low=True)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("paper", False, PrintFault.PAPER_OUT),
        ("cover_open", True, PrintFault.COVER_OPEN),
        ("cutter_error", True, PrintFault.CUTTER_ERROR),
        ("offline", True, PrintFault.OFFLINE),
        ("silent", True, PrintFault.NO_ANSWER),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(
    device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter, field: str, value: object, fault: PrintFault
) -> None:
    device.change({field: value})
    assert printer.print_slip(slip()) == Refused(fault)
    assert device.received <= 12
    assert device.slips == []


def test_paper_that_ends_in_the_middle_is_a_failed_print(
    device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter
) -> None:
    device.state.paper_lines = 300
    assert printer.print_slip(slip()) == PrintFailed(PrintFault.PAPER_OUT)
    assert device.slips == []


def test_after_new_paper_the_slip_starts_again_from_the_top(
    device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter
) -> None:
    device.state.paper_lines = 300
    printer.print_slip(slip())
    device.roll.cut()
    device.change({"paper": True, "paper_lines": None})
    assert printer.print_slip(slip()) == Printed()
    with Image.open(device.slips[-1]) as paper:
        assert paper.height == draw_slip(slip(), 576).height


def test_a_line_that_breaks_in_the_middle_is_never_called_printed(
    device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter
) -> None:
    device.state.drop_after = 400
    outcome = printer.print_slip(slip())
    assert isinstance(outcome, PrintFailed | Unconfirmed)
    assert device.slips == []


def test_a_printer_that_never_confirms_leaves_the_slip_unconfirmed(
    device: ReceiptPrinterSimulator, printer: EscposReceiptPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_LINES_A_SECOND", 20_000)  # so that a slow one is not waited for
    device.state.mute_after_cut = True
    assert printer.print_slip(slip()) == Unconfirmed(PrintFault.NO_ANSWER)
    assert len(device.slips) == 1


def test_nobody_at_the_address_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        printer = EscposReceiptPrinter(f"tcp://127.0.0.1:{taken.getsockname()[1]}", Profile(), 0.5)
        assert printer.print_slip(slip()) == Refused(PrintFault.UNREACHABLE)


def test_no_printer_in_the_settings_is_unreachable() -> None:
    assert EscposReceiptPrinter("", Profile(), 0.5).print_slip(slip()) == Refused(PrintFault.UNREACHABLE)
