"""``aps-kiosk id-card read``: what the QR of an ID card says, from pictures."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.devices import handheld_reader, read_codes
from kiosk.bootstrap.errors import CannotStartError
from kiosk.cli.app import app
from kiosk.cli.configuration import WRONG_USE, ConfigOption, read_settings, refuse
from kiosk.documents import CardsFound, UnreadableImageError, find_card, is_id_card, picture_bytes
from kiosk.domain.dates import PartialDate
from kiosk.domain.handheld import CodeHeard, CodeSpoilt, CodeTyped, HandheldOutcome, NoCode, ReaderGone

id_card = typer.Typer(no_args_is_help=True, help="ID cards.")
app.add_typer(id_card, name="id-card")


@id_card.command("read")
def read(
    images: Annotated[list[Path], typer.Argument(help="Pictures of cards or of pages with a card on them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Read cards. Exit 0 when at least one was read, 1 when none, 2 when a picture could not be opened."""
    answers, unopened = [], 0
    for image in images:
        try:
            found = find_card(read_codes(picture_bytes(image), is_id_card))
        except (OSError, ValueError) as error:
            unopened += 1
            typer.echo(f"{image}: {_flaw(error)}", err=True)
            found = CardsFound()
        answers.append(_report(image, found))
    if as_json:
        typer.echo(json.dumps(answers, ensure_ascii=False))
    else:
        for answer in answers:
            typer.echo(f"{answer['file']}: {answer['full_name'] or 'no card found'}")
    if unopened:
        raise typer.Exit(WRONG_USE)
    if not any(answer["found"] for answer in answers):
        raise typer.Exit(1)


@id_card.command("listen")
def listen(
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long to wait.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
    config: ConfigOption = None,
) -> None:
    """Try the handheld reader: wait for one card. Exit 0 when a card was read, 1 when none, 2 without a reader."""
    settings = read_settings(config)
    try:
        reader = handheld_reader(settings)
    except CannotStartError as error:
        refuse(str(error))
    if reader is None:
        refuse("code_reader.url names no serial reader, serial:///dev/…; one that types is tried in the window")
    cancel = threading.Event()
    timer = threading.Timer(seconds, cancel.set)
    timer.start()
    outcome = reader.wait(cancel)
    timer.cancel()
    found = find_card((outcome.payload, *outcome.others)) if isinstance(outcome, CodeHeard) else CardsFound()
    answer = {"heard": _heard(outcome), **_report(Path(settings.code_reader.url), found)}
    typer.echo(json.dumps(answer, ensure_ascii=False) if as_json else f"{answer['heard']}: {answer['full_name']}")
    if found.card is None:
        raise typer.Exit(1)


def _heard(outcome: HandheldOutcome) -> str:
    match outcome:
        case CodeHeard() | CodeTyped():
            return "code"
        case CodeSpoilt(flaw):
            return flaw.value
        case ReaderGone(reason):
            return f"reader gone: {reason}"
        case NoCode():
            return "nothing"


def _flaw(error: OSError | ValueError) -> str:
    match error:
        case UnreadableImageError():
            return str(error)
        case OSError():
            return f"cannot be read ({error.strerror}); name a picture that is there"
    return f"cannot be opened ({error}); give a JPEG or PNG picture"


def _report(image: Path, found: CardsFound) -> dict[str, Any]:
    card = found.card

    def day(value: PartialDate | None) -> str | None:
        return None if value is None else value.iso

    return {
        "file": str(image),
        "found": card is not None,
        "id_number": card.id_number if card else None,
        "old_number": card.old_number if card else None,
        "full_name": card.full_name if card else None,
        "birth_date": day(card.birth_date) if card else None,
        "sex": card.sex.value if card and card.sex else None,
        "residence": card.residence if card else None,
        "issue_date": day(card.issue_date) if card else None,
        "extra": list(card.extra) if card else [],
        "problems": list(card.problems) if card else ["several_cards"] * found.several,
    }
