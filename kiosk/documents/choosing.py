"""Which version of each page goes into a PDF of limited size: the worst page is bettered first."""

from __future__ import annotations

from collections.abc import Sequence

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
    open_ones = set(range(len(pages)))
    while open_ones:
        best = min(open_ones, key=lambda page: _need(pages[page], chosen[page]))
        if chosen[best] == 0:
            open_ones.discard(best)
            continue
        cost = pages[best][chosen[best] - 1].size - pages[best][chosen[best]].size
        if cost > left:
            open_ones.discard(best)
        else:
            left -= cost
            chosen[best] -= 1
    return tuple(versions[number] for versions, number in zip(pages, chosen, strict=True))


def _need(versions: Sequence[Version], number: int) -> tuple[int, int]:
    return -versions[number].level, versions[number - 1].size - versions[number].size if number else 0
