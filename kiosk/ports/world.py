"""The world around a kiosk that a trainer can play with: scanner, reader, printer, network, portal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class WorldState:
    """What the dock shows. ``sheets`` lie in the feeder; ``slips`` and ``dossiers`` are newest last."""

    sheets: int
    scanner: str
    paper: bool
    printer_cover_open: bool
    online: bool
    slips: tuple[Path, ...]
    dossiers: tuple[Path, ...]


class World(Protocol):
    """The simulators of one demo, behind the verbs of the dock."""

    @property
    def settings(self) -> Path:
        """The settings file that makes a kiosk use this world."""
        ...

    def do(self, action: str) -> None:
        """Carry out one action of ``ACTIONS``. Raises KeyError for any other."""
        ...

    def state(self) -> WorldState:
        """Return what there is to see."""
        ...


ACTIONS: Mapping[str, tuple[str, str]] = {
    "scanner/card": ("Scanner", "Lay an ID card on the scanner"),
    "scanner/papers": ("Scanner", "Load two sheets with writing on both sides"),
    "scanner/notice": ("Scanner", "Load a death notice and one more sheet"),
    "scanner/single": ("Scanner", "Load one sheet, back side blank"),
    "scanner/slip": ("Scanner", "Lay the newest slip on the scanner"),
    "scanner/one-sided": ("Scanner", "Become a scanner that reads one side"),
    "scanner/turn": ("Scanner", "Turn the stack that came out over, put it in again"),
    "scanner/empty": ("Scanner", "Take all sheets out"),
    "scanner/jam": ("Scanner", "Jam the second sheet"),
    "scanner/open": ("Scanner", "Open the cover"),
    "scanner/clear": ("Scanner", "Clear the jam, close the cover"),
    "reader/card": ("Handheld reader", "Hold an ID card to it"),
    "reader/slip": ("Handheld reader", "Hold the newest slip to it"),
    "reader/other": ("Handheld reader", "Hold the code of a web page to it"),
    "printer/no-paper": ("Receipt printer", "Take the paper out"),
    "printer/paper": ("Receipt printer", "Put paper in"),
    "printer/open": ("Receipt printer", "Open the cover"),
    "printer/close": ("Receipt printer", "Close the cover"),
    "network/off": ("Network", "Cut the line to the portal"),
    "network/on": ("Network", "Restore the line"),
    "portal/result": ("Portal", "Finish the newest dossier, with a result to fetch"),
    "portal/fee": ("Portal", "Ask for the fee of the newest dossier"),
}
"""What a trainer can do: the name of the action, where it stands on the dock, and its label."""
