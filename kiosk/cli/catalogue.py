"""``aps-kiosk catalogue …``: the procedures of this kiosk, for staff and authors."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.catalogue import catalogue_directory, open_catalogue
from kiosk.bootstrap.clock import local_day
from kiosk.bootstrap.errors import CannotStartError
from kiosk.catalogue.check import check_catalogue, list_doubts
from kiosk.catalogue.search import index_procedures
from kiosk.cli.app import app
from kiosk.cli.catalogue_updates import updates
from kiosk.cli.configuration import ConfigOption, read_settings, refuse

catalogue = typer.Typer(no_args_is_help=True, help="Procedures as dated data.")
catalogue.add_typer(updates)
app.add_typer(catalogue, name="catalogue")


@catalogue.command("check")
def check(
    directory: Annotated[Path | None, typer.Argument(help="A catalogue folder; without it the one in service.")] = None,
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Name everything that is wrong with a catalogue. Exit 0 when there is nothing, else 1."""
    folder = directory or catalogue_directory(read_settings(config))
    if not folder.is_dir():
        refuse(f"{folder}: is no folder; give the folder that has procedures/ in it")
    problems = check_catalogue(folder, local_day)
    doubts = [] if problems else list_doubts(folder, local_day)
    if as_json:
        typer.echo(json.dumps({"problems": problems, "unverified": doubts}, ensure_ascii=False))
    else:
        for problem in problems:
            typer.echo(problem)
        for doubt in doubts:
            typer.echo(f"unverified: {doubt}")
        typer.echo(f"{len(problems)} problems" if problems else f"good; {len(doubts)} facts to be verified")
    if problems:
        raise typer.Exit(1)


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
