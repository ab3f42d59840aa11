"""A real ``cupsd`` on loopback with one queue ``a4`` before a printer, under the policy that Debian ships."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from doubles.eve_printer import free_port, listens, until

_SERVER = """
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
LogLevel info
<Location />
Allow localhost
</Location>
"""
_FILES = """
ServerRoot {home}
StateDir {home}/run
RequestRoot {home}/spool
TempDir {home}/spool/tmp
CacheDir {home}/cache
DocumentRoot {home}
AccessLog {home}/access.log
ErrorLog {home}/error.log
PageLog {home}/page.log
Printcap {home}/printcap
"""
_QUEUE = """
<Printer a4>
DeviceURI {device}
State Idle
Accepting Yes
JobSheets none none
OpPolicy default
ErrorPolicy retry-job
</Printer>
"""
_DEBIAN = Path("/usr/share/cups/cupsd.conf.default")


class CupsQueue:
    """One queue. ``papers`` are the documents that cupsd keeps on its disk."""

    def __init__(self, device: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cups-")  # cupsd's backends run as lp, who sees no tmp_path
        self.home = Path(self._folder.name)
        self.home.chmod(0o755)
        self.port = free_port()
        self.url = f"ipp://127.0.0.1:{self.port}/printers/a4"
        self._device = device

    def __enter__(self) -> Self:
        for name in ("run/certs", "spool/tmp", "cache", "ppd"):
            (self.home / name).mkdir(parents=True)
        policy = re.search(r"<Policy default>.*?</Policy>", _DEBIAN.read_text(), re.DOTALL)
        assert policy is not None, f"{_DEBIAN} has no policy: packaging/install-system-packages brings cups-daemon"
        here = (
            f"Listen 127.0.0.1:{self.port}\nBrowsing No\nWebInterface No\n<Location />\nAllow localhost\n</Location>\n"
        )
        (self.home / "cupsd.conf").write_text(f"{here}LogLevel info\n{policy[0]}\n")
        (self.home / "cups-files.conf").write_text(_FILES.format(home=self.home))
        (self.home / "printers.conf").write_text(_QUEUE.format(device=self._device))
        program = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
        assert program is not None, "cupsd is missing: packaging/install-system-packages brings it"
        self._process = subprocess.Popen(
            [program, "-f", "-c", str(self.home / "cupsd.conf"), "-s", str(self.home / "cups-files.conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until(lambda: listens(self._process, self.port))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait(20)
        self._folder.cleanup()

    @property
    def papers(self) -> list[Path]:
        return sorted((self.home / "spool").glob("d*"))

    @property
    def log(self) -> str:
        return (self.home / "error.log").read_text(errors="replace")
