"""The Scanner port on SANE: a child process a job, deadlines on every step, and the scan's own truth checked."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any

from drivers.scanner.frames import FrameError, read_frame, write_message
from drivers.scanner.outcome import escl_url_of, feeder_fault, status_of
from drivers.scanner.sides import page_of
from kiosk.domain.page import Page, PageProblem, Side
from kiosk.domain.scan import (
    ScanEvent,
    ScanOutcome,
    ScanRequest,
    ScanStatus,
    SideProgress,
    SideScanned,
    SideStarted,
)
from kiosk.ports.scanner import Cancel

_GRACE_SECONDS = 3.0
_WAIT_SECONDS = 0.05

_PROGRESS_SECONDS = 0.1
"""The least time between two reports of progress: more often, a fast device would keep the window busy laying out."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for opening the device, for the first side, and for each further side."""

    open: float = 10.0
    first_page: float = 30.0
    page: float = 20.0


@dataclass(slots=True)
class _Batch:
    """What has arrived so far; ``due`` is when the next step must have happened."""

    dpi: int
    due: float
    told_at: float = 0.0
    pages: list[Page] = field(default_factory=list)
    ended: str | None = None
    cancelled: bool = False
    late: bool = False


class SaneScanner:
    """One scanner by its SANE name, or ``auto`` for the first that SANE finds. One batch at a time."""

    def __init__(self, device: str, sane_config_dir: str, deadlines: Deadlines) -> None:
        self._device = device
        self._config = sane_config_dir
        self._deadlines = deadlines
        self._one_at_a_time = threading.Lock()
        self._worker: subprocess.Popen[bytes] | None = None

    def scan(self, request: ScanRequest, on_event: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
        """Scan what lies in the feeder; never raises for what a device or its driver can do."""
        with self._one_at_a_time:
            worker = self._worker = self._start(request)
            frames: queue.Queue[dict[str, Any] | bytes | FrameError | None] = queue.Queue(maxsize=64)
            reader = threading.Thread(target=_pump, args=(worker.stdout, frames), name="scan-pipe", daemon=True)
            reader.start()
            batch = _Batch(request.dpi, time.monotonic() + self._deadlines.open)
            try:
                self._follow(frames, batch, on_event, cancel)
            finally:
                _end(worker, frames)
                reader.join()
                if worker.stdout is not None:
                    worker.stdout.close()
                self._worker = None
            return self._judge(batch)

    def close(self) -> None:
        """End the worker, if one is at work."""
        worker = self._worker
        if worker is not None:
            _kill(worker)

    def _start(self, request: ScanRequest) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        if self._config:
            environment["SANE_CONFIG_DIR"] = self._config
        worker = subprocess.Popen(
            [sys.executable, "-m", "drivers.scanner.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        if worker.stdin is not None:
            with suppress(OSError):
                write_message(
                    worker.stdin, device=self._device, duplex=request.duplex, dpi=request.dpi, grey=request.grey
                )
        return worker

    def _follow(
        self,
        frames: queue.Queue[dict[str, Any] | bytes | FrameError | None],
        batch: _Batch,
        on_event: Callable[[ScanEvent], None],
        cancel: Cancel,
    ) -> None:
        """Take frames until the end, a deadline, or the grace after a wish to stop."""
        while batch.ended is None:
            if cancel.is_set() and not batch.cancelled:
                batch.cancelled = True
                self._ask_to_stop()
                batch.due = min(batch.due, time.monotonic() + _GRACE_SECONDS)
            if time.monotonic() > batch.due:
                batch.late, batch.ended = not batch.cancelled, "cancelled" if batch.cancelled else "too late"
                return
            try:
                frame = frames.get(timeout=_WAIT_SECONDS)
            except queue.Empty:
                continue
            self._take(frame, frames, batch, on_event)

    def _ask_to_stop(self) -> None:
        worker = self._worker
        if worker is not None and worker.stdin is not None:
            with suppress(OSError):
                write_message(worker.stdin, stop=True)

    def _take(
        self,
        frame: dict[str, Any] | bytes | FrameError | None,
        frames: queue.Queue[dict[str, Any] | bytes | FrameError | None],
        batch: _Batch,
        on_event: Callable[[ScanEvent], None],
    ) -> None:
        if not isinstance(frame, dict):
            batch.ended = "the scan process ended" if frame is None else f"the scan process sent no message: {frame!r}"
            return
        now = time.monotonic()
        match frame.get("event"):
            case "opened":
                batch.due = now + self._deadlines.first_page
            case "side_started":
                on_event(SideStarted(frame["sheet"], Side(frame["side"])))
            case "progress":
                batch.due = now + self._deadlines.page
                if now - batch.told_at < _PROGRESS_SECONDS:
                    return
                batch.told_at = now
                on_event(SideProgress(frame["sheet"], Side(frame["side"]), frame["fraction"]))
            case "side":
                page = _collect(frame, frames, batch)
                if page is not None:
                    batch.due = time.monotonic() + self._deadlines.page
                    batch.pages.append(page)
                    on_event(SideScanned(page))
            case "end":
                batch.ended = str(frame.get("error"))
            case other:
                batch.ended = f"the scan process sent an unknown message: {other!r}"

    def _judge(self, batch: _Batch) -> ScanOutcome:
        """Decide how the batch ended: the device's own word about its feeder wins over SANE's normal end."""
        words = batch.ended or ""
        status = status_of(words, len(batch.pages))
        if batch.late:
            status = ScanStatus.TIMEOUT
        elif batch.cancelled:
            status = ScanStatus.CANCELLED
        url = escl_url_of(self._config)
        if status in {ScanStatus.OK, ScanStatus.FAILED, ScanStatus.EMPTY} and url is not None:
            status = feeder_fault(url) or status
        if status is ScanStatus.OK and any(PageProblem.TRUNCATED in page.problems for page in batch.pages):
            status = ScanStatus.INCOMPLETE
        return ScanOutcome(status, tuple(batch.pages), len({page.sheet for page in batch.pages}), words)


def _collect(
    frame: dict[str, Any], frames: queue.Queue[dict[str, Any] | bytes | FrameError | None], batch: _Batch
) -> Page | None:
    """Gather the pixels of one side; None (and the batch's end) when something else comes in between."""
    pixels = bytearray()
    while len(pixels) < frame["bytes"]:
        try:
            piece = frames.get(timeout=max(0.1, batch.due - time.monotonic()))
        except queue.Empty:
            batch.late, batch.ended = True, "too late"
            return None
        if not isinstance(piece, bytes):
            batch.ended = "the scan process broke off within a side"
            return None
        pixels += piece
    return page_of(bytes(pixels), frame, batch.dpi)


def _pump(pipe: IO[bytes] | None, frames: queue.Queue[dict[str, Any] | bytes | FrameError | None]) -> None:
    """Read frames in a thread of their own, so that deadlines hold whatever the child does."""
    frame: dict[str, Any] | bytes | FrameError | None = None
    while pipe is not None:
        try:
            frame = read_frame(pipe)
        except (FrameError, OSError, ValueError) as error:
            frame = error if isinstance(error, FrameError) else None
        frames.put(frame)
        if frame is None or isinstance(frame, FrameError):
            return


def _end(worker: subprocess.Popen[bytes], frames: queue.Queue[Any]) -> None:
    """Let the worker go, or make it go; its whole process group, and nobody else."""
    if worker.stdin is not None:
        with suppress(OSError):
            worker.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        worker.wait(0.2)
    _kill(worker)
    worker.wait()
    with suppress(queue.Empty):
        while True:
            frames.get_nowait()


def _kill(worker: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(worker.pid, signal.SIGKILL)
