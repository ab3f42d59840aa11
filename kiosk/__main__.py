"""The command ``aps-kiosk``."""

from __future__ import annotations

import sys

from kiosk.cli.app import app
from kiosk.cli.commands import load_commands


def main() -> None:
    """Run the command line."""
    load_commands(sys.argv[1:])
    app()


if __name__ == "__main__":
    main()
