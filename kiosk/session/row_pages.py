"""The sides of one attachment row while the citizen looks at them: joined, turned, moved, taken out, done again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.documents import shows_again
from kiosk.domain.page import Page, Side
from kiosk.session.turning import Turning


@dataclass(frozen=True, slots=True)
class RowPages:
    """``fed`` sheets went through the scanner for this row, whatever was taken out since.

    ``dropped`` names the sides that were taken out, by sheet and side; ``before`` is how many sheets were fed the last
    time, where the row was done over again. ``turning`` is a stack whose backs are asked for, None when they are not.
    """

    pages: tuple[Page, ...] = ()
    fed: int = 0
    dropped: frozenset[tuple[int, Side]] = frozenset()
    before: int = 0
    turning: Turning | None = None

    @property
    def to_take_home(self) -> int:
        """How many sheets the citizen has at the scanner, as far as the machine can know."""
        return max(self.fed, self.before)

    def over_again(self, arrived: tuple[Page, ...], *, one_sided: bool = False) -> RowPages:
        """Begin anew with a batch."""
        return replace(RowPages().joined(arrived, one_sided=one_sided), before=self.to_take_home)

    def joined(self, arrived: tuple[Page, ...], *, resumes: bool = False, one_sided: bool = False) -> RowPages:
        """Append a batch, with sheets numbered on.

        A batch that ``resumes`` after a jam begins with the sheet that was stuck: where that one gave its front only,
        the lone side gives way once something has come in its place. Sheets whose backs the scanner could not read
        (``one_sided``) are a stack to be turned over.
        """
        if not arrived:
            return self
        pages, fed = self.pages, self.fed
        stuck = [page for page in pages if page.sheet == fed]
        if resumes and len(stuck) == 1 and not any(sheet == fed for sheet, _ in self.dropped):
            pages, fed = tuple(page for page in pages if page.sheet != fed), fed - 1
        sheets = max(page.sheet for page in arrived)
        numbered = tuple(replace(page, sheet=page.sheet + fed) for page in arrived)
        turning = self._stack_after(fed, fed + sheets, one_sided=one_sided)
        return replace(self, pages=pages + numbered, fed=fed + sheets, turning=turning)

    def _stack_after(self, before: int, fed: int, *, one_sided: bool) -> Turning | None:
        """Return the stack to be turned once sheets ``before`` + 1 to ``fed`` are here: they may lie on top of it."""
        turning = self.turning
        if not one_sided:
            return None if turning is not None and turning.surplus else turning
        return turning.with_sheets(fed) if turning is not None and turning.last == before else Turning(before + 1, fed)

    def backed(self, arrived: tuple[Page, ...], *, reversing: bool) -> RowPages:
        """Put each back behind its front, as the turned stack brings them.

        What has no front stands at the end, as a sheet of its own: it may be a sheet that was fed twice, or a stranger.
        """
        row = self
        for page in arrived:
            row = row._with_back(page, reversing=reversing)
        return row

    def _with_back(self, page: Page, *, reversing: bool) -> RowPages:
        turning = self.turning
        if turning is None:
            return self.joined((page,))
        sheet, fed = turning.next_sheet(reversing=reversing), self.fed
        if sheet is None:
            sheet = fed = self.fed + 1
        back = replace(page, sheet=sheet, side=Side.BACK)
        fronts = [at for at, page in enumerate(self.pages, 1) if (page.sheet, page.side) == (sheet, Side.FRONT)]
        at = fronts[0] if fronts else len(self.pages)
        counted = replace(turning, backs=turning.backs + 1)
        return replace(self, pages=(*self.pages[:at], back, *self.pages[at:]), fed=fed, turning=counted)

    def without_backs(self) -> RowPages:
        """Give up the backs of the turned stack, which are to be done over."""
        turning = self.turning
        if turning is None:
            return self
        pages = tuple(page for page in self.pages if page.side is Side.FRONT or page.sheet < turning.first)
        return replace(self, pages=pages, fed=self.fed - turning.surplus, turning=turning.again())

    @property
    def wants_backs(self) -> bool:
        """Whether the backs of a stack are still asked for: none came, or they do not match the fronts."""
        return self.turning is not None and (not self.turning.complete or self.turning.same)

    def stack_ended(self) -> RowPages:
        """Take note that the turned stack has come to its end, and whether anybody turned it."""
        turning = self.turning
        if turning is None:
            return self
        stack = [page for page in self.pages if turning.first <= page.sheet <= turning.last]
        fronts, backs = ([page for page in stack if page.side is side] for side in Side)
        same = turning.complete and shows_again(backs, fronts)
        return replace(self, turning=replace(turning, ended=True, same=same))

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
