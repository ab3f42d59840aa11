"""Which version of each page goes into a PDF of limited size: the worst page is bettered first."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace

from kiosk.domain.page_version import Version


def choose(pages: Sequence[Sequence[Version]], max_bytes: int) -> tuple[Version, ...] | None:
    """Return one version a page within ``max_bytes``, None when the smallest of all do not fit.

    Each page's versions come better ones first. Bytes go where quality is lowest, so that a photograph among pages of
    print gets more of them; among equals, where fewest take a step.
    """
    chosen = [len(versions) - 1 for versions in pages]
    left = max_bytes - sum(versions[-1].size for versions in pages)
    if left < 0:
        return None
    waiting = [(_need(versions, len(versions) - 1), page) for page, versions in enumerate(pages)]
    heapify(waiting)
    while waiting:
        page = waiting[0][1]
        versions, number = pages[page], chosen[page]
        cost = versions[number - 1].size - versions[number].size if number else 0
        if number == 0 or cost > left:
            heappop(waiting)
        else:
            left -= cost
            chosen[page] -= 1
            heapreplace(waiting, (_need(versions, chosen[page]), page))
    return tuple(versions[number] for versions, number in zip(pages, chosen, strict=True))


def _need(versions: Sequence[Version], number: int) -> tuple[int, int]:
    return -versions[number].level, versions[number - 1].size - versions[number].size if number else 0
