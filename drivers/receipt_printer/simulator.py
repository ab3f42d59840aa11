"""A receipt printer on loopback: parses the ESC/POS stream, draws what it prints, answers status, breaks on wish."""

from __future__ import annotations

import socketserver
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from PIL import Image

from kiosk.loopback import LoopbackServer

_REALTIME = (b"\x10\x04", b"\x10\x05")
_RASTER_HEAD = 8


@dataclass(slots=True)
class PrinterState:
    """``paper_lines``: dot lines until the roll ends (None: full). ``drop_after``: dot lines until the line breaks."""

    paper: bool = True
    paper_low: bool = False
    paper_lines: int | None = None
    cover_open: bool = False
    cutter_error: bool = False
    offline: bool = False
    silent: bool = False
    mute_after_cut: bool = False
    drop_after: int | None = None
    seconds_per_band: float = 0.0

    def is_blocked(self) -> bool:
        """Say whether the printer cannot go on printing."""
        return not self.paper or self.cover_open or self.cutter_error or self.offline

    def answer(self, kind: int) -> int:
        """Return the status byte for ``DLE EOT kind``."""
        bits = 0x12
        match kind:
            case 1:
                bits |= 0x08 if self.is_blocked() else 0
            case 2:
                bits |= (0x04 if self.cover_open else 0) | (0x20 if not self.paper else 0)
                bits |= 0x40 if self.cutter_error else 0
            case 3:
                bits |= 0x08 if self.cutter_error else 0
            case _:
                bits |= (0x60 if not self.paper else 0) | (0x0C if self.paper_low or not self.paper else 0)
        return bits


class ReceiptPrinterSimulator(LoopbackServer):
    """Prints to PNG files in ``folder``, one a cut. Use as a context manager; ``port`` 0 takes any free port."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.state = PrinterState()
        self.slips: list[Path] = []
        self.received = 0
        self._folder = folder
        self._roll: list[bytes] = []
        self._lock = threading.RLock()
        handler = type("PrinterHandler", (_Handler,), {"printer": self})
        super().__init__(_Server(("127.0.0.1", port), handler))

    @property
    def url(self) -> str:
        """The address for ``receipt_printer.url``."""
        return f"tcp://127.0.0.1:{self.port}"

    def change(self, changes: dict[str, Any]) -> None:
        """Set fields of the state by name. Raises KeyError for an unknown one."""
        for name, value in changes.items():
            if name not in PrinterState.__slots__:
                raise KeyError(name)
            setattr(self.state, name, value)

    def report(self) -> dict[str, Any]:
        """Return the state and what has been printed."""
        state = {name: getattr(self.state, name) for name in PrinterState.__slots__}
        return {**state, "slips": [str(slip) for slip in self.slips], "half_slip_lines": len(self._roll)}

    def print_line(self, line: bytes) -> bool:
        """Burn one dot line; False when the paper ended before it."""
        with self._lock:
            if self.state.paper_lines is not None:
                if self.state.paper_lines <= 0:
                    self.state.paper = False
                    return False
                self.state.paper_lines -= 1
            self._roll.append(line)
            return True

    def cut(self) -> None:
        """Cut what hangs out and keep its picture."""
        with self._lock:
            lines, self._roll = self._roll, []
            if not lines:
                return
            width = max(map(len, lines))
            ink = np.frombuffer(b"".join(line.ljust(width, b"\0") for line in lines), np.uint8).reshape(-1, width)
            file = self._folder / f"slip-{len(self.slips) + 1:03d}.png"
            Image.fromarray(np.unpackbits(ink, axis=1) == 0).save(file)
            self.slips.append(file)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@dataclass(slots=True)
class _Stream:
    buffer: bytearray = field(default_factory=bytearray)
    lines: int = 0


class _Handler(socketserver.BaseRequestHandler):
    printer: ClassVar[ReceiptPrinterSimulator]

    def handle(self) -> None:
        stream = _Stream()
        try:
            while chunk := self.request.recv(65536):
                self.printer.received += len(chunk)
                if self.printer.state.is_blocked() and chunk[:2] in _REALTIME:
                    self._realtime(chunk, stream)
                else:
                    stream.buffer += chunk
                if not self._work(stream):
                    return
        except OSError:
            return

    def _realtime(self, chunk: bytes, stream: _Stream) -> None:
        """Answer at once, before what waits in the buffer, as a printer that is offline does."""
        for start in range(0, len(chunk) - 2, 3):
            if chunk[start : start + 2] == _REALTIME[0]:
                self._say(self.printer.state.answer(chunk[start + 2]))
            else:
                stream.buffer.clear()

    def _work(self, stream: _Stream) -> bool:
        """Carry out whole commands; False when the line is to break now."""
        buffer = stream.buffer
        while buffer:
            used = self._command(bytes(buffer), stream)
            if used < 0:
                return False
            if used == 0:
                return True
            del buffer[:used]
        return True

    def _command(self, data: bytes, stream: _Stream) -> int:
        """Carry out the first command; returns its length, 0 when it is not complete or cannot go on, -1 to break."""
        state = self.printer.state
        if data[:2] in _REALTIME:
            if len(data) < 3:  # noqa: PLR2004 - DLE EOT n
                return 0
            if data[:2] == _REALTIME[0]:
                self._say(state.answer(data[2]))
            return 3
        if state.is_blocked():
            return 0
        match data[0]:
            case 0x1B:
                return 2 if len(data) >= 2 else 0  # noqa: PLR2004 - ESC @
            case 0x1D:
                return self._group(data, stream)
            case _:
                return 1

    def _group(self, data: bytes, stream: _Stream) -> int:
        match data[1:2]:
            case b"v":
                return self._raster(data, stream)
            case b"V":
                if len(data) < 4:  # noqa: PLR2004 - GS V B n
                    return 0
                self.printer.cut()
                return 4
            case b"r":
                if len(data) < 3:  # noqa: PLR2004 - GS r n
                    return 0
                if not self.printer.state.mute_after_cut:
                    self._say(0x0C if not self.printer.state.paper else 0x00)
                return 3
            case _:
                return 0

    def _raster(self, data: bytes, stream: _Stream) -> int:
        if len(data) < _RASTER_HEAD:
            return 0
        across, down = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        whole = _RASTER_HEAD + across * down
        if len(data) < whole:
            return 0
        time.sleep(self.printer.state.seconds_per_band)
        for row in range(down):
            limit = self.printer.state.drop_after
            if limit is not None and stream.lines >= limit:
                return -1
            start = _RASTER_HEAD + row * across
            if not self.printer.print_line(data[start : start + across]):
                break
            stream.lines += 1
        return whole

    def _say(self, byte: int) -> None:
        if not self.printer.state.silent:
            self.request.sendall(bytes((byte,)))
