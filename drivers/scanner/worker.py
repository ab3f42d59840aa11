"""The scan worker: one child process a job, and the only place that touches SANE.

libsane and its backends can hang, crash and print. So the pipe to the parent is moved away from standard output first,
the process dies with its parent, and nothing here catches what the parent's deadlines are for.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from typing import IO, Any

from drivers.scanner.frames import read_frame, write_message, write_pixels

_PR_SET_PDEATHSIG = 1
_A4_MM = (210.0, 297.0)
_PROGRESS_STEPS = 40
_DUPLEX_SOURCES = ("ADF Duplex", "Duplex", "Automatic Document Feeder(centrally aligned,Duplex)", "ADF-Duplex")
_SIMPLEX_SOURCES = (
    "ADF",
    "ADF Front",
    "Automatic Document Feeder",
    "ADF Simplex",
    "Automatic Document Feeder(left aligned)",
)


def main() -> None:
    """Carry out one request from standard input and tell everything on what was standard output."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    request = read_frame(sys.stdin.buffer)
    if not isinstance(request, dict):
        return
    stop = threading.Event()
    threading.Thread(target=_listen, args=(stop,), daemon=True).start()
    try:
        _scan(request, pipe, stop)
    except Exception as error:  # noqa: BLE001 - python-sane has no type for its errors; the text is the message
        write_message(pipe, event="end", error=str(error) or type(error).__name__)
    pipe.close()
    os._exit(0)  # sane.exit() and interpreter shutdown crash with a handle in use (DESIGN, SANE facts)


def _listen(stop: threading.Event) -> None:
    """Wait for a wish to stop; the end of the pipe means that the parent is gone."""
    message = read_frame(sys.stdin.buffer)
    if message is None:
        os._exit(1)
    stop.set()


def _scan(request: dict[str, Any], pipe: IO[bytes], stop: threading.Event) -> None:
    import sane  # noqa: PLC0415 - importing it starts nothing, but only this process may

    sane.init()
    name = request["device"] if request["device"] != "auto" else _first_device(sane)
    if name is None:
        write_message(pipe, event="end", error="no scanner was found")
        return
    device = sane.open(name)
    _set_up(device, request)
    write_message(pipe, event="opened", device=name)
    duplex = bool(request["duplex"]) and _is_duplex(device)
    count = 0
    while not stop.is_set():
        try:
            device.start()
        except Exception as error:  # noqa: BLE001 - likewise
            write_message(pipe, event="end", error=str(error))
            return
        _read_side(device, pipe, count, duplex=duplex)
        count += 1
    device.cancel()
    write_message(pipe, event="end", error="cancelled")


def _first_device(sane: Any) -> str | None:
    devices = sane.get_devices()
    return str(devices[0][0]) if devices else None


def _set_up(device: Any, request: dict[str, Any]) -> None:
    """Set what the device knows: python-sane accepts a misspelt option in silence, so each name is looked up first."""
    options = device.opt
    if "source" in options:
        wanted = _DUPLEX_SOURCES + _SIMPLEX_SOURCES if request["duplex"] else _SIMPLEX_SOURCES
        offered = options["source"].constraint or ()
        source = next((name for name in wanted if name in offered), None)
        if source is not None:
            device.source = source
    if "mode" in options:
        offered = options["mode"].constraint or ()
        wanted_mode = "Gray" if request["grey"] else "Color"
        if wanted_mode in offered:
            device.mode = wanted_mode
    if "resolution" in options:
        device.resolution = request["dpi"]
    for name, length in zip(("br_x", "br_y"), _A4_MM, strict=True):
        if name in options and options[name].is_active():
            limit = options[name].constraint
            setattr(device, name, min(length, limit[1]) if isinstance(limit, tuple) else length)


def _is_duplex(device: Any) -> bool:
    return "source" in device.opt and "duplex" in str(device.source).lower()


def _read_side(device: Any, pipe: IO[bytes], count: int, *, duplex: bool) -> None:
    sheet, side = (count // 2 + 1, ("front", "back")[count % 2]) if duplex else (count + 1, "front")
    expected = device.get_parameters()[2][1]
    write_message(pipe, event="side_started", sheet=sheet, side=side)
    told = 0

    def progress(line: int, lines: int) -> None:
        nonlocal told
        step = line * _PROGRESS_STEPS // max(1, lines)
        if step > told:
            told = step
            write_message(pipe, event="progress", sheet=sheet, side=side, fraction=min(1.0, line / max(1, lines)))

    image = device.snap(no_cancel=True, progress=progress)
    pixels = image.tobytes()
    write_message(
        pipe,
        event="side",
        sheet=sheet,
        side=side,
        width=image.width,
        height=image.height,
        expected_height=expected,
        mode=image.mode,
        bytes=len(pixels),
    )
    write_pixels(pipe, pixels)


if __name__ == "__main__":
    main()
