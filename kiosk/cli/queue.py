"""``aps-kiosk queue``: the outbox as staff and technicians see it; it cannot show a person's data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.queue import add_test_dossiers, open_queue, put_back_from
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.domain.delivery_words import DeliveryWords, words_of
from kiosk.domain.homecoming import Homecoming, Outcome
from kiosk.domain.outbox import NotStored

queue = typer.Typer(name="queue", no_args_is_help=True, help="The outbox of sealed dossiers.")
app.add_typer(queue)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A submission id or a reference code.")]


@contextmanager
def _usable() -> Iterator[None]:
    """End the command with one line where the outbox cannot be used."""
    try:
        yield
    except CannotStartError as error:
        refuse(str(error))


@queue.command("list")
def list_items(config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002 - typer
    """Show everything that was ever stored, oldest first."""
    with _usable(), open_queue(read_settings(config)) as outbox:
        items = outbox.items()
    if as_json:
        typer.echo(json.dumps([asdict(item) for item in items], ensure_ascii=False))
        return
    for item in items:
        typer.echo(f"{item.reference_code}  {item.dossier_code or ''}".rstrip())
        _say(words_of(item.state, item.attempts, item.last_error, item.dossier_code), item.last_error)


@queue.command("show")
def show(identifier: IdArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002
    """Show one submission: its way, its sealed files, what went wrong last. Exit 1 when there is none."""
    with _usable(), open_queue(read_settings(config)) as outbox:
        details = outbox.details(identifier)
    if details is None:
        _no_such(identifier)
    if as_json:
        typer.echo(
            json.dumps({**asdict(details.item), "files": [asdict(file) for file in details.files]}, ensure_ascii=False)
        )
        return
    item = details.item
    _say(words_of(item.state, item.attempts, item.last_error, item.dossier_code), item.last_error)
    for name, value in asdict(details.item).items():
        typer.echo(f"{name:16} {'-' if value is None else value}")
    for file in details.files:
        typer.echo(f"{file.attachment_id or 'payload'}  {file.bytes} bytes{'  uploaded' if file.uploaded else ''}")


@queue.command("retry")
def retry(identifier: IdArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002
    """Send a submission that was set aside once more. Exit 1 when it was not set aside."""
    with _usable(), open_queue(read_settings(config)) as outbox:
        done = outbox.retry(identifier)
    if as_json:
        typer.echo(json.dumps({"id": identifier, "retried": done}))
    if not done:
        typer.echo(f"{identifier}: nothing of that id was set aside", err=True)
        raise typer.Exit(1)


@queue.command("verify")
def verify(config: ConfigOption = None, as_json: JsonOption = False) -> None:  # noqa: FBT002
    """Compare every sealed byte with its digest. Exit 1 when something is damaged."""
    with _usable(), open_queue(read_settings(config)) as outbox:
        checked, damage = outbox.verify()
    if as_json:
        typer.echo(json.dumps({"ok": not damage, "checked": checked, "damage": damage}, ensure_ascii=False))
    else:
        typer.echo("\n".join(damage) or f"all good: {checked} submissions with their content")
    if damage:
        raise typer.Exit(1)


@queue.command("export")
def export(
    out: Annotated[Path, typer.Option(help="The folder for the copies; it is made when it is missing.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Copy what still waits, sealed as it is, to be carried to the portal by hand. Exit 1 when something is damaged."""
    with _usable(), open_queue(read_settings(config)) as outbox:
        copied, damage = outbox.export(out)
    if as_json:
        typer.echo(json.dumps({"exported": copied, "damage": damage}, ensure_ascii=False))
    else:
        typer.echo("\n".join((*damage, f"{len(copied)} submissions in {out}")))
    if damage:
        raise typer.Exit(1)


@queue.command("import")
def import_items(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What export wrote, or a second medium.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Put submissions back under their own ids; what is there already stays as it is. Exit 1 when one is refused."""
    with _usable():
        came = put_back_from(read_settings(config), folder)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in came], ensure_ascii=False))
    else:
        typer.echo("\n".join(_homecoming(one) for one in came) or f"{folder}: nothing that was exported")
    if any(one.outcome is Outcome.REFUSED for one in came):
        raise typer.Exit(1)


def _homecoming(one: Homecoming) -> str:
    words = {
        Outcome.PUT_BACK: "put back; it is sent from here",
        Outcome.REPAIRED: "was damaged, and is whole again; it is sent from here",
        Outcome.KNOWN: "is in the queue already",
        Outcome.REFUSED: "refused",
    }
    return f"{one.reference_code or one.submission_id}  {words[one.outcome]}{f': {one.reason}' if one.reason else ''}"


@queue.command("add-test")
def add_test(
    config: ConfigOption = None,
    count: Annotated[int, typer.Option(min=1, help="How many.")] = 1,
    size: Annotated[int, typer.Option("--bytes", min=0, max=50_000_000, help="Size of the paper; 0: none.")] = 200_000,
    as_json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Store marked test dossiers; a line is printed for each, only once it is durable. Exit 1 when one is not."""
    with _usable():
        for stored in add_test_dossiers(read_settings(config), count, size):
            if isinstance(stored, NotStored):
                typer.echo(f"not stored: {stored.reason}: {stored.message}", err=True)
                raise typer.Exit(1)
            told = {"submission_id": str(stored.submission_id), "reference_code": stored.reference_code}
            print(json.dumps(told) if as_json else stored.reference_code, flush=True)  # noqa: T201 - flushed line by line


def _say(words: DeliveryWords, reason: str | None) -> None:
    """Say in both languages where it is, what there is to do, and why it is not further."""
    for text, mark in ((words.now, " "), (words.to_do, "→")):
        if text is not None:
            typer.echo(f"  {mark} {text.vi}\n    {text.en}")
    if reason:
        typer.echo(f"    ({reason})")


def _no_such(identifier: str) -> NoReturn:
    typer.echo(f"{identifier}: no such submission", err=True)
    raise typer.Exit(1)
