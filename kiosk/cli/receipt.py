"""``aps-kiosk receipt …``: the receipt printer tried, and slips to look at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from config.settings import Settings
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.receipt import SAMPLE_NAMES, draw_sample, late_slip, print_slip, print_trial_slip
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.documents.sheets import draw_slip_sheet
from kiosk.domain.slip import Printed, PrintFailed, PrintOutcome, Refused, Unconfirmed

receipt = typer.Typer(no_args_is_help=True, help="The receipt printer.")
app.add_typer(receipt, name="receipt")


@receipt.command("test")
def trial(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Print a slip that is nobody's. Exit 0 only when the printer itself confirmed it, 2 without a printer."""
    settings = _with_printer(config)
    try:
        outcome, code = print_trial_slip(settings)
    except CannotStartError as error:
        refuse(str(error))
    _tell(outcome, code, as_json=as_json)


@receipt.command("reprint")
def reprint(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The reference code that the screen has shown.")],
    config: ConfigOption = None,
    out: Annotated[Path | None, typer.Option(help="Write the slip as an A4 PDF instead of printing it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Print the slip of a dossier that got none: its code, procedure, time and state. Exit 1 when there is no such."""
    settings = read_settings(config) if out is not None else _with_printer(config)
    try:
        slip = late_slip(settings, code)
        if slip is None:
            typer.echo(f"{code}: this machine keeps no dossier of that code; compare it letter by letter", err=True)
            raise typer.Exit(1)
        if out is None:
            _tell(print_slip(settings, slip), slip.reference_code, as_json=as_json)
        else:
            out.write_bytes(draw_slip_sheet(slip))
    except CannotStartError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")


@receipt.command("render")
def render(
    sample: Annotated[str, typer.Argument(metavar="SAMPLE", help=f"One of {', '.join(SAMPLE_NAMES)}.")],
    out: Annotated[Path, typer.Option(help="The PNG or PDF to write.")],
    config: ConfigOption = None,
) -> None:
    """Draw a sample of a slip, dot for dot as the settings' printer would print it; on A4 for a PDF."""
    if sample not in SAMPLE_NAMES:
        refuse(f"{sample}: is no sample; choose one of {', '.join(SAMPLE_NAMES)}")
    try:
        out.write_bytes(draw_sample(read_settings(config), sample, on_a4=out.suffix.lower() == ".pdf"))
    except CannotStartError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")


def _with_printer(config: Path | None) -> Settings:
    settings = read_settings(config)
    if not settings.receipt_printer.url:
        refuse("receipt_printer.url is empty; write where the printer is, see docs/receipt.md")
    return settings


def _tell(outcome: PrintOutcome, code: str, *, as_json: bool) -> None:
    """Say what became of a slip, and end the command with 1 for anything but printed."""
    status, reason = _told(outcome)
    if as_json:
        typer.echo(json.dumps({"status": status, "reason": reason, "reference_code": code}))
    else:
        typer.echo(f"{status}: {reason or code}")
    if not isinstance(outcome, Printed):
        raise typer.Exit(1)


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
