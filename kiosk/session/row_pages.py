"""The sides of one attachment row while the citizen looks at them: joined, turned, moved, taken out, done again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.domain.page import Page, Side


@dataclass(frozen=True, slots=True)
class RowPages:
    """``fed`` sheets went through the scanner for this row, whatever was taken out since.

    ``dropped`` names the sides that were taken out, by sheet and side; ``before`` is how many sheets were fed the last
    time, where the row was done over again.
    """

    pages: tuple[Page, ...] = ()
    fed: int = 0
    dropped: frozenset[tuple[int, Side]] = frozenset()
    before: int = 0

    @property
    def to_take_home(self) -> int:
        """How many sheets the citizen has at the scanner, as far as the machine can know."""
        return max(self.fed, self.before)

    def over_again(self, arrived: tuple[Page, ...]) -> RowPages:
        """Begin anew with a batch."""
        return replace(RowPages().joined(arrived), before=self.to_take_home)

    def joined(self, arrived: tuple[Page, ...], *, resumes: bool = False) -> RowPages:
        """Append a batch, with sheets numbered on.

        A batch that ``resumes`` after a jam begins with the sheet that was stuck: where that one gave its front only,
        the lone side gives way once something has come in its place.
        """
        if not arrived:
            return self
        pages, fed = self.pages, self.fed
        stuck = [page for page in pages if page.sheet == fed]
        if resumes and len(stuck) == 1 and not any(sheet == fed for sheet, _ in self.dropped):
            pages, fed = tuple(page for page in pages if page.sheet != fed), fed - 1
        sheets = max(page.sheet for page in arrived)
        numbered = tuple(replace(page, sheet=page.sheet + fed) for page in arrived)
        return replace(self, pages=pages + numbered, fed=fed + sheets)

    def redone(self, index: int, arrived: tuple[Page, ...]) -> RowPages:
        """Put a sheet that was fed once more in the place of the side at ``index`` and of its back.

        A batch of one side takes that very place. What was fed beside that sheet is appended: nothing is lost.
        """
        if not arrived:
            return self
        first, old = arrived[0].sheet, self.pages[index]
        fresh = [replace(page, sheet=old.sheet) for page in arrived if page.sheet == first]
        others = tuple(replace(page, sheet=page.sheet - first) for page in arrived if page.sheet != first)
        if len(fresh) == 1:
            fresh = [replace(fresh[0], side=old.side)]
        by_side = {page.side: page for page in fresh}
        pages = [by_side.pop(page.side, page) if page.sheet == old.sheet else page for page in self.pages]
        pages[index + 1 : index + 1] = [page for side, page in by_side.items() if (old.sheet, side) not in self.dropped]
        return replace(self, pages=tuple(pages)).joined(others)

    def without(self, index: int) -> RowPages:
        """Take one side out."""
        page = self.pages[index]
        rest = self.pages[:index] + self.pages[index + 1 :]
        return replace(self, pages=rest, dropped=self.dropped | {(page.sheet, page.side)})

    def moved(self, index: int, places: int) -> RowPages:
        """Move one side forward (more than 0) or back, as far as the row goes."""
        pages = list(self.pages)
        page = pages.pop(index)
        pages.insert(min(max(0, index + places), len(pages)), page)
        return replace(self, pages=tuple(pages))

    def turned(self, index: int) -> RowPages:
        """Turn one side by a quarter, clockwise. Its pixels stay as the scanner saw them."""
        page = self.pages[index]
        turned = replace(page, turn=(page.turn + 1) % 4)
        return replace(self, pages=(*self.pages[:index], turned, *self.pages[index + 1 :]))

    @property
    def has_odd_sides(self) -> bool:
        """Whether some sheet shows one side only while others show two, and nobody wanted it so."""
        return not self.dropped and has_odd_sides(self.pages)


def has_odd_sides(pages: Iterable[Page]) -> bool:
    """Say whether some sheet shows one side only while others show two."""
    return len(set(Counter(page.sheet for page in pages).values())) > 1
