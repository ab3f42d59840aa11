"""The option ``--config`` that most commands share, and how a wrong file ends a command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from config.settings import Settings, SettingsError, load_settings

WRONG_USE = 2
"""Exit code for wrong use or bad input."""

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", envvar="APS_KIOSK_CONFIG", help="The settings file (TOML); without it, the defaults."),
]


def refuse(message: str) -> NoReturn:
    """End the command for bad input with one clear line on standard error."""
    typer.echo(message, err=True)
    raise typer.Exit(WRONG_USE)


def read_settings(config: Path | None) -> Settings:
    """Read the settings, or end the command with exit 2 and one line that names the file, the place and the mend."""
    try:
        return load_settings(config)
    except SettingsError as error:
        refuse(str(error))
