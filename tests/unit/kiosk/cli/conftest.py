"""All commands are loaded, as for ``aps-kiosk --help``."""

from __future__ import annotations

from kiosk.cli.commands import load_commands

load_commands()
