"""The scan worker: one child process a job, and the only place that touches SANE.

libsane and its backends can hang, crash and print. So the pipe to the parent is moved away from standard output first,
the process dies with its parent, and nothing here catches what the parent's deadlines are for. A worker may wait for
its job with SANE loaded: that is the warm spare.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import IO, Any

from drivers.scanner.finding import AUTO, Listed, candidates
from drivers.scanner.frames import read_frame, write_pixels
from drivers.scanner.messages import Ended, Job, Opened, SideBegan, SideMoved, SideRead, WarmUp, hear, say
from drivers.scanner.options import SetUp, rank, sensors, set_up

_PR_SET_PDEATHSIG = 1
_PROGRESS_STEPS = 40
_MOST_DEVICES = 6
"""So many devices are opened at most to find the best of them."""

_TEST_BACKEND_PAUSE = 0.05
"""Seconds between start and read: without, SANE's own ``test`` backend locks itself up (DESIGN, SANE facts)."""


def main() -> None:
    """Warm up, wait for one job, carry it out, and tell everything on what was standard output."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    first = read_frame(sys.stdin.buffer)
    if not isinstance(first, dict):
        return
    listed = _warm_up(hear(first, WarmUp).device)
    request = read_frame(sys.stdin.buffer)
    if not isinstance(request, dict):
        return
    # only now: the signal follows the thread that made this process, and a spare may outlive it
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    stop = threading.Event()
    threading.Thread(target=_listen, args=(stop,), daemon=True).start()
    try:
        say(pipe, _scan(hear(request, Job), listed, pipe, stop))
    except Exception as error:  # noqa: BLE001 - python-sane has no type for its errors; the text is the message
        with suppress(OSError):
            say(pipe, Ended(str(error) or type(error).__name__))
    with suppress(OSError):
        pipe.close()
    os._exit(0)  # sane.exit() and interpreter shutdown crash with a handle in use (DESIGN, SANE facts)


def _warm_up(device: str) -> tuple[Listed, ...]:
    """Load libsane and the backends; for ``auto`` that takes seconds, and its list is kept."""
    import sane  # noqa: PLC0415 - importing it starts nothing, but only this process may

    sane.init()
    if device == AUTO:
        return _list_devices(sane)
    with suppress(Exception):  # a name that cannot be: libsane loads the backend, asks the device nothing, and refuses
        sane.open(f"{device.partition(':')[0]}:-")
    return ()


def _list_devices(sane: Any) -> tuple[Listed, ...]:
    return tuple(Listed(*entry) for entry in sane.get_devices())


def _listen(stop: threading.Event) -> None:
    """Wait for a wish to stop; the end of the pipe means that the parent is gone."""
    message = read_frame(sys.stdin.buffer)
    if message is None:
        os._exit(1)
    stop.set()


def _scan(job: Job, listed: tuple[Listed, ...], pipe: IO[bytes], stop: threading.Event) -> Ended:
    import sane  # noqa: PLC0415 - likewise

    found = _open(sane, job, listed)
    if found is None:
        return Ended("no scanner was found")
    device, name, model = found
    how = set_up(device, duplex=job.duplex, dpi=job.dpi, grey=job.grey)
    say(pipe, Opened(name, model, how.both_sides, how.dpi))
    try:
        words = _read_sides(device, how, pipe, stop)
    except Exception as error:  # noqa: BLE001 - likewise
        words = str(error) or type(error).__name__
    device.cancel()
    return Ended(words, sensors(device))


def _open(sane: Any, job: Job, listed: tuple[Listed, ...]) -> tuple[Any, str, str] | None:
    """Open the device by its name, else find it again. Raises what SANE raises when it is there and does not open."""
    name = job.seen_name if job.device == AUTO else job.device
    if name:
        with suppress(Exception):
            return sane.open(name), name, job.seen_model
    listed = listed or _list_devices(sane)
    found = candidates(listed, job.device, job.seen_model)[:_MOST_DEVICES]
    if len(found) <= 1:
        return next(((sane.open(device.name), device.name, device.model) for device in found), None)
    opened = []
    for entry in found:
        with suppress(Exception):
            opened.append((sane.open(entry.name), entry))
    if not opened:
        return None
    best, entry = max(opened, key=lambda pair: rank(pair[0]))
    for device, _ in opened:
        if device is not best:
            device.close()
    return best, entry.name, entry.model


def _read_sides(device: Any, how: SetUp, pipe: IO[bytes], stop: threading.Event) -> str:
    """Read sides until SANE says why there are no more. Raises what SANE raises, which is the usual end."""
    count = 0
    while not stop.is_set():
        device.start()
        if device.devname.startswith("test:"):
            time.sleep(_TEST_BACKEND_PAUSE)
        _read_side(device, pipe, count, both_sides=how.both_sides)
        count += 1
        if not how.feeds:
            return "single side"
    return "cancelled"


def _read_side(device: Any, pipe: IO[bytes], count: int, *, both_sides: bool) -> None:
    sheet, back = divmod(count, 2) if both_sides else (count, 0)
    expected = device.get_parameters()[2][1]
    say(pipe, SideBegan(sheet + 1, "back" if back else "front"))
    told = 0

    def progress(line: int, lines: int) -> None:
        nonlocal told
        step = line * _PROGRESS_STEPS // max(1, lines)
        if step > told:
            told = step
            with suppress(OSError):  # an exception here would crash in C; the end of the pipe is noticed elsewhere
                say(pipe, SideMoved(min(1.0, line / max(1, lines))))

    image = device.snap(no_cancel=True, progress=progress)
    say(pipe, SideRead(image.width, image.height, expected, image.mode))
    write_pixels(pipe, image.tobytes())


if __name__ == "__main__":
    main()
