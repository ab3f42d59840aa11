"""The simulated printer at an address: TCP on loopback, and a pseudo-terminal in place of a serial line."""

from __future__ import annotations

import os
import pty
import select
import socket
import socketserver
import threading
import time
import tty
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

from drivers.receipt_printer.simulator.engine import Engine
from drivers.receipt_printer.simulator.roll import Roll
from drivers.receipt_printer.simulator.state import PrinterState
from kiosk.loopback import LoopbackServer

_CHUNK = 65536
_POLL_S = 0.02


class ReceiptPrinterSimulator(LoopbackServer):
    """Prints to PNG files in ``folder``, one a cut. Use as a context manager; ``port`` 0 takes any free port."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.state = PrinterState()
        self.roll = Roll(folder)
        self.received = 0
        handler = type("PrinterHandler", (_Handler,), {"printer": self})
        super().__init__(_Server(("127.0.0.1", port), handler))

    @property
    def url(self) -> str:
        """The address for ``receipt_printer.url``."""
        return f"tcp://127.0.0.1:{self.port}"

    @property
    def slips(self) -> list[Path]:
        """The pictures of what was cut off, in their order."""
        return self.roll.slips

    def change(self, changes: dict[str, Any]) -> None:
        """Set fields of the state by name. Raises KeyError for an unknown one."""
        for name, value in changes.items():
            if name not in PrinterState.__slots__:
                raise KeyError(name)
            setattr(self.state, name, value)

    def report(self) -> dict[str, Any]:
        """Return the state and what has been printed."""
        state = {name: getattr(self.state, name) for name in PrinterState.__slots__}
        return {**state, "slips": [str(slip) for slip in self.slips], "half_slip_lines": self.roll.hanging}


class SerialPrinterSimulator:
    """The same printer behind a pseudo-terminal; ``url`` is its address. Use as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.state = PrinterState()
        self.roll = Roll(folder)
        self._ours, self._theirs = pty.openpty()
        tty.setraw(self._theirs)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        """The address for ``receipt_printer.url``."""
        return f"serial://{os.ttyname(self._theirs)}"

    @property
    def slips(self) -> list[Path]:
        """The pictures of what was cut off, in their order."""
        return self.roll.slips

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self._ended.set()
        self._thread.join()
        os.close(self._theirs)
        os.close(self._ours)

    def _serve(self) -> None:
        engine = Engine(self.state, self.roll, lambda data: _write(self._ours, data), self._ended.set)
        while not self._ended.is_set():
            if engine.has_room() and select.select([self._ours], [], [], _POLL_S)[0]:
                engine.take(os.read(self._ours, _CHUNK))
            elif not engine.has_room():
                self._ended.wait(_POLL_S)
        engine.close()


def _write(descriptor: int, data: bytes) -> None:
    os.write(descriptor, data)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class _Handler(socketserver.BaseRequestHandler):
    printer: ClassVar[ReceiptPrinterSimulator]

    def handle(self) -> None:
        printer = self.printer
        engine = Engine(printer.state, printer.roll, self._say, self._hang_up)
        try:
            while chunk := self._next(engine):
                printer.received += len(chunk)
                engine.take(chunk)
        except OSError:
            engine.close()  # the other side has let go of what it sent
        else:
            engine.finish()

    def _next(self, engine: Engine) -> bytes:
        """Return what comes next, once there is room for it; empty at the end. Raises OSError for a line that broke."""
        while not engine.has_room():
            time.sleep(_POLL_S)
            failed = self.request.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if failed:
                raise ConnectionResetError(failed, os.strerror(failed))
        return bytes(self.request.recv(_CHUNK))

    def _say(self, data: bytes) -> None:
        with suppress(OSError):
            self.request.sendall(data)

    def _hang_up(self) -> None:
        with suppress(OSError):
            self.request.shutdown(socket.SHUT_RDWR)
