"""@tus/server on Node: a tus server that others wrote; there only where Node and the package are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

FOLDER = Path(__file__).parent.parent / "tus"


def is_there() -> bool:
    """Say whether the server can be started on this machine."""
    return shutil.which("node") is not None and (FOLDER / "node_modules" / "@tus" / "server").exists()


class ForeignTus:
    """Keeps uploads in ``folder``, each under its id."""

    def __init__(self, folder: Path, manner: str = "") -> None:
        self.folder = folder
        self._manner = manner

    def __enter__(self) -> Self:
        self.folder.mkdir(exist_ok=True)
        self._node = subprocess.Popen(
            ["node", "server.js", str(self.folder), self._manner],  # noqa: S607 - whichever Node the machine has
            cwd=FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._node.stdout is not None
        self.port = int(self._node.stdout.readline())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.close()
        self._node.wait(timeout=20)
        self._node.stdout.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kept(self, upload_id: str) -> bytes:
        """Return what has arrived of an upload."""
        return (self.folder / upload_id).read_bytes()
