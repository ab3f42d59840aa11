"""What is wrong with a form document: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """``path`` is a JSON path like ``$.pages[0].elements[2].type``."""

    path: str
    message: str
    mend: str

    def __str__(self) -> str:
        """Write the problem on one line."""
        return f"{self.path}: {self.message}; {self.mend}"


class FormError(ValueError):
    """A form document that is not used; ``problems`` names everything that was found, not the first only."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        self.source = source
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{source}: {problem}" for problem in problems))
