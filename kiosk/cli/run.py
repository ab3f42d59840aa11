"""``aps-kiosk run``: the kiosk itself."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.window import run_kiosk
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.cli.sizes import parse_size


@app.command("run")
def run(
    config: ConfigOption = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window instead of the full screen.")] = False,  # noqa: FBT002 - typer
    size: Annotated[str, typer.Option(help="The window's width and height in pixels.")] = "540x960",
) -> None:
    """Open the kiosk."""
    settings = read_settings(config)
    try:
        pixels = parse_size(size)
    except ValueError:
        refuse(f"--size {size}: write width and height in pixels, as in 540x960")
    try:
        code = run_kiosk(settings, windowed=windowed, size=pixels)
    except CannotStartError as error:
        refuse(str(error))
    raise typer.Exit(code)
