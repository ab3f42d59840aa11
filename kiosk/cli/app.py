"""The command tree; each module of this package brings its own commands."""

from __future__ import annotations

import typer

app = typer.Typer(name="aps-kiosk", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def aps_kiosk() -> None:
    """Run APS Kiosk: a self-service machine for public services."""
    # Without a callback typer takes the only command that was loaded for the whole program.
