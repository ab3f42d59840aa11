"""``aps-kiosk keyboard type``: what the Telex and VNI keyboards of the screen would write."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk.cli.app import app
from kiosk.cli.configuration import refuse
from kiosk.vietnamese.methods import Method
from kiosk.vietnamese.tones import Placing
from kiosk.vietnamese.typed import type_keys

keyboard = typer.Typer(no_args_is_help=True, help="The on-screen keyboard, without a screen.")
app.add_typer(keyboard, name="keyboard")


@keyboard.callback()
def _keyboard() -> None:
    """Keep ``type`` a command of its own: typer would take the only one for the whole group."""


@keyboard.command("type")
def type_text(
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="The keys to press; - reads lines.")],
    method: Annotated[Method, typer.Option(help="How Vietnamese is typed.")],
    placing: Annotated[Placing, typer.Option(help="Hòa (old) or Hoà (new).")] = Placing.OLD,
) -> None:
    """Print what the keys write. With -: for each line one line, at once, blank ones too."""
    if text != "-":
        typer.echo(type_keys(text, method, placing))
        return
    for number, line in enumerate(typer.get_binary_stream("stdin"), 1):
        try:
            keys = line.rstrip(b"\r\n").decode()
        except UnicodeDecodeError:
            refuse(f"standard input, line {number}: is not UTF-8; send the text as UTF-8")
        typer.echo(type_keys(keys, method, placing))
