"""From the wish to scan to the first side in memory: a cold worker, a warm spare, and what the device itself takes."""

from __future__ import annotations

import statistics
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.sane_scanner import SaneScanner
from kiosk.domain.scan import ScanEvent, ScanRequest, ScanStatus, SideScanned, SideStarted
from kiosk.domain.scan_machine import Limits

ROUNDS = 15
REQUEST = ScanRequest(duplex=False, dpi=300)


def first_side(scanner: SaneScanner) -> tuple[float, float]:
    """Return seconds until the first side begins and until it is kept."""
    times: dict[type[ScanEvent], float] = {}
    begun = time.perf_counter()

    def tell(event: ScanEvent) -> None:
        times.setdefault(type(event), time.perf_counter() - begun)

    assert scanner.scan(REQUEST, tell, threading.Event()).status is ScanStatus.OK
    return times[SideStarted], times[SideScanned]


def bare_side(device: EsclSimulator) -> float:
    """Return seconds for the bare HTTP of one side: what no driver could save."""
    settings = b"<x><XResolution>300</XResolution></x>"
    begun = time.perf_counter()
    request = urllib.request.Request(f"{device.url}/ScanJobs", settings, method="POST")
    with urllib.request.urlopen(request) as answer:
        job = answer.headers["Location"]
    with urllib.request.urlopen(f"{job}/NextDocument") as answer:
        answer.read()
    seconds = time.perf_counter() - begun
    urllib.request.urlopen(urllib.request.Request(job, method="DELETE")).close()
    return seconds


@pytest.mark.bench
@pytest.mark.parametrize("everything", [False, True], ids=["private configuration", "all backends, auto"])
def test_until_the_first_side(tmp_path: Path, everything: bool) -> None:
    with EsclSimulator() as device:
        name = write_sane_config(tmp_path, device.url)
        device.fail(seconds_per_side=0)
        if everything:
            name = "auto"
            all_backends = Path("/etc/sane.d/dll.conf").read_text(encoding="utf-8").replace("\nescl\n", "\n")
            (tmp_path / "dll.conf").write_text(f"{all_backends}\nairscan\n", encoding="utf-8")
        cold = SaneScanner(name, str(tmp_path), Limits())
        warm = SaneScanner(name, str(tmp_path), Limits())
        table: dict[str, list[tuple[float, float]]] = {"cold": [], "warm": [], "bare": []}
        warm.warm_up()
        for _ in range(3 if everything else ROUNDS):
            if everything:
                cold = SaneScanner(name, str(tmp_path), Limits())
            time.sleep(5.0 if everything else 0.7)  # the pause between two citizens' batches, cut short
            for kind, scanner in (("cold", cold), ("warm", warm)):
                device.load("khai_sinh")
                table[kind].append(first_side(scanner))
            device.load("khai_sinh")
            table["bare"].append((0, bare_side(device)))
            device.take_out()
        warm.close()
    for kind, times in table.items():
        begins, kept = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
        print(f"\n{kind}: first side begins after {begins:.0f} ms, is kept after {kept:.0f} ms", end="")
    print()
