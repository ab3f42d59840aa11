"""A thousand batches in a row, one in five with a fault: nothing grows, nothing is left."""

from __future__ import annotations

import gc
import os
import threading
import time
from pathlib import Path

import psutil
import pytest

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.papers import side_jpeg
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.scan import ScanRequest, ScanStatus
from kiosk.domain.scan_machine import Limits

BATCHES = 1000
SETTLED = 100
"""Batches until caches and the allocator have what they need."""

REQUEST = ScanRequest(duplex=True, dpi=150, grey=True)
FAULTS = (
    ({"jam_at": 2}, ScanStatus.JAMMED),
    ({"reset_at": 2}, ScanStatus.FAILED),
    ({"half_image_at": 2}, ScanStatus.INCOMPLETE),
    ({"garbage_at": 1}, ScanStatus.FAILED),
    ({"fail_at": 2, "fail_status": 500, "fail_times": 9}, ScanStatus.FAILED),
)


def held() -> tuple[float, int, int, int]:
    """Return what this process holds: MB of memory, open handles, threads, child processes."""
    gc.collect()
    me = psutil.Process(os.getpid())
    return me.memory_info().rss / 1e6, me.num_fds(), me.num_threads(), len(me.children(recursive=True))


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_thousand_batches_leave_nothing_behind(tmp_path: Path) -> None:
    for side in (0, 1):
        side_jpeg("one_sided", side, REQUEST.dpi, REQUEST.grey)
    begun = time.monotonic()
    with EsclSimulator() as device:
        scanner = SaneScanner(write_sane_config(tmp_path, device.url), str(tmp_path), Limits())
        scanner.warm_up()
        settled = held()
        for number in range(1, BATCHES + 1):
            device.clear()
            device.take_out()
            device.load("one_sided")
            faults, status = FAULTS[number // 5 % len(FAULTS)] if number % 5 == 0 else ({}, ScanStatus.OK)
            device.fail(**faults)
            outcome = scanner.scan(REQUEST, lambda _event: None, threading.Event())
            assert outcome.status is status, (number, outcome.message)
            if number == SETTLED:
                settled = held()
            if number % 100 == 0:
                megabytes, handles, threads, children = held()
                print(f"{number}: {megabytes:.1f} MB, {handles} handles, {threads} threads, {children} children")
        after = held()
        scanner.close()
    print(f"{BATCHES} batches in {time.monotonic() - begun:.0f} s")
    assert after[0] < settled[0] + 10
    assert after[1:] == settled[1:]
    assert held()[3] == 0
