"""A duplex scanner on loopback that speaks eSCL (AirScan), with papers to feed and every way to fail."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from drivers.scanner.escl_handler import EsclHandler, JobRefusedError
from drivers.scanner.papers import NAMES, side_jpeg
from kiosk.loopback import LoopbackServer

DEVICE_NAME = "APS simulator"


@dataclass(slots=True)
class ScanJob:
    """One job: the sides still to deliver, as (sheet's name, 0 or 1)."""

    number: int
    dpi: int
    grey: bool
    sides: list[tuple[str, int]]
    delivered: int = 0
    ended: bool = False


@dataclass(slots=True)
class Faults:
    """Sides count from 1 within a job. ``fail_status`` is answered to the next ``fail_times`` page requests."""

    jam_at: int | None = None
    double_feed_at: int | None = None
    truncate_at: int | None = None
    half_image_at: int | None = None
    hang_at: int | None = None
    reset_at: int | None = None
    fail_status: int = 503
    fail_times: int = 0
    seconds_per_side: float = 0.0


@dataclass(slots=True)
class _Device:
    feeder: list[str] = field(default_factory=list)
    cover_open: bool = False
    jammed: bool = False
    double_feed: bool = False
    faults: Faults = field(default_factory=Faults)
    job: ScanJob | None = None
    jobs: int = 0


class EsclSimulator(LoopbackServer):
    """Use as a context manager; ``port`` 0 takes any free port. All methods may be called from any thread."""

    def __init__(self, port: int = 0) -> None:
        self._lock = threading.RLock()
        self._device = _Device()
        self._closing = threading.Event()
        handler = type("Handler", (EsclHandler,), {"scanner": self})
        super().__init__(ThreadingHTTPServer(("127.0.0.1", port), handler))

    @property
    def url(self) -> str:
        """The root of the eSCL service."""
        return f"http://127.0.0.1:{self.port}/eSCL"

    def about_to_stop(self) -> None:
        """Let a side that hangs or crawls come to its end."""
        self._closing.set()

    # what a hand can do

    def load(self, *names: str) -> None:
        """Put sheets into the feeder, behind those that lie there. Raises KeyError for an unknown paper."""
        for name in names:
            if name not in NAMES:
                raise KeyError(name)
        with self._lock:
            self._device.feeder += names

    def take_out(self) -> None:
        """Take all sheets out of the feeder."""
        with self._lock:
            self._device.feeder.clear()

    def open_cover(self) -> None:
        """Open the cover."""
        with self._lock:
            self._device.cover_open = True

    def clear(self) -> None:
        """Pull out what is stuck, close the cover, end all faults; the feeder is as it was."""
        with self._lock:
            self._device.jammed = self._device.double_feed = self._device.cover_open = False
            self._device.faults = Faults()

    def fail(self, **faults: Any) -> None:
        """Set faults by their names in ``Faults``. Raises KeyError for an unknown one."""
        with self._lock:
            for name, value in faults.items():
                if name not in Faults.__slots__:
                    raise KeyError(name)
                setattr(self._device.faults, name, value)

    def change(self, changes: dict[str, Any]) -> None:
        """Do what a control request says: ``load`` (names), ``take_out``, ``cover_open``, ``clear``, or faults."""
        changes = dict(changes)
        if changes.pop("clear", False):
            self.clear()
        if changes.pop("take_out", False):
            self.take_out()
        if changes.pop("cover_open", False):
            self.open_cover()
        self.load(*changes.pop("load", ()))
        self.fail(**changes)

    def state(self) -> dict[str, Any]:
        """Return what there is to see."""
        with self._lock:
            faults = {name: getattr(self._device.faults, name) for name in Faults.__slots__}
            return {
                "feeder": list(self._device.feeder),
                "adf_state": self.adf_state(),
                "jobs": self._device.jobs,
                **faults,
            }

    # what the device does

    def adf_state(self) -> str:
        """Return the state of the feeder in eSCL's words."""
        device = self._device
        if device.cover_open:
            return "ScannerAdfHatchOpen"
        if device.jammed:
            return "ScannerAdfJam"
        if device.double_feed:
            return "ScannerAdfMultipickDetected"
        return "ScannerAdfLoaded" if device.feeder else "ScannerAdfEmpty"

    def is_busy(self) -> bool:
        """Say whether a job is under way."""
        return self._device.job is not None and not self._device.job.ended

    def begin(self, *, duplex: bool, dpi: int, grey: bool) -> ScanJob:
        """Take a job. Raises JobRefusedError when the feeder cannot feed."""
        with self._lock:
            if self.adf_state() != "ScannerAdfLoaded":
                raise JobRefusedError(self.adf_state())
            self._device.jobs += 1
            both: Sequence[int] = (0, 1) if duplex else (0,)
            sides = [(name, side) for name in self._device.feeder for side in both]
            self._device.job = ScanJob(self._device.jobs, dpi, grey, sides)
            return self._device.job

    def end(self, number: int) -> None:
        """End a job; sheets that were not fed stay in the feeder."""
        with self._lock:
            if self._device.job is not None and self._device.job.number == number:
                self._device.job.ended = True

    def take_failure(self) -> int | None:
        """Return the HTTP status to answer instead of a page, while failures are ordered."""
        with self._lock:
            if self._device.faults.fail_times <= 0:
                return None
            self._device.faults.fail_times -= 1
            return self._device.faults.fail_status

    def next_side(self, number: int) -> tuple[bytes, Faults, int] | None:
        """Return the next side's JPEG with the faults and its count, or None at the end of the job or at a fault."""
        with self._lock:
            job, faults = self._device.job, self._device.faults
            if job is None or job.number != number or job.ended or self.adf_state() in _STOPS:
                return None
            if not job.sides:
                job.ended = True
                return None
            count = job.delivered + 1
            if self._stops_at(count):
                return None
            name, side = job.sides.pop(0)
            job.delivered = count
            if side == 1 or not job.sides or job.sides[0][1] == 0:
                self._device.feeder.pop(0)
        self._closing.wait(faults.seconds_per_side)
        if faults.hang_at == count:
            while not self._closing.is_set() and self._device.faults.hang_at == count:
                time.sleep(0.02)
        return side_jpeg(name, side, job.dpi, job.grey), faults, count

    def _stops_at(self, count: int) -> bool:
        faults = self._device.faults
        if faults.jam_at == count:
            self._device.jammed = True
        if faults.double_feed_at == count:
            self._device.double_feed = True
        return self._device.jammed or self._device.double_feed


_STOPS = frozenset({"ScannerAdfHatchOpen", "ScannerAdfJam", "ScannerAdfMultipickDetected"})


def write_sane_config(folder: Path, url: str) -> str:
    """Write a private SANE configuration for one eSCL scanner; returns the SANE device name (DESIGN, SANE facts)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text("airscan\n", encoding="ascii")
    (folder / "airscan.conf").write_text(
        f'[devices]\n"{DEVICE_NAME}" = {url}, eSCL\n\n[options]\ndiscovery = disable\nws-discovery = off\n',
        encoding="ascii",
    )
    return f"airscan:e0:{DEVICE_NAME}"
