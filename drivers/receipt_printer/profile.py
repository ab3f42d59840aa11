"""What is peculiar to a model of receipt printer, as data in ``profiles.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drivers.receipt_printer.protocol import CUTS

_FILE = Path(__file__).with_name("profiles.toml")


class UnknownProfileError(ValueError):
    """There is no such profile; the message names those that there are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """``width_dots`` is the printable width.

    ``reports_changes``: it tells of faults by itself. ``clears``: it forgets what waits when it is told to.
    """

    width_dots: int = 576
    reports_changes: bool = False
    clears: bool = False
    cut: bytes = CUTS["partial"]


def load_profile(name: str) -> Profile:
    """Return a profile by its name. Raises UnknownProfileError."""
    known = _profiles()
    if name not in known:
        raise UnknownProfileError(f"receipt_printer.profile {name!r} is none of {', '.join(known)}")
    facts = known[name]
    return Profile(facts["width_dots"], facts["reports_changes"], facts["clears"], CUTS[facts["cut"]])


@cache
def _profiles() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
