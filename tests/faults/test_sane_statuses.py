"""Every status of SANE, from its ``test`` backend through real libsane, has its meaning; the next batch works."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import psutil
import pytest

from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.domain.scan_machine import Limits

SANE_STATUSES = {
    "Default": (ScanStatus.OK, 10),
    "SANE_STATUS_UNSUPPORTED": (ScanStatus.FAILED, 0),
    "SANE_STATUS_CANCELLED": (ScanStatus.CANCELLED, 0),
    "SANE_STATUS_DEVICE_BUSY": (ScanStatus.FAILED, 0),
    "SANE_STATUS_INVAL": (ScanStatus.FAILED, 0),
    "SANE_STATUS_EOF": (ScanStatus.FAILED, 0),
    "SANE_STATUS_JAMMED": (ScanStatus.JAMMED, 0),
    "SANE_STATUS_NO_DOCS": (ScanStatus.EMPTY, 0),
    "SANE_STATUS_COVER_OPEN": (ScanStatus.COVER_OPEN, 0),
    "SANE_STATUS_IO_ERROR": (ScanStatus.FAILED, 0),
    "SANE_STATUS_NO_MEM": (ScanStatus.FAILED, 0),
    "SANE_STATUS_ACCESS_DENIED": (ScanStatus.FAILED, 0),
}
"""What SANE's own ``test`` backend can answer to a read, and how the batch must end; its feeder holds ten sheets."""


def write_test_backend(folder: Path, status: str) -> None:
    (folder / "dll.conf").write_text("test\n")
    (folder / "test.conf").write_text(
        f'number_of_devices 1\nmode Gray\nresolution 50\nbr_y 100\ntest-picture "Color pattern"\n'
        f'read-status-code "{status}"\n'
    )


def scan(scanner: SaneScanner) -> ScanOutcome:
    return scanner.scan(ScanRequest(duplex=True, dpi=50, grey=True), lambda _event: None, threading.Event())


@pytest.mark.parametrize("status", SANE_STATUSES)
def test_each_status_of_sane_has_its_meaning(tmp_path: Path, status: str) -> None:
    write_test_backend(tmp_path, status)
    scanner = SaneScanner("test:0", str(tmp_path), Limits(20, 10, 10))
    outcome = scan(scanner)
    assert (outcome.status, len(outcome.pages)) == SANE_STATUSES[status], outcome.message
    assert outcome.one_sided == bool(outcome.pages)
    assert not psutil.Process(os.getpid()).children(recursive=True)
    write_test_backend(tmp_path, "Default")
    assert scan(scanner).status is ScanStatus.OK
