"""survey-core on Node, asked over pipes; there only where Node and the package are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from doubles.node_script import NodeScript, is_installed

FOLDER = Path(__file__).parent.parent / "oracle"
NOW = "2026-11-25T12:00:00"


def is_there() -> bool:
    """Say whether the oracle can be asked on this machine."""
    return is_installed(FOLDER, "survey-core")


class Oracle(NodeScript):
    """A Node process that answers a line for a line."""

    def __init__(self) -> None:
        super().__init__(FOLDER, "oracle.cjs", NOW)

    def judge(self, form: Any, answers: Any) -> dict[str, Any]:
        """Return what survey-core makes of answers to a form."""
        return self._ask({"form": form, "answers": answers})

    def evaluate(self, expression: str, values: Any) -> dict[str, Any]:
        """Return what survey-core makes of an expression over values."""
        return self._ask({"expression": expression, "values": values})

    def _ask(self, question: Any) -> dict[str, Any]:
        self.write_line(json.dumps(question))
        answer: dict[str, Any] = json.loads(self.read_line())
        return answer
