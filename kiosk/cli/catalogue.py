"""``aps-kiosk catalogue``: the procedures and forms that a kiosk offers."""

from __future__ import annotations

import typer

from kiosk.cli.app import app
from kiosk.cli.catalogue_updates import updates

catalogue = typer.Typer(name="catalogue", no_args_is_help=True, help="The procedures and forms that a kiosk offers.")
catalogue.add_typer(updates)
app.add_typer(catalogue)
