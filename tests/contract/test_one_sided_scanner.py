"""A scanner that reads one side, through real libsane and sane-airscan: fronts, the stack turned over, backs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.papers import side_jpeg
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.documents import inspect
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanOutcome, ScanRequest, ScanStatus
from kiosk.domain.scan_machine import Limits
from kiosk.session.row_pages import RowPages

PAPERS = ("khai_sinh", "uy_quyen", "bao_tu")
FRONTS, BACKS = ScanRequest(duplex=True, dpi=150), ScanRequest(duplex=False, dpi=150)


@pytest.fixture
def device() -> Iterator[EsclSimulator]:
    with EsclSimulator() as device:
        yield device


@pytest.fixture
def scanner(device: EsclSimulator, tmp_path: Path) -> SaneScanner:
    name = write_sane_config(tmp_path / "sane", device.url)
    return SaneScanner(name, str(tmp_path / "sane"), Limits(open=20, first_page=20, page=20))


def scan(scanner: SaneScanner, request: ScanRequest) -> ScanOutcome:
    return scanner.scan(request, lambda _event: None, threading.Event())


def small(jpeg: bytes) -> bytes:
    with Image.open(BytesIO(jpeg)) as image:
        return image.convert("L").resize((124, 175)).tobytes()


SIDES = {(name, side): small(side_jpeg(name, side, 150, False)) for name in PAPERS for side in (0, 1)}


def what_is_on(page: Page) -> tuple[str, int]:
    """Return the paper and its side that a page shows: the one that it differs least from."""
    seen = small(page.jpeg)
    return min(SIDES, key=lambda one: sum(abs(a - b) for a, b in zip(SIDES[one], seen, strict=True)))


@pytest.mark.parametrize("reverses", [False, True])
def test_each_back_comes_behind_its_front(device: EsclSimulator, scanner: SaneScanner, reverses: bool) -> None:
    device.read_one_side(reverses_stack=reverses)
    device.load(*PAPERS)
    fronts = scan(scanner, FRONTS)
    assert (fronts.status, fronts.one_sided, len(fronts.pages)) == (ScanStatus.OK, True, 3)
    device.turn_over()
    backs = scan(scanner, BACKS)
    assert (backs.status, backs.one_sided, len(backs.pages)) == (ScanStatus.OK, False, 3)
    row = RowPages().joined(fronts.pages, one_sided=fronts.one_sided).backed(backs.pages, reversing=reverses)
    assert [what_is_on(page) for page in row.pages] == [(name, side) for name in PAPERS for side in (0, 1)]
    assert not row.stack_ended().wants_backs


def test_backs_that_are_done_over_come_in_the_order_that_the_second_pass_has_left(
    device: EsclSimulator, scanner: SaneScanner
) -> None:
    device.read_one_side(reverses_stack=True)
    device.load(*PAPERS)
    row = RowPages().joined(scan(scanner, FRONTS).pages, one_sided=True)
    for _ in range(2):
        device.turn_over()
        row = row.without_backs().backed(scan(scanner, BACKS).pages, reversing=True).stack_ended()
    assert [what_is_on(page) for page in row.pages] == [(name, side) for name in PAPERS for side in (0, 1)]


def test_a_jam_among_the_backs_keeps_what_came_and_the_rest_follows(
    device: EsclSimulator, scanner: SaneScanner
) -> None:
    device.read_one_side()
    device.load(*PAPERS)
    row = RowPages().joined(scan(scanner, FRONTS).pages, one_sided=True)
    device.turn_over()
    device.fail(jam_at=2)
    jammed = scan(scanner, BACKS)
    assert (jammed.status, len(jammed.pages)) == (ScanStatus.JAMMED, 1)
    device.clear()
    row = row.backed(jammed.pages, reversing=False).backed(scan(scanner, BACKS).pages, reversing=False)
    assert [what_is_on(page) for page in row.pages] == [(name, side) for name in PAPERS for side in (0, 1)]


def test_a_stack_that_nobody_turned_is_noticed(device: EsclSimulator, scanner: SaneScanner) -> None:
    device.read_one_side()
    device.load("khai_sinh", "uy_quyen")
    row = RowPages().joined(tuple(map(inspect, scan(scanner, FRONTS).pages)), one_sided=True)
    device.load("uy_quyen", "khai_sinh")
    row = row.backed(tuple(map(inspect, scan(scanner, BACKS).pages)), reversing=False).stack_ended()
    assert row.turning is not None
    assert row.turning.same
    assert row.wants_backs
