"""Every fault at every moment, over every kind of link: the right outcome in its time, and half slips never pass."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from doubles.receipt_printers import ASKED, LINKS, LONGEST, SPEAKS, STRIP, WHOLE, Simulator, picture, printer, simulator
from doubles.slips import slip

from drivers.receipt_printer import driver
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.simulator import ReceiptPrinterSimulator, engine
from kiosk.domain.printer import PrinterStatus
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, Refused, Unconfirmed

FAULTS = {
    "paper": PrintFault.PAPER_OUT,
    "cover_open": PrintFault.COVER_OPEN,
    "cutter_error": PrintFault.CUTTER_ERROR,
    "overheated": PrintFault.OVERHEATED,
    "offline": PrintFault.OFFLINE,
}
PROFILES = {"asked": ASKED, "speaks": SPEAKS}
BEFORE, AT_THE_CUT = 0, None
LINES = [BEFORE, 1, 2, 199, 200, 201, 300, 1500, 2100, AT_THE_CUT]
MOMENTS = [BEFORE, 1, 300, 1500, AT_THE_CUT]


def _matrix() -> Iterator[object]:
    """Each fault at each moment once, links and profiles taking turns; everything with everything under ``soak``."""
    for number, field in enumerate(FAULTS):
        for place, line in enumerate(MOMENTS):
            link, name = LINKS[(number + place) % 3], list(PROFILES)[(number + place // 2) % 2]
            yield pytest.param(link, name, field, line)
    for link in LINKS:
        for name in PROFILES:
            for field in FAULTS:
                for line in LINES:
                    yield pytest.param(link, name, field, line, marks=pytest.mark.soak)


@pytest.fixture(params=["tcp"])
def device(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    with simulator(request.param, tmp_path / "slips", monkeypatch) as device:
        yield device


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the printer for one that prints quickly, so that silence is not waited for as long as a slow one needs."""
    monkeypatch.setattr(driver, "_LINES_A_SECOND", 20_000)


on_every_link = pytest.mark.parametrize("device", LINKS, indirect=True)
however_it_tells = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)


@pytest.mark.parametrize(("device", "name", "field", "line"), list(_matrix()), indirect=["device"])
def test_no_fault_passes_for_a_slip(device: Simulator, name: str, field: str, line: int | None) -> None:
    if line == BEFORE:
        setattr(device.state, field, field != "paper")
    else:
        device.state.fault, device.state.fault_line = field, line
    begun = time.monotonic()
    outcome = printer(device, PROFILES[name]).print_slip(slip())
    assert time.monotonic() - begun < LONGEST
    expected = [(Refused if line == BEFORE else PrintFailed)(FAULTS[field])]
    if name == "asked" and line not in {BEFORE, AT_THE_CUT} and not isinstance(device, ReceiptPrinterSimulator):
        # A fault that comes while a band is on its way may leave no room for the question what it is: the way to the
        # printer is full, and there is no other one as there is over the network.
        expected.append(PrintFailed(PrintFault.NO_ANSWER))
    assert outcome in expected
    assert (device.roll.hanging > 0) == (line not in {BEFORE, AT_THE_CUT})
    assert len(device.slips) == (line is AT_THE_CUT)


@pytest.mark.parametrize(
    ("device", "profile", "line"),
    [
        ("tcp", ASKED, AT_THE_CUT),
        ("tcp", SPEAKS, 300),
        ("serial", ASKED, 300),
        ("serial", SPEAKS, AT_THE_CUT),
        ("usb", ASKED, AT_THE_CUT),
        ("usb", SPEAKS, 300),
    ],
    indirect=["device"],
)
def test_after_the_mend_half_a_slip_is_void_and_the_slip_starts_from_the_top(
    device: Simulator, tmp_path: Path, profile: Profile, line: int | None
) -> None:
    device.state.fault, device.state.fault_line = "cover_open", line
    assert printer(device, profile, tmp_path).print_slip(slip()) == PrintFailed(PrintFault.COVER_OPEN)
    device.state.cover_open = False
    assert printer(device, profile, tmp_path).print_slip(slip()) == Printed()
    *_, void, whole = map(picture, device.slips)
    assert np.array_equal(void[-len(STRIP) :], STRIP)
    assert np.array_equal(whole, WHOLE)


def test_a_whole_slip_is_followed_by_the_next_without_a_strip(device: Simulator, tmp_path: Path) -> None:
    for _ in range(2):
        assert printer(device, ASKED, tmp_path).print_slip(slip()) == Printed()
    assert all(np.array_equal(picture(file), WHOLE) for file in device.slips)


def test_a_fault_that_came_and_went_has_spoilt_the_slip(device: Simulator) -> None:
    device.state.seconds_per_band = 0.05
    device.state.fault, device.state.fault_line, device.state.fault_seconds = "cover_open", 300, 0.3
    assert printer(device, SPEAKS).print_slip(slip()) == PrintFailed(PrintFault.COVER_OPEN)


@on_every_link
def test_a_printer_that_falls_silent_in_the_middle_leaves_the_slip_unconfirmed(device: Simulator, quick: None) -> None:
    device.state.fault, device.state.fault_line = "silent", 300
    assert printer(device).print_slip(slip()) == Unconfirmed(PrintFault.NO_ANSWER)


def test_after_silence_nobody_knows_so_that_a_strip_goes_before_the_next(
    device: Simulator, tmp_path: Path, quick: None
) -> None:
    device.state.fault, device.state.fault_line = "silent", 300
    printer(device, ASKED, tmp_path).print_slip(slip())
    device.state.silent = False
    assert printer(device, ASKED, tmp_path).print_slip(slip()) == Printed()
    assert np.array_equal(picture(device.slips[-2])[-len(STRIP) :], STRIP)


@however_it_tells
def test_a_slow_printer_is_waited_for(device: Simulator, profile: Profile) -> None:
    device.state.seconds_per_band = 0.15  # 1.5 s in all, twice the patience
    assert printer(device, profile).print_slip(slip()) == Printed()


def test_a_printer_that_answers_late_is_not_taken_for_a_broken_one(device: Simulator) -> None:
    device.state.paper_low = True
    device.state.answer_delay = 0.15  # four answers take longer than a look at them
    assert printer(device, patience=3.0).print_slip(slip()) == Printed(paper_low=True)


@pytest.mark.parametrize(
    ("device", "fault"),
    [("tcp", PrintFault.COVER_OPEN), ("serial", PrintFault.NO_ANSWER)],
    indirect=["device"],
)
def test_a_printer_that_is_deaf_while_it_prints_is_asked_afterwards(
    device: Simulator, fault: PrintFault, tmp_path: Path, quick: None
) -> None:
    machine = printer(device, ASKED, tmp_path)
    device.state.deaf = True
    assert machine.print_slip(slip()) == Printed()
    device.state.fault, device.state.fault_line = "cover_open", 300
    # On a serial line the question waits behind the dots that are not taken: what is wrong cannot be known.
    assert machine.print_slip(slip()) == PrintFailed(fault)
    device.state.cover_open = False
    # There it waits for the rest of a band, which has to come before it hears anything.
    assert machine.print_slip(slip()) == Printed()
    assert np.array_equal(picture(device.slips[-1]), WHOLE)


def test_a_report_that_comes_by_itself_is_no_confirmation(device: Simulator, quick: None) -> None:
    device.state.mute_after_cut = True
    device.state.fault = "paper_low"  # changes at the cut, and is told then
    assert printer(device, SPEAKS).print_slip(slip()) == Unconfirmed(PrintFault.NO_ANSWER)


@pytest.mark.parametrize("device", ["serial", "usb"], indirect=True)
def test_what_an_older_slip_is_answered_does_not_confirm_a_newer_one(
    device: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUFFER_BYTES", 1_000_000)  # holds two slips with their questions
    device.state.seconds_per_band = 0.1
    device.state.fault, device.state.fault_line = "cover_open", 1400
    assert printer(device, ASKED, tmp_path).print_slip(slip()) == PrintFailed(PrintFault.COVER_OPEN)
    device.state.seconds_per_band = 0.25
    device.state.paper_lines = len(WHOLE) - 1400 + len(STRIP) + 500
    device.state.cover_open = False  # the older one is printed to its end, and answered
    assert printer(device, ASKED, tmp_path).print_slip(slip()) == PrintFailed(PrintFault.PAPER_OUT)


@on_every_link
def test_the_status_is_told_without_printing(device: Simulator) -> None:
    assert printer(device).status() == PrinterStatus()
    device.state.paper_low = True
    assert printer(device).status() == PrinterStatus(None, paper_low=True)
    for field, fault in FAULTS.items():
        setattr(device.state, field, field != "paper")
        assert printer(device).status().fault is fault
        setattr(device.state, field, field == "paper")
    device.state.silent = True
    assert printer(device).status() == PrinterStatus(PrintFault.NO_ANSWER)
