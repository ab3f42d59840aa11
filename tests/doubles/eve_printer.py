"""A real ``ippeveprinter`` on loopback: what it prints, says and does on the way is set in a folder.

Version 2.4 needs a system bus even with ``-r off``, where Avahi may be missing: it gets one of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_BUS = """
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""

_COMMAND = """#!/bin/sh
cat "$APS_EVE/says" >&2
while [ -e "$APS_EVE/hold" ]; do sleep 0.02; done
cat "$APS_EVE/then" >&2
exit "$(cat "$APS_EVE/exit")"
"""
"""What the printer runs for each job: its lines (``STATE:``, ``ATTR:``) go to the printer, as in ippeveprinter(1)."""

WELL = "STATE: none\n"


class EvePrinter:
    """One printer. ``received`` are the documents that it was given, in order."""

    def __init__(self, folder: Path, formats: str = "application/pdf", more: Sequence[str] = ()) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"ipp://localhost:{self.port}/ipp/print"
        self._more = ("-f", formats, *more)
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        spool = self.folder / "spool"
        spool.mkdir(parents=True)
        self.says()
        command = self.folder / "command"
        command.write_text(_COMMAND)
        command.chmod(0o755)
        bus = self.folder / "bus"
        (self.folder / "bus.conf").write_text(_BUS.format(path=bus))
        self._start(["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nopidfile"], "bus.log")
        until(bus.exists)
        where = ("-r", "off", "-n", "localhost", "-p", str(self.port), "-d", str(spool), "-c", str(command))
        self._start(
            ["ippeveprinter", *where, "-2", "-k", "-vv", *self._more, "Test A4"],
            "printer.log",
            {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={bus}", "APS_EVE": str(self.folder)},
        )
        until(lambda: listens(self._processes[-1], self.port))
        self.load()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.let_go()
        for process in self._processes:
            process.kill()
            process.wait()

    @property
    def received(self) -> list[bytes]:
        files = (self.folder / "spool").glob("*.pdf")
        return [file.read_bytes() for file in sorted(files, key=lambda file: int(file.name.split("-")[0]))]

    @property
    def log(self) -> str:
        return (self.folder / "printer.log").read_text(errors="replace")

    def says(self, at_once: str = WELL, then: str = "", exit_code: int = 0, *, hold: bool = False) -> None:
        """Set what the next job makes the printer say at its begin and its end; ``hold``: it does not end by itself."""
        (self.folder / "says").write_text(at_once)
        (self.folder / "then").write_text(then)
        (self.folder / "exit").write_text(str(exit_code))
        if hold:
            (self.folder / "hold").touch()

    def let_go(self) -> None:
        """End the job that is held."""
        (self.folder / "hold").unlink(missing_ok=True)

    def wait_for_job(self) -> None:
        """Wait until a job is under way."""
        until(lambda: "Running command" in self.log)

    def let_go_when_cancelled(self) -> None:
        """End the job that is held once the printer was told to cancel it: it does that between two pages only."""
        told = self.log.count("Cancel-Job successful-ok")
        until(lambda: self.log.count("Cancel-Job successful-ok") > told)
        self.let_go()

    def load(self, size: str = "iso_a4_210x297mm", sheets: int = 100) -> None:
        """Put paper into the tray, or take it out."""
        self._form(f"media?size1={size}&type1=stationery&level1={sheets}&level3=-2")

    def toner(self, percent: int) -> None:
        """Set how much toner is left."""
        self._form(f"supplies?supply0=25&supply1={percent}")

    def switch_off(self) -> None:
        """Pull the plug."""
        self._processes[-1].kill()
        self._processes[-1].wait()

    def freeze(self) -> None:
        """Let it answer nothing any more; its port stays open."""
        self._processes[-1].send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._processes[-1].send_signal(signal.SIGCONT)

    def _form(self, path: str) -> None:
        with urllib.request.urlopen(f"http://localhost:{self.port}/{path}", timeout=10) as page:
            page.read()

    def _start(self, command: list[str], log: str, more: dict[str, str] | None = None) -> None:
        program = shutil.which(command[0], path=f"{os.environ['PATH']}:/usr/sbin")
        assert program is not None, f"{command[0]} is missing: packaging/install-system-packages brings it"
        with (self.folder / log).open("wb") as file:
            self._processes.append(
                subprocess.Popen(
                    [program, *command[1:]],
                    stdout=file,
                    stderr=file,
                    stdin=subprocess.DEVNULL,
                    env={**os.environ, **(more or {})},
                )
            )


def listens(process: subprocess.Popen[bytes], port: int) -> bool:
    """Say whether a server is there; one that has ended will never be."""
    assert process.poll() is None, f"{process.args} has ended"
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "waited for too long"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
