"""``aps-kiosk sync``: the sender, a process of its own."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Annotated

import typer

from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.sender import run_sender
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse


@app.command("sync")
def sync(
    config: ConfigOption = None,
    once: Annotated[bool, typer.Option("--once", help="Try everything that waits once, then end.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Send what waits in the outbox to the portal, until told to stop (SIGTERM).

    Exit 1: another sender is at work, or with --once something still waits.
    """
    stop = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        # Every state is in the rows: a request may be left in the middle. The event stands by in case this
        # exception comes up where Python swallows it (a finaliser).
        stop.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        done = run_sender(read_settings(config), stop, once=once)
    except CannotStartError as error:
        refuse(str(error))
    except KeyboardInterrupt:
        return
    if not done:
        typer.echo("something still waits" if once else "another sender works on this outbox", err=True)
        raise typer.Exit(1)
