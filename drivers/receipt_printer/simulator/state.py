"""How the simulated printer stands, and what it answers to those who ask."""

from __future__ import annotations

import threading
from dataclasses import dataclass

_MANY = 1_000_000


@dataclass(slots=True)
class PrinterState:
    """What a test or a demo sets.

    ``paper_lines``: dot lines until the roll ends (None: full). ``drop_after``: dot lines until the line breaks.
    ``fault`` names the field that changes by itself: after ``fault_line`` dot lines more, None for at the next cut; and
    back again after ``fault_seconds``, where they are given.
    ``reports`` says whether it knows Automatic Status Back, ``deaf`` whether it answers no question while it has
    anything to print. ``answer_delay`` and ``seconds_per_band`` are in seconds.
    """

    paper: bool = True
    paper_low: bool = False
    paper_lines: int | None = None
    cover_open: bool = False
    cutter_error: bool = False
    overheated: bool = False
    offline: bool = False
    silent: bool = False
    mute_after_cut: bool = False
    reports: bool = True
    deaf: bool = False
    drop_after: int | None = None
    fault: str = ""
    fault_line: int | None = None
    fault_seconds: float | None = None
    seconds_per_band: float = 0.0
    answer_delay: float = 0.0

    def is_blocked(self) -> bool:
        """Say whether the printer cannot go on printing."""
        return not self.paper or self.cover_open or self.cutter_error or self.overheated or self.offline

    def is_line_cut(self) -> bool:
        """Say whether the line to the host is to break now."""
        return self.drop_after is not None and self.drop_after <= 0

    def lines_until_change(self) -> int:
        """Return how many dot lines can be printed before anything comes that was set for a line."""
        ends = (self.paper_lines, self.drop_after, self.fault_line if self.fault else None)
        return max(1, min((end for end in ends if end is not None), default=_MANY))

    def lines_printed(self, lines: int) -> None:
        """Let the roll become shorter, and the fault that was set come when its line is reached."""
        if self.drop_after is not None:
            self.drop_after -= lines
        if self.paper_lines is not None:
            self.paper_lines -= lines
            self.paper = self.paper and self.paper_lines > 0
        if self.fault and self.fault_line is not None:
            self.fault_line -= lines
            if self.fault_line <= 0:
                self._break()

    def cut_done(self) -> None:
        """Let the fault come that was set for the cut."""
        if self.fault and self.fault_line is None:
            self._break()

    def _break(self) -> None:
        fault, self.fault, self.fault_line = self.fault, "", None
        setattr(self, fault, fault != "paper")
        if self.fault_seconds is not None:
            threading.Timer(self.fault_seconds, setattr, (self, fault, fault == "paper")).start()

    def answer(self, kind: int) -> int:
        """Return the status byte for ``DLE EOT kind``."""
        bits = 0x12
        match kind:
            case 1:
                bits |= 0x08 if self.is_blocked() else 0
            case 2:
                bits |= (0x04 if self.cover_open else 0) | (0x20 if not self.paper else 0)
                bits |= 0x40 if self.cutter_error or self.overheated else 0
            case 3:
                bits |= (0x08 if self.cutter_error else 0) | (0x40 if self.overheated else 0)
            case _:
                bits |= (0x60 if not self.paper else 0) | (0x0C if self.paper_low or not self.paper else 0)
        return bits

    def report(self) -> bytes:
        """Return the four bytes of Automatic Status Back."""
        printer = 0x10 | (0x08 if self.is_blocked() else 0) | (0x20 if self.cover_open else 0)
        error = (0x08 if self.cutter_error else 0) | (0x40 if self.overheated else 0)
        paper = (0x0C if not self.paper else 0) | (0x03 if self.paper_low or not self.paper else 0)
        return bytes((printer, error, paper, 0x0F))
