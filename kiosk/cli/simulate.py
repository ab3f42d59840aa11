"""``aps-kiosk simulate …``: one simulator alone, for technicians and tests."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.world import simulate_portal, simulate_receipt_printer, simulate_scanner
from kiosk.cli.app import app
from kiosk.cli.configuration import refuse

simulate = typer.Typer(no_args_is_help=True, help="Run one simulator on loopback until it is interrupted.")
app.add_typer(simulate, name="simulate")

Open = Callable[[int, Path], AbstractContextManager[tuple[str, Callable[[dict[str, Any]], None]]]]

PortOption = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")]
FolderOption = Annotated[Path, typer.Option(help="Where it keeps what it makes.")]
StateOption = Annotated[
    Path | None, typer.Option(help="A JSON file that is read whenever it changes; its keys are those of /control.")
]

_LOOK_SECONDS = 0.2


@simulate.command("scanner")
def scanner(port: PortOption = 0, folder: FolderOption = Path("simulated-scanner"), state: StateOption = None) -> None:
    """Run an eSCL duplex scanner."""
    _run(simulate_scanner, port, folder, state)


@simulate.command("receipt-printer")
def receipt_printer(
    port: PortOption = 9100, folder: FolderOption = Path("simulated-printer"), state: StateOption = None
) -> None:
    """Run an ESC/POS receipt printer."""
    _run(simulate_receipt_printer, port, folder, state)


@simulate.command("portal")
def portal(port: PortOption = 0, folder: FolderOption = Path("simulated-portal"), state: StateOption = None) -> None:
    """Run a portal."""
    _run(simulate_portal, port, folder, state)


def _run(open_simulator: Open, port: int, folder: Path, state: Path | None) -> None:
    try:
        with open_simulator(port, folder) as (about, change):
            typer.echo(about)
            _follow(state, change)
    except OSError as error:
        refuse(f"port {port} or folder {folder}: {error.strerror}; choose another")
    except KeyboardInterrupt:
        return


def _follow(state: Path | None, change: Callable[[dict[str, Any]], None]) -> None:
    """Apply the state file each time it changes; a broken one is named and changes nothing."""
    seen = 0
    while True:
        stamp = state.stat().st_mtime_ns if state is not None and state.exists() else 0
        if state is not None and stamp not in {0, seen}:
            seen = stamp
            try:
                change(json.loads(state.read_text(encoding="utf-8")))
            except (KeyError, TypeError, ValueError) as error:
                typer.echo(f"{state}: {type(error).__name__} {error}; nothing was changed", err=True)
        time.sleep(_LOOK_SECONDS)
