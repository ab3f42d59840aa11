"""Names of questions inside lists: ``kids[0].name`` is asked of the first item of ``kids``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The list and the item that a question belongs to; ``index`` counts from 0."""

    list_name: str
    index: int

    @property
    def prefix(self) -> str:
        """What the names of the item's questions begin with."""
        return f"{self.list_name}[{self.index}]."


def place_of(name: str) -> Place | None:
    """Return where a question belongs, or None for one of the form itself."""
    before, bracket, after = name.rpartition("[")
    index, closing, _ = after.partition("].")
    return Place(before, int(index)) if bracket and closing else None
