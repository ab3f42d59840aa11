"""``aps-kiosk catalogue update|status|publish``: bring a newer catalogue to a kiosk, see it, publish one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, assert_never

import typer

from kiosk.bootstrap.catalogue import CatalogueStatus, catalogue_status
from kiosk.bootstrap.catalogue_updates import publish_catalogue, refresh_repository, update_catalogue
from kiosk.bootstrap.errors import CannotStartError
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.domain.catalogue_update import AlreadyCurrent, Expired, Failed, Outcome, Refused, Unreachable, Updated

updates = typer.Typer()

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
_SHORT = 12


class Role(StrEnum):
    """The roles of a repository."""

    ROOT = "root"
    TARGETS = "targets"
    SNAPSHOT = "snapshot"
    TIMESTAMP = "timestamp"


@updates.command("update")
def update(config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002 - typer
    """Fetch, verify, check and switch to the newest catalogue. Exit 1 when that could not be: the old one stays."""
    try:
        told = _told(update_catalogue(read_settings(config)))
    except CannotStartError as error:
        refuse(str(error))
    done = told["status"] in {"updated", "current"}
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        typer.echo(told["message"], err=not done)
    if not done:
        raise typer.Exit(1)


@updates.command("status")
def status(config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002 - typer
    """Show which catalogue is in service and what needs an operator. Exit 1 when something does."""
    try:
        now = catalogue_status(read_settings(config), datetime.now(UTC))
    except CannotStartError as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(_status(now), ensure_ascii=False))
    else:
        _print_status(now)
    if now.notices:
        raise typer.Exit(1)


@updates.command("publish")
def publish(  # noqa: PLR0917 - one value for each option of the command
    out: Annotated[Path, typer.Option(help="The repository: a folder that a static host serves.")],
    keys: Annotated[Path, typer.Option(help="The folder with the keys; they are made on first use.")],
    directory: Annotated[Path | None, typer.Argument(metavar="DIR", help="The catalogue folder.")] = None,
    days: Annotated[int, typer.Option("--expires-days", min=1, max=365, help="How long kiosks may trust this.")] = 14,
    refresh: Annotated[bool, typer.Option("--refresh", help="Only sign anew; needs the online keys alone.")] = False,  # noqa: FBT002 - typer
    new_key: Annotated[list[Role] | None, typer.Option(help="Give this role a new key first; repeatable.")] = None,
    as_json: JsonOption = False,  # noqa: FBT002 - typer
) -> None:
    """Check a catalogue and add it to a signed repository, or sign that anew. Exit 1 for a broken catalogue."""
    try:
        if refresh:
            if directory is not None or new_key:
                refuse("--refresh signs what is there: leave out DIR and --new-key")
            published = refresh_repository(out, keys, days)
        elif directory is None:
            refuse("DIR is missing: name the catalogue folder, or give --refresh")
        else:
            answer = publish_catalogue(directory, out, keys, days, tuple(role.value for role in new_key or ()))
            if isinstance(answer, tuple):
                _broken(answer)
            published = answer
    except CannotStartError as error:
        refuse(str(error))
    if as_json:
        expires = {role: end.isoformat() for role, end in published.expires.items()}
        typer.echo(json.dumps({"version": published.bundle, "versions": published.versions, "expires": expires}))
        return
    typer.echo(f"version {published.bundle[:_SHORT]} is in {out}: upload it, metadata/timestamp.json last")
    for role, number in published.versions.items():
        typer.echo(f"  {role:10} version {number:>4}, good until {published.expires[role]:%Y-%m-%d}")
    typer.echo(f"new kiosks get {out / 'metadata' / '1.root.json'} as [catalogue] root")


def _broken(faults: tuple[str, ...]) -> NoReturn:
    for fault in faults:
        typer.echo(fault, err=True)
    typer.echo("nothing was published: mend this first", err=True)
    raise typer.Exit(1)


def _told(outcome: Outcome) -> dict[str, str]:
    match outcome:
        case Updated(version):
            words = f"version {version[:_SHORT]} is in service; a running kiosk takes it over when nobody is at it"
            return {"status": "updated", "reason": "", "version": version, "message": words}
        case AlreadyCurrent(version):
            words = f"version {version[:_SHORT]} is in service and is the newest"
            return {"status": "current", "reason": "", "version": version, "message": words}
        case Unreachable(message):
            return {"status": "unreachable", "reason": "", "version": "", "message": message}
        case Expired(message):
            return {"status": "expired", "reason": "", "version": "", "message": message}
        case Refused(reason, message):
            return {"status": "refused", "reason": reason.value, "version": "", "message": message}
        case Failed(message):
            return {"status": "failed", "reason": "", "version": "", "message": message}
        case _:
            assert_never(outcome)


def _status(now: CatalogueStatus) -> dict[str, object]:
    last = now.last_update
    return {
        "version": now.version,
        "directory": str(now.directory),
        "procedures": list(now.procedures),
        "url": now.url,
        "last_update": last and {"at": last.at.isoformat(), "status": last.status, "reason": last.reason},
        "sealing": {
            "source": "settings" if now.keys.fixed else "catalogue",
            "keys": list(now.keys.keys),
            "trouble": now.keys.trouble and now.keys.trouble.code,
        },
        "confirmed_until": last and last.confirmed_until and last.confirmed_until.isoformat(),
        "notices": list(now.notices),
    }


def _print_status(now: CatalogueStatus) -> None:
    typer.echo(f"in service   {now.version[:_SHORT] or 'not from an update'}  ({now.directory})")
    typer.echo(f"procedures   {', '.join(now.procedures) or 'none'}")
    typer.echo(f"updates      {now.url or 'off: [catalogue] url is empty'}")
    typer.echo(f"seals to     {', '.join(_sealed_to(now)) or 'nobody'}")
    last = now.last_update
    if last is not None:
        typer.echo(f"last update  {last.at:%Y-%m-%d %H:%M} UTC  {last.status} {last.reason}".rstrip())
    if last is not None and last.confirmed_until is not None:
        typer.echo(f"good until   {last.confirmed_until:%Y-%m-%d %H:%M} UTC")
    for notice in now.notices:
        typer.echo(f"! {notice}")


def _sealed_to(now: CatalogueStatus) -> Iterator[str]:
    if now.keys.fixed:
        yield from (f"{key} ([portal] recipients)" for key in now.keys.keys)
        return
    for one in now.keys.recipients:
        if one.key in now.keys.keys:
            yield f"{one.name} (until {one.valid_until})"
