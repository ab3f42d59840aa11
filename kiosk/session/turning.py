"""A stack on a scanner that reads one side: its fronts are here, and turned over it is to bring its backs.

What makes the order simple is that people move a stack as one block. As long as the scanner keeps it in order, the
sheet that was fed first lies outermost on the side that shows the fronts, and innermost where the backs are up: the
backs begin with the last sheet. A scanner that reverses the stack turns this about with every pass.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Turning:
    """The sheets ``first`` to ``last`` of a row have given their fronts; so many ``backs`` have come since.

    ``ended``: the turned stack has come to its end, so that another number of backs is strange; ``same``: they show the
    fronts once more. ``passes`` of the whole stack went before the backs.
    """

    first: int
    last: int
    backs: int = 0
    ended: bool = False
    same: bool = False
    passes: int = 1

    @property
    def fronts(self) -> int:
        """How many sheets have given their fronts."""
        return self.last - self.first + 1

    @property
    def complete(self) -> bool:
        """Whether there are as many backs as fronts."""
        return self.backs == self.fronts

    @property
    def surplus(self) -> int:
        """How many more backs than fronts have come."""
        return max(0, self.backs - self.fronts)

    def with_sheets(self, fed: int) -> Turning:
        """Return the same stack with more sheets, up to the one numbered ``fed``; a new one where backs have come."""
        return Turning(self.last + 1, fed) if self.backs else replace(self, last=fed)

    def again(self) -> Turning:
        """Return the stack before its backs are done over."""
        return Turning(self.first, self.last, passes=self.passes + self.ended)

    def next_sheet(self, *, reversing: bool) -> int | None:
        """Return the sheet whose back comes next, None when each has had its own.

        ``reversing``: a stack comes out of the scanner in the opposite order.
        """
        if self.backs >= self.fronts:
            return None
        mirrored = reversing and self.passes % 2 == 1
        return self.first + self.backs if mirrored else self.last - self.backs
