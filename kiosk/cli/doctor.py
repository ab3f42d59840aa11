"""``aps-kiosk doctor``: every check that needs no hands and no paper, in plain words, each with its mend."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from kiosk.bootstrap.doctor import examine
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings
from kiosk.domain.check import CheckStatus


@app.command("doctor")
def doctor(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Look at everything that can be looked at without hands and paper. Exit 1 when something has failed."""
    verdicts = examine(read_settings(config))
    if as_json:
        checks = [{"id": name, **asdict(verdict)} for name, verdict in verdicts.items()]
        typer.echo(json.dumps({"checks": checks}, ensure_ascii=False))
    else:
        for name, verdict in verdicts.items():
            typer.echo(f"{verdict.status:8} {name:20} {verdict.message}")
            if verdict.mend:
                typer.echo(f"{'':29} → {verdict.mend}")
    if any(verdict.status is CheckStatus.FAILED for verdict in verdicts.values()):
        raise typer.Exit(1)
