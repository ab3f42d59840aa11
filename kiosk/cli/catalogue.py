"""``aps-kiosk catalogue …``: the procedures of this kiosk, for staff and authors."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from kiosk.bootstrap.catalogue import open_catalogue
from kiosk.bootstrap.errors import CannotStartError
from kiosk.catalogue.search import index_procedures
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse

catalogue = typer.Typer(no_args_is_help=True, help="Procedures as dated data.")
app.add_typer(catalogue, name="catalogue")


@catalogue.callback()
def procedures() -> None:
    """Procedures as dated data."""
    # Without a callback typer takes the only subcommand for the whole group.


@catalogue.command("search")
def search(
    text: Annotated[str, typer.Argument(help="What a citizen would type, or a code.")],
    limit: Annotated[int, typer.Option(min=1, help="How many procedures at most.")] = 10,
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Find procedures in force, best first. Exit 1 when there is none."""
    try:
        found = open_catalogue(read_settings(config)).procedures
    except CannotStartError as error:
        refuse(str(error))
    hits = index_procedures(found).search(text, limit)
    if as_json:
        typer.echo(json.dumps([{**asdict(hit), "score": round(hit.score, 3)} for hit in hits], ensure_ascii=False))
    else:
        for hit in hits:
            typer.echo(f"{hit.code}  {hit.score:.2f}  {hit.name}")
    if not hits:
        raise typer.Exit(1)
