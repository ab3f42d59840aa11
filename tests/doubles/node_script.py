"""A script on Node, run beside a test; it ends when its standard input does."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self


def is_installed(folder: Path, package: str) -> bool:
    """Say whether Node is here, and the package in this folder."""
    return shutil.which("node") is not None and (folder / "node_modules" / package).exists()


class NodeScript:
    """Runs ``words`` (the script and what it is told) in ``folder`` between ``__enter__`` and ``__exit__``."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._place = folder
        self._words = words

    def __enter__(self) -> Self:
        self._node = subprocess.Popen(
            ["node", *self._words],  # noqa: S607 - whichever Node the machine has
            cwd=self._place,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.close()
        self._node.wait(timeout=20)
        self._node.stdout.close()

    def read_line(self) -> str:
        """Return the next line that the script says."""
        assert self._node.stdout is not None
        return self._node.stdout.readline()

    def write_line(self, line: str) -> None:
        """Say a line to the script."""
        assert self._node.stdin is not None
        self._node.stdin.write(line + "\n")
        self._node.stdin.flush()
