"""@tus/server on Node: a tus server that others wrote; there only where Node and the package are."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from doubles.node_script import NodeScript, is_installed

FOLDER = Path(__file__).parent.parent / "tus"


def is_there() -> bool:
    """Say whether the server can be started on this machine."""
    return is_installed(FOLDER, "@tus/server")


class ForeignTus(NodeScript):
    """Keeps uploads in ``folder``, each under its id."""

    def __init__(self, folder: Path, manner: str = "") -> None:
        super().__init__(FOLDER, "server.js", str(folder), manner)
        self.folder = folder

    def __enter__(self) -> Self:
        self.folder.mkdir(exist_ok=True)
        super().__enter__()
        self.port = int(self.read_line())
        return self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kept(self, upload_id: str) -> bytes:
        """Return what has arrived of an upload."""
        return (self.folder / upload_id).read_bytes()
