"""survey-core on Node, asked over pipes; there only where Node and the package are."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

FOLDER = Path(__file__).parent.parent / "oracle"
NOW = "2026-11-25T12:00:00"


def is_there() -> bool:
    """Say whether the oracle can be asked on this machine."""
    return shutil.which("node") is not None and (FOLDER / "node_modules" / "survey-core").exists()


class Oracle:
    """A Node process that answers a line for a line."""

    def __enter__(self) -> Self:
        self._node = subprocess.Popen(
            ["node", "oracle.cjs", NOW],  # noqa: S607 - whichever Node the machine has
            cwd=FOLDER,
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

    def judge(self, form: Any, answers: Any) -> dict[str, Any]:
        """Return what survey-core makes of answers to a form."""
        return self._ask({"form": form, "answers": answers})

    def evaluate(self, expression: str, values: Any) -> dict[str, Any]:
        """Return what survey-core makes of an expression over values."""
        return self._ask({"expression": expression, "values": values})

    def _ask(self, question: Any) -> dict[str, Any]:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        answer: dict[str, Any] = json.loads(self._node.stdout.readline())
        return answer
