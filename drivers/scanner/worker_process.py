"""One scan worker seen from the parent: started, asked, listened to in a thread, and always brought to its end."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any

from drivers.scanner.frames import FrameError, read_frame
from drivers.scanner.messages import Job, StopJob, WarmUp, say

Frame = dict[str, Any] | bytes | FrameError | None
"""A message, pixels, what was no frame, or the end of the pipe."""

_FRAMES = 64
"""Frames that wait at most; a child that brings more waits itself."""

_LEAVE_SECONDS = 0.2

WORKER = (sys.executable, "-m", "drivers.scanner.worker")


class WorkerProcess:
    """A child process in a session of its own. Whatever it does, ``end`` leaves nothing of it behind."""

    def __init__(self, device: str, sane_config_dir: str, program: Sequence[str] = WORKER) -> None:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        if sane_config_dir:
            environment["SANE_CONFIG_DIR"] = sane_config_dir
        self._child = subprocess.Popen(  # noqa: S603 - our own worker
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._frames: queue.Queue[Frame] = queue.Queue(maxsize=_FRAMES)
        self._reader = threading.Thread(
            target=_pump, args=(self._child.stdout, self._frames), name="scan-pipe", daemon=True
        )
        self._reader.start()
        self._say(WarmUp(device))

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._child.poll() is None

    def ask(self, job: Job) -> None:
        """Hand over the job. A worker that is gone is noticed when it is listened to."""
        self._say(job)

    def stop(self) -> None:
        """Ask to stop after the side under way."""
        self._say(StopJob())

    def hear(self, seconds: float) -> Frame:
        """Return the next frame. Raises queue.Empty when none comes in time."""
        return self._frames.get(timeout=seconds)

    def kill(self) -> None:
        """Kill the whole process group, and nobody else. May be called from any thread."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, signal.SIGKILL)

    def end(self) -> None:
        """Let the worker go, or make it go; reap it and give back what it held."""
        if self._child.stdin is not None:
            with suppress(OSError):
                self._child.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(_LEAVE_SECONDS)
        self.kill()
        self._child.wait()
        while self._reader.is_alive():  # it may wait for room
            with suppress(queue.Empty):
                self._frames.get(timeout=0.01)
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _say(self, message: WarmUp | Job | StopJob) -> None:
        if self._child.stdin is not None:
            with suppress(OSError):
                say(self._child.stdin, message)


def _pump(pipe: IO[bytes] | None, frames: queue.Queue[Frame]) -> None:
    """Read frames in a thread of their own, so that deadlines hold whatever the child does."""
    frame: Frame = None
    while pipe is not None:
        try:
            frame = read_frame(pipe)
        except (FrameError, OSError, ValueError) as error:
            frame = error if isinstance(error, FrameError) else None
        frames.put(frame)
        if frame is None or isinstance(frame, FrameError):
            return
