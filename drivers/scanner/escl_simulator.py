"""A duplex scanner on loopback that speaks eSCL (AirScan), with papers to feed and every way to fail."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from drivers.scanner import escl_documents as documents
from drivers.scanner.escl_handler import EsclHandler, JobRefusedError
from drivers.scanner.papers import is_paper, side_jpeg
from kiosk.loopback import LoopbackServer

DEVICE_NAME = "APS simulator"


STATES = (
    "ScannerAdfLoaded",
    "ScannerAdfEmpty",
    "ScannerAdfProcessing",
    "ScannerAdfJam",
    "ScannerAdfMispick",
    "ScannerAdfHatchOpen",
    "ScannerAdfMultipickDetected",
    "ScannerAdfDuplexPageTooShort",
    "ScannerAdfDuplexPageTooLong",
    "ScannerAdfInputTrayFailed",
    "ScannerAdfInputTrayOverloaded",
)
"""Every AdfState of Mopria eSCL 2.9."""

_FEEDING = frozenset({"ScannerAdfLoaded", "ScannerAdfProcessing"})


class Trouble(StrEnum):
    """What can become of an answer: one that is truncated is short by its own account, one that breaks off is not."""

    RESET = "reset"
    TRUNCATE = "truncate"
    BREAK_OFF = "break_off"
    HALF_IMAGE = "half_image"
    GARBAGE = "garbage"
    HANG = "hang"
    LOSE = "lose"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper; ``turned`` with its back where the front belongs."""

    name: str
    turned: bool = False


@dataclass(slots=True)
class ScanJob:
    """One job: the sides still to deliver, as (sheet, 0 or 1)."""

    number: int
    dpi: int
    grey: bool
    sides: list[tuple[Sheet, int]]
    delivered: int = 0
    ended: bool = False


@dataclass(slots=True)
class Faults:
    """What goes wrong, by the side within a job, from 1; 0 is the moment before, when the job is asked for.

    ``fail_status`` is answered ``fail_times`` times, at ``fail_at`` or at once. At ``adf_state_at`` the feeder falls
    into ``adf_state_then`` and stays so. A side that is lost is pulled through and never delivered. No device takes no
    time at all for a side, and with one that did sane-airscan would lose pages now and then (docs/scanner.md).
    """

    jam_at: int | None = None
    double_feed_at: int | None = None
    adf_state_at: int | None = None
    adf_state_then: str = "ScannerAdfJam"
    truncate_at: int | None = None
    break_off_at: int | None = None
    half_image_at: int | None = None
    garbage_at: int | None = None
    hang_at: int | None = None
    reset_at: int | None = None
    lose_at: int | None = None
    fail_status: int = 503
    fail_times: int = 0
    fail_at: int | None = None
    seconds_per_side: float = 0.05

    def trouble_at(self, count: int) -> Trouble | None:
        """Return what becomes of the answer about this side."""
        return next((trouble for trouble in Trouble if getattr(self, f"{trouble.value}_at") == count), None)

    def state_at(self, count: int) -> str | None:
        """Return the state that the feeder falls into at this side."""
        if self.jam_at == count:
            return "ScannerAdfJam"
        if self.double_feed_at == count:
            return "ScannerAdfMultipickDetected"
        return self.adf_state_then if self.adf_state_at == count else None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The answer to a request for a side: a JPEG, and what becomes of it on the way."""

    jpeg: bytes
    trouble: Trouble | None


@dataclass(slots=True)
class _Device:
    """``state`` is what the feeder has fallen into, None when it is well; ``out`` is what has come out, first first."""

    feeder: list[Sheet] = field(default_factory=list)
    out: list[Sheet] = field(default_factory=list)
    duplex: bool = True
    reverses_stack: bool = False
    state: str | None = None
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
            if not is_paper(name):
                raise KeyError(name)
        with self._lock:
            if not self._device.feeder:
                self._device.out.clear()
            self._device.feeder += map(Sheet, names)

    def turn_over(self) -> None:
        """Take the stack that has come out as one block and put it into the feeder with its backs up."""
        with self._lock:
            device = self._device
            backs_are_out = any(sheet.turned for sheet in device.out)
            stack = device.out if device.reverses_stack != backs_are_out else device.out[::-1]
            device.feeder, device.out = [Sheet(sheet.name, turned=True) for sheet in stack], []

    def take_out(self) -> None:
        """Take all sheets out of the feeder."""
        with self._lock:
            self._device.feeder.clear()

    def open_cover(self) -> None:
        """Open the cover."""
        self.set_state("ScannerAdfHatchOpen")

    def set_state(self, state: str) -> None:
        """Put the feeder into a state. Raises KeyError for one that eSCL does not know."""
        if state not in STATES:
            raise KeyError(state)
        with self._lock:
            self._device.state = state

    def read_one_side(self, *, reverses_stack: bool = False) -> None:
        """Be a scanner without duplex from now on, with stacks that come out in their order or in the opposite one."""
        with self._lock:
            self._device.duplex, self._device.reverses_stack = False, reverses_stack

    def clear(self) -> None:
        """Pull out what is stuck, close the cover, end all faults; the feeder is as it was."""
        with self._lock:
            self._device.state = None
            self._device.faults = Faults()

    def fail(self, **faults: Any) -> None:
        """Set faults by their names in ``Faults``. Raises KeyError for an unknown one."""
        with self._lock:
            for name, value in faults.items():
                if name not in Faults.__slots__:
                    raise KeyError(name)
                setattr(self._device.faults, name, value)

    def change(self, changes: dict[str, Any]) -> None:
        """Do what a control request says, by these names; all others are faults."""
        changes = dict(changes)
        if changes.pop("clear", False):
            self.clear()
        if changes.pop("take_out", False):
            self.take_out()
        if changes.pop("cover_open", False):
            self.open_cover()
        if changes.pop("one_sided", False):
            self.read_one_side()
        if changes.pop("turn_over", False):
            self.turn_over()
        if state := changes.pop("adf_state", None):
            self.set_state(state)
        self.load(*changes.pop("load", ()))
        self.fail(**changes)

    def state(self) -> dict[str, Any]:
        """Return what there is to see."""
        with self._lock:
            faults = {name: getattr(self._device.faults, name) for name in Faults.__slots__}
            return {
                "feeder": [sheet.name for sheet in self._device.feeder],
                "adf_state": self.adf_state(),
                "jobs": self._device.jobs,
                **faults,
            }

    # what the device does

    def adf_state(self) -> str:
        """Return the state of the feeder in eSCL's words."""
        return self._device.state or ("ScannerAdfLoaded" if self._device.feeder else "ScannerAdfEmpty")

    def capabilities(self) -> str:
        """Return what the device can do, in eSCL's words."""
        return documents.capabilities(duplex=self._device.duplex)

    def status(self) -> str:
        """Return how the device is, in eSCL's words."""
        job = self._device.job
        if job is None:
            return documents.status(job=None, running=False, images=0, adf_state=self.adf_state())
        return documents.status(job=job.number, running=not job.ended, images=job.delivered, adf_state=self.adf_state())

    def trouble_with_job(self) -> Trouble | None:
        """Return what becomes of the answer to a request for a job."""
        return self._device.faults.trouble_at(0)

    def begin(self, *, duplex: bool, dpi: int, grey: bool) -> ScanJob:
        """Take a job. Raises JobRefusedError when one is under way, and when the feeder cannot feed."""
        with self._lock:
            if self._device.job is not None and not self._device.job.ended:
                raise JobRefusedError(HTTPStatus.SERVICE_UNAVAILABLE)
            if self.adf_state() not in _FEEDING:
                raise JobRefusedError(HTTPStatus.CONFLICT)
            self._device.jobs += 1
            both: Sequence[int] = (0, 1) if duplex and self._device.duplex else (0,)
            sides = [(sheet, side) for sheet in self._device.feeder for side in both]
            self._device.job = ScanJob(self._device.jobs, dpi, grey, sides)
            return self._device.job

    def end(self, number: int) -> None:
        """End a job; sheets that were not fed stay in the feeder."""
        with self._lock:
            if self._device.job is not None and self._device.job.number == number:
                self._device.job.ended = True

    def take_failure(self, count: int | None = None) -> int | None:
        """Return the HTTP status to answer instead, while failures are ordered; ``count`` None is the next side.

        The feeder falls into the state that is ordered for this moment.
        """
        with self._lock:
            faults, job = self._device.faults, self._device.job
            if count is None:
                count = job.delivered + 1 if job is not None else 1
            self._device.state = faults.state_at(count) or self._device.state
            ordered = faults.fail_at == count or (faults.fail_at is None and count > 0)
            if faults.fail_times <= 0 or not ordered:
                return None
            faults.fail_times -= 1
            return faults.fail_status

    def next_side(self, number: int) -> Delivery | None:
        """Return the next side, or None at the end of the job and when the feeder has stopped."""
        with self._lock:
            job, faults = self._device.job, self._device.faults
            if job is None or job.number != number or job.ended:
                return None
            count = job.delivered + 1
            trouble = faults.trouble_at(count)
            if not job.sides or not self._device.feeder or (trouble is None and self.adf_state() not in _FEEDING):
                job.ended = True
                return None
            sheet, side = self._pull(job)
        if trouble is Trouble.LOSE:
            return self.next_side(number)
        self._closing.wait(faults.seconds_per_side)
        return Delivery(side_jpeg(sheet.name, side ^ sheet.turned, job.dpi, job.grey), trouble)

    def _pull(self, job: ScanJob) -> tuple[Sheet, int]:
        sheet, side = job.sides.pop(0)
        job.delivered += 1
        if side == 1 or not job.sides or job.sides[0][1] == 0:
            self._device.out.append(self._device.feeder.pop(0))
        return sheet, side

    def stay_silent(self, faults: Faults) -> None:
        """Wait until these faults are cleared or the simulator ends."""
        while not self._closing.is_set() and self._device.faults is faults:
            time.sleep(0.02)

    @property
    def faults(self) -> Faults:
        """The faults that are set now; ``clear`` puts others in their place."""
        return self._device.faults


def write_sane_config(folder: Path, url: str) -> str:
    """Write a private SANE configuration for one eSCL scanner; returns the SANE device name (DESIGN, SANE facts)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text("airscan\n", encoding="ascii")
    (folder / "airscan.conf").write_text(
        f'[devices]\n"{DEVICE_NAME}" = {url}, eSCL\n\n[options]\ndiscovery = disable\nws-discovery = off\n',
        encoding="ascii",
    )
    return f"airscan:e0:{DEVICE_NAME}"
