"""The Scanner port on SANE: a child process a job, deadlines on every step, and the scan's own truth checked."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drivers.scanner.feeder import FeederAnswer, ask_feeder, end_jobs, escl_url_of
from drivers.scanner.frames import FrameError
from drivers.scanner.messages import Ended, Job, Opened, SideBegan, SideMoved, SideRead, hear_worker
from drivers.scanner.outcome import end_of
from drivers.scanner.sides import page_of
from drivers.scanner.worker_process import WORKER, Frame, WorkerProcess
from kiosk.domain import scan_machine as machine
from kiosk.domain.page import Page, PageProblem, Side
from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest, SideProgress, SideScanned, SideStarted
from kiosk.domain.scan_machine import UNDER_WAY, Batch, Feeder, Limits, Phase, follow
from kiosk.ports.scanner import Cancel

_WAIT_SECONDS = 0.05

_PROGRESS_SECONDS = 0.1
"""The least time between two reports of progress: more often, a fast device would keep the window busy laying out."""


_PAPER_LEFT = {Feeder.EMPTY: False, Feeder.LOADED: True, Feeder.JAMMED: True, Feeder.DOUBLE_FEED: True}
"""What the other states say of the paper is not sure."""


@dataclass(slots=True)
class _Job:
    """One batch under way. ``said`` is what the worker and the device said last, for technicians."""

    worker: WorkerProcess
    spare: bool
    request: ScanRequest
    on_event: Callable[[ScanEvent], None]
    batch: Batch
    pages: list[Page] = field(default_factory=list)
    under_way: tuple[int, Side] = (0, Side.FRONT)
    dpi: int = 0
    begun: float = field(default_factory=time.monotonic)
    told_at: float = 0.0
    said: list[str] = field(default_factory=list)

    def follow(self, event: machine.Event) -> None:
        self.batch = follow(self.batch, event, time.monotonic())


class SaneScanner:
    """One scanner by its SANE name, or ``auto`` for the best that SANE finds. One batch at a time."""

    def __init__(self, device: str, sane_config_dir: str, limits: Limits, program: Sequence[str] = WORKER) -> None:
        self._device = device
        self._program = program
        self._config = sane_config_dir
        self._limits = limits
        self._one_at_a_time = threading.Lock()
        self._seen_name = self._seen_model = self._known_job = ""
        self._at_work: WorkerProcess | None = None
        self._spare: WorkerProcess | None = None
        self._keeps_spare = self._closed = False

    def warm_up(self) -> None:
        """From now on keep a worker ready, SANE loaded, so that the first side comes without delay."""
        with self._one_at_a_time:
            self._keeps_spare, self._closed = True, False
            self._renew_spare()

    def scan(self, request: ScanRequest, on_event: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
        """Scan what lies in the feeder; never raises for what a device or its driver can do."""
        with self._one_at_a_time:
            self._closed = False
            job = self._begin(request, on_event)
            try:
                self._follow(job, cancel)
            finally:
                job.worker.end()
                self._at_work = None
            self._check(job)
            self._renew_spare()
            return _outcome(job)

    def close(self) -> None:
        """End every worker."""
        self._closed = True
        worker, spare, self._spare = self._at_work, self._spare, None
        if worker is not None:
            worker.kill()
        if spare is not None:
            spare.end()

    # the worker

    def _begin(self, request: ScanRequest, on_event: Callable[[ScanEvent], None]) -> _Job:
        spare, self._spare = self._spare, None
        if spare is not None and not spare.alive:
            spare.end()
            spare = None
        worker = spare or self._new_worker()
        job = _Job(worker, spare is not None, request, on_event, Batch(self._limits))
        self._hand_over(job)
        return job

    def _hand_over(self, job: _Job) -> None:
        self._at_work = job.worker
        request = job.request
        job.worker.ask(Job(self._device, self._seen_name, self._seen_model, request.duplex, request.dpi, request.grey))
        job.follow(machine.Begun())

    def _new_worker(self) -> WorkerProcess:
        return WorkerProcess(self._seen_name or self._device, self._config, self._program)

    def _renew_spare(self) -> None:
        if self._keeps_spare and not self._closed and self._spare is None:
            self._spare = self._new_worker()

    def _begin_again(self, job: _Job) -> None:
        """Take a fresh worker: what a spare knows of the devices may be older than the last unplugging."""
        job.worker.end()
        job.worker, job.spare, job.batch = self._new_worker(), False, Batch(self._limits)
        self._hand_over(job)

    # the batch

    def _follow(self, job: _Job, cancel: Cancel) -> None:
        """Take frames until the end, a deadline, or the grace after a wish to stop."""
        stopping = False
        while job.batch.phase in UNDER_WAY:
            if cancel.is_set() and not stopping:
                stopping = True
                job.worker.stop()
                job.follow(machine.StopWished())
            try:
                frame = job.worker.hear(_WAIT_SECONDS)
            except queue.Empty:
                job.follow(machine.Ticked())
                continue
            if job.spare and job.batch.phase is Phase.OPENING and not self._closed and not _is_opened(frame):
                self._begin_again(job)
            else:
                self._take(job, frame)

    def _take(self, job: _Job, frame: Frame) -> None:
        try:
            match hear_worker(frame):
                case Opened(name, model, both_sides, dpi):
                    self._seen_name, self._seen_model, job.dpi = name, model, dpi
                    job.follow(machine.Opened(both_sides))
                case SideBegan(sheet, side):
                    job.under_way = (sheet, Side(side))
                    job.follow(machine.SideBegan())
                    job.on_event(SideStarted(*job.under_way))
                case SideMoved(fraction):
                    job.follow(machine.SideMoved())
                    _tell_progress(job, fraction)
                case SideRead() as described:
                    _keep_side(job, described)
                case Ended(words, sensors):
                    job.said.append(words)
                    job.follow(machine.SaneEnded(end_of(words, sensors)))
        except FrameError as error:
            job.said.append(str(error))
            job.follow(machine.WorkerLost())

    def _check(self, job: _Job) -> None:
        """Ask the device itself: through SANE a batch can end normally after a jam (DESIGN 6)."""
        if job.batch.late is not None:
            job.said.append(f"{job.batch.late.value} timed out")
        elif job.batch.cause is Phase.LOST and not job.said:
            job.said.append("the scan process spoke out of order")
        url = escl_url_of(self._seen_name or self._device, self._config)
        if url is not None and job.batch.cause is not Phase.FINISHED:
            end_jobs(url)
        if job.batch.phase is not Phase.CHECKING:
            return
        answer = FeederAnswer(Feeder.UNKNOWN) if url is None else ask_feeder(url)
        if answer.words:
            job.said.append(f"the device says {answer.words}")
        job.follow(machine.FeederTold(answer.feeder, self._images_of(job, answer, f"{url} {answer.job}")))

    def paper_left(self) -> bool | None:
        """Ask the device itself where it speaks eSCL; of any other nothing is known."""
        url = escl_url_of(self._seen_name or self._device, self._config)
        return None if url is None else _PAPER_LEFT.get(ask_feeder(url).feeder)

    def _images_of(self, job: _Job, answer: FeederAnswer, name: str) -> int | None:
        """Return how many sides the device counts in this batch; None when its newest job is an older one."""
        known, self._known_job = self._known_job, name
        if name == known or answer.age > time.monotonic() - job.begun + 1 or answer.images is None:
            return None
        if answer.images != job.batch.sides:
            job.said.append(f"it counts {answer.images} sides")
        return answer.images


def _is_opened(frame: Frame) -> bool:
    return isinstance(frame, dict) and frame.get("type") == Opened.__name__


def _tell_progress(job: _Job, fraction: float) -> None:
    now = time.monotonic()
    if now - job.told_at >= _PROGRESS_SECONDS:
        job.told_at = now
        job.on_event(SideProgress(*job.under_way, fraction))


def _keep_side(job: _Job, described: SideRead) -> None:
    """Gather the pixels of one side and keep it. Raises FrameError when something else comes in between."""
    pixels = bytearray()
    while len(pixels) < described.size:
        try:
            piece = job.worker.hear(max(_WAIT_SECONDS, job.batch.due - time.monotonic()))
        except queue.Empty:
            job.follow(machine.Ticked())
            return
        if not isinstance(piece, bytes):
            raise FrameError("the scan process broke off within a side")
        pixels += piece
    page, known = page_of(bytes(pixels), described, job.under_way, job.dpi), job.batch.sides
    job.follow(machine.SideKept(page.side, whole=PageProblem.TRUNCATED not in page.problems))
    if job.batch.sides > known:
        job.pages.append(page)
        job.on_event(SideScanned(page))


def _outcome(job: _Job) -> ScanOutcome:
    batch = job.batch
    return ScanOutcome(
        status=machine.STATUS_OF[batch.phase],
        pages=tuple(job.pages),
        sheets=len({page.sheet for page in job.pages}),
        message="; ".join(job.said),
        confirm_sheets=not batch.single_side,
        one_sided=bool(job.pages) and job.request.duplex and not batch.both_sides,
    )
