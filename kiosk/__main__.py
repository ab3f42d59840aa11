"""The command ``aps-kiosk``."""

from __future__ import annotations

from kiosk.cli import commands  # noqa: F401 - each module brings its commands
from kiosk.cli.app import app


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
