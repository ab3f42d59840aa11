"""The Scanner port, kept by the real driver: libsane and sane-airscan in a child process, eSCL on loopback."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.page import PageProblem, Side
from kiosk.domain.scan import (
    ScanEvent,
    ScanOutcome,
    ScanRequest,
    ScanStatus,
    SideProgress,
    SideScanned,
    SideStarted,
)
from kiosk.domain.scan_machine import Limits

LOW = ScanRequest(duplex=True, dpi=150)


@pytest.fixture
def device() -> Iterator[EsclSimulator]:
    with EsclSimulator() as device:
        yield device


@pytest.fixture
def scanner(device: EsclSimulator, tmp_path: Path) -> SaneScanner:
    name = write_sane_config(tmp_path / "sane", device.url)
    return SaneScanner(name, str(tmp_path / "sane"), Limits(open=20, first_page=20, page=20))


def scan(scanner: SaneScanner, request: ScanRequest = LOW) -> tuple[ScanOutcome, list[ScanEvent]]:
    events: list[ScanEvent] = []
    outcome = scanner.scan(request, events.append, threading.Event())
    assert not workers()
    return outcome, events


def workers() -> list[psutil.Process]:
    return [child for child in psutil.Process(os.getpid()).children() if "drivers.scanner.worker" in child.cmdline()]


def test_two_duplex_sheets_come_side_by_side_in_order(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh", "uy_quyen")
    outcome, events = scan(scanner)
    assert outcome.status is ScanStatus.OK
    assert outcome.sheets == 2
    sides = [(page.sheet, page.side) for page in outcome.pages]
    assert sides == [(1, Side.FRONT), (1, Side.BACK), (2, Side.FRONT), (2, Side.BACK)]
    assert [event.page for event in events if isinstance(event, SideScanned)] == list(outcome.pages)
    assert sum(isinstance(event, SideStarted) for event in events) >= 4
    assert any(isinstance(event, SideProgress) and 0 < event.fraction <= 1 for event in events)
    assert all((page.width, page.height, page.dpi) == (1240, 1754, 150) for page in outcome.pages)


def test_simplex_scans_fronts_only(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh", "uy_quyen")
    outcome, _ = scan(scanner, ScanRequest(duplex=False, dpi=150, grey=True))
    assert [(page.sheet, page.side) for page in outcome.pages] == [(1, Side.FRONT), (2, Side.FRONT)]


def test_an_empty_feeder_is_said_to_be_empty(scanner: SaneScanner) -> None:
    assert scan(scanner)[0].status is ScanStatus.EMPTY


@pytest.mark.parametrize(("at", "kept"), [(1, 0), (2, 1), (3, 2), (4, 3)])
def test_a_jam_keeps_every_side_before_it(device: EsclSimulator, scanner: SaneScanner, at: int, kept: int) -> None:
    device.load("khai_sinh", "uy_quyen")
    device.fail(jam_at=at)
    outcome, _ = scan(scanner)
    assert outcome.status is ScanStatus.JAMMED
    assert len(outcome.pages) == kept


def test_an_open_cover_is_said_to_be_open(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh")
    device.open_cover()
    assert scan(scanner)[0].status is ScanStatus.COVER_OPEN


def test_a_double_feed_is_noticed_though_sane_ends_normally(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh", "uy_quyen")
    device.fail(double_feed_at=3)
    outcome, _ = scan(scanner)
    assert outcome.status is ScanStatus.DOUBLE_FEED
    assert len(outcome.pages) == 2


@pytest.mark.parametrize("fault", ["truncate_at", "half_image_at"])
def test_half_a_page_is_never_passed_as_a_whole_one(device: EsclSimulator, scanner: SaneScanner, fault: str) -> None:
    device.load("khai_sinh", "uy_quyen")
    device.fail(**{fault: 2})
    outcome, _ = scan(scanner)
    assert outcome.status is not ScanStatus.OK
    assert all(PageProblem.TRUNCATED in page.problems for page in outcome.pages[1:2])


@pytest.mark.parametrize(
    "faults", [{"fail_status": 503, "fail_times": 20}, {"fail_status": 500, "fail_times": 1}, {"reset_at": 2}]
)
def test_a_device_that_answers_nonsense_costs_one_outcome(
    device: EsclSimulator, scanner: SaneScanner, faults: dict[str, Any]
) -> None:
    device.load("khai_sinh", "uy_quyen")
    device.fail(**faults)
    outcome, _ = scan(scanner)
    assert outcome.status is not ScanStatus.OK or len(outcome.pages) == 4
    device.clear()
    device.take_out()
    device.load("one_sided")
    recovered, _ = scan(scanner)
    assert recovered.status is ScanStatus.OK
    assert len(recovered.pages) == 2


def test_a_device_that_hangs_is_given_up_at_the_deadline(device: EsclSimulator, tmp_path: Path) -> None:
    name = write_sane_config(tmp_path / "sane", device.url)
    hasty = SaneScanner(name, str(tmp_path / "sane"), Limits(open=20, first_page=20, page=4))
    device.load("khai_sinh", "uy_quyen")
    device.fail(hang_at=3)
    outcome, _ = scan(hasty)
    assert outcome.status is ScanStatus.TIMEOUT
    assert len(outcome.pages) == 2
    device.clear()
    device.take_out()
    device.load("one_sided")
    assert scan(hasty)[0].status is ScanStatus.OK


def test_a_wish_to_stop_is_granted_and_keeps_the_sides(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh", "uy_quyen", "bao_tu")
    device.fail(seconds_per_side=0.3)
    cancel, events = threading.Event(), []

    def tell(event: ScanEvent) -> None:
        events.append(event)
        if isinstance(event, SideScanned):
            cancel.set()

    outcome = scanner.scan(LOW, tell, cancel)
    assert outcome.status is ScanStatus.CANCELLED
    assert 1 <= len(outcome.pages) < 6
    assert not workers()


def test_a_worker_that_is_killed_costs_one_outcome(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("khai_sinh", "uy_quyen")
    device.fail(hang_at=2)

    def tell(event: ScanEvent) -> None:
        if isinstance(event, SideScanned):
            scanner.close()

    outcome = scanner.scan(LOW, tell, threading.Event())
    assert outcome.status is ScanStatus.FAILED
    assert len(outcome.pages) == 1


def test_a_scanner_that_is_not_there_is_a_failed_batch(tmp_path: Path) -> None:
    name = write_sane_config(tmp_path / "sane", "http://127.0.0.1:9/eSCL")
    lost = SaneScanner(name, str(tmp_path / "sane"), Limits(open=5, first_page=5, page=5))
    assert scan(lost)[0].status in {ScanStatus.FAILED, ScanStatus.TIMEOUT}


def test_auto_takes_the_first_scanner(device: EsclSimulator, tmp_path: Path) -> None:
    write_sane_config(tmp_path / "sane", device.url)
    device.load("one_sided")
    auto = SaneScanner("auto", str(tmp_path / "sane"), Limits(open=20, first_page=20, page=20))
    assert scan(auto)[0].status is ScanStatus.OK


def test_paper_in_the_slot_is_seen_and_so_is_an_empty_slot(device: EsclSimulator, scanner: SaneScanner) -> None:
    assert scanner.paper_left() is False
    device.load("khai_sinh")
    assert scanner.paper_left() is True
    scan(scanner)
    assert scanner.paper_left() is False


@pytest.mark.parametrize(
    ("state", "left"),
    [("ScannerAdfJam", True), ("ScannerAdfMultipickDetected", True), ("ScannerAdfHatchOpen", None)],
)
def test_what_is_stuck_is_paper_and_an_open_cover_tells_nothing(
    device: EsclSimulator, scanner: SaneScanner, state: str, left: bool | None
) -> None:
    device.set_state(state)
    assert scanner.paper_left() is left


def test_a_device_that_is_gone_or_speaks_no_escl_tells_nothing(tmp_path: Path) -> None:
    with EsclSimulator() as device:
        name = write_sane_config(tmp_path / "sane", device.url)
    assert SaneScanner(name, str(tmp_path / "sane"), Limits()).paper_left() is None
    assert SaneScanner("test:0", str(tmp_path / "sane"), Limits()).paper_left() is None


def test_paper_that_is_pulled_out_while_it_is_fed_leaves_what_was_scanned(
    device: EsclSimulator, scanner: SaneScanner
) -> None:
    device.load("khai_sinh", "uy_quyen", "bao_tu")
    device.fail(seconds_per_side=0.3)

    def pull(event: ScanEvent) -> None:
        if isinstance(event, SideScanned):
            device.take_out()

    outcome = scanner.scan(LOW, pull, threading.Event())
    assert 1 <= len(outcome.pages) < 6
    assert outcome.status is (ScanStatus.INCOMPLETE if len(outcome.pages) % 2 else ScanStatus.OK), outcome.message
    device.load("one_sided")
    assert scan(scanner)[0].status is ScanStatus.OK
