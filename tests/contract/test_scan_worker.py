"""The scan worker as a process: spares, deaf, crazy and dead ones, and devices that come back under another name."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.page import PageProblem, Side
from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest, ScanStatus, SideScanned
from kiosk.domain.scan_machine import Limits

LOW = ScanRequest(duplex=True, dpi=150, grey=True)
PATIENT = Limits(open=20, first_page=20, page=20)


def workers() -> list[psutil.Process]:
    """Return the workers that live; a spare is one of them."""
    return [child for child in psutil.Process(os.getpid()).children() if "drivers.scanner.worker" in child.cmdline()]


def scan(scanner: SaneScanner, request: ScanRequest = LOW) -> ScanOutcome:
    return scanner.scan(request, lambda _event: None, threading.Event())


@pytest.fixture
def device() -> Iterator[EsclSimulator]:
    with EsclSimulator() as device:
        yield device


@pytest.fixture
def scanner(device: EsclSimulator, tmp_path: Path) -> Iterator[SaneScanner]:
    scanner = SaneScanner(write_sane_config(tmp_path / "sane", device.url), str(tmp_path / "sane"), PATIENT)
    yield scanner
    scanner.close()
    assert not workers()


def test_a_spare_waits_and_is_followed_by_the_next(device: EsclSimulator, scanner: SaneScanner) -> None:
    scanner.warm_up()
    (spare,) = workers()
    for _ in range(2):
        device.load("one_sided")
        assert scan(scanner).status is ScanStatus.OK
        (following,) = workers()
        assert following.pid != spare.pid
        spare = following


def test_a_spare_outlives_the_thread_that_started_it(device: EsclSimulator, scanner: SaneScanner) -> None:
    starter = threading.Thread(target=scanner.warm_up)
    starter.start()
    starter.join()
    device.load("one_sided")
    assert scan(scanner).status is ScanStatus.OK


def test_a_spare_that_died_is_replaced_without_a_word(device: EsclSimulator, scanner: SaneScanner) -> None:
    scanner.warm_up()
    (spare,) = workers()
    spare.kill()
    device.load("one_sided")
    outcome = scan(scanner)
    assert (outcome.status, len(outcome.pages)) == (ScanStatus.OK, 2)


def test_a_device_that_moved_while_the_spare_waited_is_found(tmp_path: Path) -> None:
    with EsclSimulator() as device:
        scanner = SaneScanner(write_sane_config(tmp_path, device.url), str(tmp_path), PATIENT)
        scanner.warm_up()
        device.load("one_sided")
        assert scan(scanner).status is ScanStatus.OK
    with closing(scanner), EsclSimulator() as moved:
        write_sane_config(tmp_path, moved.url)
        moved.load("one_sided")
        assert scan(scanner).status is ScanStatus.OK


def test_a_device_that_came_back_under_another_name_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "sane"
    with EsclSimulator() as device:
        write_sane_config(folder, device.url)
        scanner = SaneScanner("auto", str(folder), PATIENT)
        device.load("one_sided")
        assert scan(scanner).status is ScanStatus.OK
        config = folder / "airscan.conf"
        config.write_text(config.read_text().replace("APS simulator", "Máy chụp số 2"), encoding="utf-8")
        device.load("one_sided")
        device.fail(jam_at=2)
        assert scan(scanner).status is ScanStatus.JAMMED


def test_auto_prefers_the_scanner_that_reads_both_sides(tmp_path: Path) -> None:
    with EsclSimulator() as plain, EsclSimulator() as better:
        plain.read_one_side()
        write_sane_config(tmp_path, plain.url)
        config = tmp_path / "airscan.conf"
        config.write_text(config.read_text().replace("\n\n", f'\n"Second" = {better.url}, eSCL\n\n', 1))
        plain.load("one_sided")
        better.load("khai_sinh")
        outcome = scan(SaneScanner("auto", str(tmp_path), PATIENT))
        assert (outcome.status, len(outcome.pages), outcome.one_sided) == (ScanStatus.OK, 2, False)
        assert plain.state()["jobs"] == 0


def test_a_scanner_without_duplex_says_so(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.read_one_side()
    device.load("khai_sinh", "uy_quyen")
    outcome = scan(scanner)
    assert outcome.one_sided
    assert [(page.sheet, page.side) for page in outcome.pages] == [(1, Side.FRONT), (2, Side.FRONT)]
    device.load("khai_sinh")
    assert not scan(scanner, ScanRequest(duplex=False, dpi=150)).one_sided


def test_a_resolution_that_the_device_lacks_is_told_as_it_is(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("one_sided")
    outcome = scan(scanner, ScanRequest(duplex=False, dpi=180, grey=True))
    assert [(page.dpi, page.width) for page in outcome.pages] == [(200, 1654)]


def test_a_job_that_a_killed_worker_left_behind_does_not_block_the_next(device: EsclSimulator, tmp_path: Path) -> None:
    name = write_sane_config(tmp_path / "sane", device.url)
    hasty = SaneScanner(name, str(tmp_path / "sane"), Limits(open=20, first_page=20, page=1.0))
    device.load("one_sided", "one_sided")
    device.fail(hang_at=2)
    assert scan(hasty).status is ScanStatus.TIMEOUT
    device.fail(hang_at=None)
    outcome = scan(SaneScanner(name, str(tmp_path / "sane"), PATIENT))
    assert (outcome.status, len(outcome.pages)) == (ScanStatus.OK, 2)


OPENED = "say(pipe, Opened('x', 'x', True, 100)); say(pipe, SideBegan(1, 'front'));"
START = """
import os, signal, sys, time
from drivers.scanner.frames import write_pixels
from drivers.scanner.messages import *
pipe = sys.stdout.buffer
signal.signal(signal.SIGTERM, signal.SIG_IGN)
"""


def crazy(code: str, limits: Limits | None = None) -> SaneScanner:
    """Return a scanner whose worker does this instead of scanning."""
    return SaneScanner("x:y", "", limits or PATIENT, (sys.executable, "-c", START + code))


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), signal.SIGSEGV)",
        OPENED + "os.kill(os.getpid(), signal.SIGSEGV)",
        "pipe.write(b'Segmentation fault, core dumped\\n')",
        "pipe.write(b'J' + bytes([255]) * 4); pipe.flush(); time.sleep(60)",
        OPENED + "say(pipe, SideRead(100, 100, 100, 'L')); write_pixels(pipe, b'x' * 5000); os._exit(1)",
        OPENED + "say(pipe, SideRead(100, 100, 100, 'L')); write_pixels(pipe, b'x' * 50000); time.sleep(60)",
        OPENED + "say(pipe, SideRead(100, 100, 100, 'L')); say(pipe, Ended('Success')); time.sleep(60)",
        OPENED + OPENED + "time.sleep(60)",
        "say(pipe, SideBegan(1, 'front')); time.sleep(60)",
        "say(pipe, Job('x', '', '', True, 1, True)); time.sleep(60)",
    ],
)
def test_a_worker_that_goes_mad_costs_one_outcome(code: str) -> None:
    outcome = scan(crazy(code))
    assert (outcome.status, outcome.pages) == (ScanStatus.FAILED, ())
    assert outcome.message
    assert not psutil.Process(os.getpid()).children()


@pytest.mark.parametrize(
    ("code", "limits", "told"),
    [
        ("time.sleep(60)", Limits(open=0.5, first_page=20, page=20), "open timed out"),
        (OPENED + "time.sleep(60)", Limits(open=20, first_page=0.5, page=20), "first_page timed out"),
    ],
)
def test_a_worker_that_hangs_is_killed_at_its_deadline(code: str, limits: Limits, told: str) -> None:
    outcome = scan(crazy(code, limits))
    assert outcome.status is ScanStatus.TIMEOUT
    assert told in outcome.message
    assert not psutil.Process(os.getpid()).children()


def test_a_worker_that_is_deaf_to_stopping_is_killed_after_the_grace() -> None:
    cancel = threading.Event()
    cancel.set()
    outcome = crazy("time.sleep(60)", Limits(stop=0.5)).scan(LOW, lambda _event: None, cancel)
    assert (outcome.status, outcome.message) == (ScanStatus.CANCELLED, "stop timed out")
    assert not psutil.Process(os.getpid()).children()


def test_children_of_a_worker_die_with_it() -> None:
    code = (
        "import subprocess; child = subprocess.Popen(['sleep', '60']); say(pipe, Ended(str(child.pid))); time.sleep(60)"
    )
    outcome = scan(crazy(code))
    pid = int(outcome.message)
    deadline = time.monotonic() + 60
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_side_that_is_kept_stays_when_the_worker_dies(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.load("one_sided", "one_sided")
    device.fail(hang_at=3)

    def tell(event: ScanEvent) -> None:
        if isinstance(event, SideScanned) and event.page.side is Side.BACK:
            workers()[0].kill()

    outcome = scanner.scan(LOW, tell, threading.Event())
    assert (outcome.status, len(outcome.pages)) == (ScanStatus.FAILED, 2)
    assert not any(PageProblem.TRUNCATED in page.problems for page in outcome.pages)


def test_a_closed_scanner_leaves_no_spare(device: EsclSimulator, scanner: SaneScanner) -> None:
    scanner.warm_up()
    assert workers()
    scanner.close()
    assert not workers()
