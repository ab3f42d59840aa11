"""``aps-kiosk receipt …``: the receipt printer tried, and slips to look at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.receipt import SAMPLE_NAMES, draw_sample, print_trial_slip
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.domain.slip import Printed, PrintFailed, PrintOutcome, Refused, Unconfirmed

receipt = typer.Typer(no_args_is_help=True, help="The receipt printer.")
app.add_typer(receipt, name="receipt")


@receipt.command("test")
def trial(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Print a slip that is nobody's. Exit 0 only when the printer itself confirmed it, 2 without a printer."""
    settings = read_settings(config)
    if not settings.receipt_printer.url:
        refuse("receipt_printer.url is empty; write where the printer is, see docs/receipt.md")
    try:
        outcome, code = print_trial_slip(settings)
    except CannotStartError as error:
        refuse(str(error))
    status, reason = _told(outcome)
    if as_json:
        typer.echo(json.dumps({"status": status, "reason": reason, "reference_code": code}))
    else:
        typer.echo(f"{status}: {reason or code}")
    if not isinstance(outcome, Printed):
        raise typer.Exit(1)


@receipt.command("render")
def render(
    sample: Annotated[str, typer.Argument(metavar="SAMPLE", help=f"One of {', '.join(SAMPLE_NAMES)}.")],
    out: Annotated[Path, typer.Option(help="The PNG to write.")],
    config: ConfigOption = None,
) -> None:
    """Draw a sample of a slip, dot for dot as the settings' printer would print it."""
    if sample not in SAMPLE_NAMES:
        refuse(f"{sample}: is no sample; choose one of {', '.join(SAMPLE_NAMES)}")
    try:
        out.write_bytes(draw_sample(read_settings(config), sample))
    except CannotStartError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")


def _told(outcome: PrintOutcome) -> tuple[str, str]:
    match outcome:
        case Printed():
            return "printed", ""
        case Refused(fault):
            return "refused", fault.value
        case Unconfirmed(fault):
            return "unconfirmed", fault.value
        case PrintFailed(fault):
            return "failed", fault.value
