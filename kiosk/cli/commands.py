"""Which module brings which command; only the one that was asked for is loaded, so that the sender never loads Qt."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

MODULES = {
    "catalogue": "catalogue",
    "demo": "demo",
    "play": "demo",
    "doctor": "doctor",
    "form": "form",
    "gifts": "gifts",
    "id-card": "id_card",
    "keyboard": "keyboard",
    "pages": "pages",
    "print-form": "print_form",
    "queue": "queue",
    "receipt": "receipt",
    "run": "run",
    "scan": "scan",
    "screens": "screens",
    "sheet": "sheet",
    "simulate": "simulate",
    "sync": "sync",
}


def load_commands(words: Sequence[str] = ()) -> None:
    """Load the command that the words of a command line name, or all of them when they name none."""
    asked = next((word for word in words if not word.startswith("-")), "")
    for module in [MODULES[asked]] if asked in MODULES else sorted(set(MODULES.values())):
        importlib.import_module(f"kiosk.cli.{module}")
