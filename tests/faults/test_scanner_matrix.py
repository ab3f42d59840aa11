"""The fault matrix of the scanner through real libsane: feeder state × moment × answer of HTTP.

After each fault the status is right, no side is lost, the next batch works, and no process is left. All of it is in
``make soak``, a part that meets each row and column in ``make test``.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import psutil
import pytest

from drivers.scanner.escl_simulator import STATES, EsclSimulator, write_sane_config
from drivers.scanner.papers import side_jpeg
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.page import PageProblem, Side
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.domain.scan_machine import Limits

REQUEST = ScanRequest(duplex=True, dpi=150, grey=True)
SIDES = [(1, Side.FRONT), (1, Side.BACK), (2, Side.FRONT), (2, Side.BACK)]

MOMENTS = {"before the start": 0, "at page 1": 1, "in the middle": 3, "at the last": 4}
STATUSES = ("404", "409", "500", "503")
SPOILT = ("reset", "break_off", "truncate", "half_image", "garbage", "hang")
ANSWERS = STATUSES + SPOILT

WORDS = {
    "ScannerAdfJam": ScanStatus.JAMMED,
    "ScannerAdfMispick": ScanStatus.JAMMED,
    "ScannerAdfHatchOpen": ScanStatus.COVER_OPEN,
    "ScannerAdfMultipickDetected": ScanStatus.DOUBLE_FEED,
}
FEEDING = {"ScannerAdfLoaded", "ScannerAdfProcessing"}

Case = tuple[str, str, str]
ALL: list[Case] = [(state, moment, answer) for state in STATES for moment in MOMENTS for answer in ANSWERS]


def is_representative(case: Case) -> bool:
    """Say whether a case belongs to the quick part: each state once, each answer at two moments, few that wait."""
    state, moment, answer = case
    if state != "ScannerAdfLoaded":
        return (moment, answer) == ("in the middle", "404")
    if answer in {"503", "hang"}:
        return moment == "in the middle"
    return moment in {"at page 1", "at the last"}


def expected(state: str, at: int, answer: str) -> ScanStatus:
    """Say how a batch of two sheets must end."""
    if state in WORDS:
        return WORDS[state]
    if answer == "hang" or (answer == "503" and (at or state not in _NO_DOCUMENTS)):
        return ScanStatus.TIMEOUT
    if answer in {"truncate", "half_image"} and at:
        return ScanStatus.INCOMPLETE
    if answer in {"reset", "break_off"} or (answer == "garbage" and at):
        return ScanStatus.FAILED
    if state in _NO_DOCUMENTS:  # SANE says that there are no more, and nothing can tell it from the end
        if at <= 1:
            return ScanStatus.EMPTY if state == "ScannerAdfEmpty" else ScanStatus.FAILED
        return ScanStatus.OK if at == 3 else ScanStatus.INCOMPLETE
    return ScanStatus.FAILED


_NO_DOCUMENTS = {"ScannerAdfEmpty", "ScannerAdfProcessing"}
"""What sane-airscan takes for an empty feeder when a request fails."""


def kept(state: str, at: int, answer: str) -> int:
    """Say how many sides arrive."""
    if answer in {"truncate", "half_image"} and at:
        return 4 if state in FEEDING else at
    return max(0, at - 1)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EsclSimulator, SaneScanner]]:
    folder = tmp_path_factory.mktemp("sane")
    for side in (0, 1):
        side_jpeg("one_sided", side, REQUEST.dpi, REQUEST.grey)  # drawn before any deadline runs
    with EsclSimulator() as device:
        scanner = SaneScanner(write_sane_config(folder, device.url), str(folder), Limits(20, 8, 4))
        scanner.warm_up()
        yield device, scanner
        scanner.close()
    assert not psutil.Process(os.getpid()).children()


def scan(scanner: SaneScanner) -> ScanOutcome:
    outcome = scanner.scan(REQUEST, lambda _event: None, threading.Event())
    assert len(psutil.Process(os.getpid()).children()) == 1, "only the next spare may live"
    return outcome


def check(device: EsclSimulator, scanner: SaneScanner, case: Case) -> None:
    """Let one fault happen, and recover from it."""
    state, moment, answer = case
    at = MOMENTS[moment]
    device.clear()
    device.take_out()
    device.load("one_sided", "one_sided")
    device.fail(adf_state_at=at, adf_state_then=state)
    if answer in STATUSES:
        device.fail(fail_at=at, fail_status=int(answer), fail_times=99)
    else:
        device.fail(**{f"{answer}_at": at})
    outcome = scan(scanner)
    assert outcome.status is expected(state, at, answer), outcome.message
    assert outcome.confirm_sheets
    assert [(page.sheet, page.side) for page in outcome.pages] == SIDES[: kept(state, at, answer)]
    damaged = [number for number, page in enumerate(outcome.pages, 1) if PageProblem.TRUNCATED in page.problems]
    assert damaged == ([at] if answer in {"truncate", "half_image"} and at else [])

    device.clear()
    device.take_out()
    device.load("one_sided")
    recovered = scan(scanner)
    assert (recovered.status, len(recovered.pages)) == (ScanStatus.OK, 2), recovered.message


@pytest.mark.parametrize("case", [case for case in ALL if is_representative(case)], ids=", ".join)
def test_a_fault_ends_one_batch_and_no_more(bench: tuple[EsclSimulator, SaneScanner], case: Case) -> None:
    check(*bench, case)


@pytest.mark.soak
@pytest.mark.parametrize("case", ALL, ids=", ".join)
def test_every_fault_ends_one_batch_and_no_more(bench: tuple[EsclSimulator, SaneScanner], case: Case) -> None:
    check(*bench, case)


@pytest.mark.parametrize("duplex", [True, False])
def test_a_lost_side_is_missed(bench: tuple[EsclSimulator, SaneScanner], duplex: bool) -> None:
    device, scanner = bench
    device.clear()
    device.take_out()
    device.load("one_sided", "one_sided")
    device.fail(lose_at=2)
    outcome = scanner.scan(replace(REQUEST, duplex=duplex), lambda _event: None, threading.Event())
    assert (outcome.status, len(outcome.pages)) == (ScanStatus.INCOMPLETE, 3 if duplex else 1), outcome.message
