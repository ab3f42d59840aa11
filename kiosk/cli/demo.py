"""``aps-kiosk demo``: everything on simulators; and ``play``, the journey that it runs by touch without a display."""

from __future__ import annotations

import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from config.settings import Settings
from kiosk.bootstrap.catalogue import catalogue_directory
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.robot import drive_kiosk
from kiosk.bootstrap.world import open_world
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.cli.sizes import parse_size
from kiosk.demo.journeys import JOURNEYS, JourneyError, find_journey
from kiosk.demo.supervisor import has_display, run_headless, run_windowed

_ANNOUNCE = """
The kiosk opens in a window. The dev dock – the world around it – is at

    {url}

Load sheets there, jam the scanner, cut the network. Close the window to end.
"""


@app.command("demo")
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="Run the journey by touch, without a display.")] = False,  # noqa: FBT002 - typer
    out: Annotated[Path, typer.Option(help="Where a headless journey leaves what came out.")] = Path("demo-output"),
    journey: Annotated[str, typer.Option(help="Which journey a headless demo takes; a procedure's code.")] = "extract",
    size: Annotated[str, typer.Option(help="Width and height of the headless window.")] = "1080x1920",
    keys: Annotated[bool, typer.Option("--keys", help="Walk by Tab and space bar instead of by touch.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Show the whole kiosk on simulators."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # unwinds, so that every process of the demo is ended
    if find_journey(journey, catalogue_directory(Settings())) is None:
        refuse(f"--journey {journey}: choose one of {', '.join(sorted(JOURNEYS))}, or the code of a procedure")
    try:
        parse_size(size)
    except ValueError:
        refuse(f"--size {size}: write width and height in pixels, as in 1080x1920")
    if not headless and has_display():
        with tempfile.TemporaryDirectory(prefix="aps-kiosk-") as folder, open_world(Path(folder), heard=True) as world:
            raise typer.Exit(run_windowed(world, _ANNOUNCE))
    _make_room(out)
    with tempfile.TemporaryDirectory(prefix="aps-kiosk-") as folder, open_world(Path(folder)) as world:
        code = run_headless(world, out, journey, size, keys=keys)
    if code == 0:
        typer.echo(f"The journey is done: pictures, slip, papers and summary.json are in {out}/")
    raise typer.Exit(code)


def _make_room(out: Path) -> None:
    """Empty the folder of an earlier demo; a folder with anything else in it is left alone."""
    try:
        if out.exists() and any(out.iterdir()) and not (out / "screens").is_dir():
            refuse(f"--out {out}: has other things in it; name a new folder, or one of an earlier demo")
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
    except OSError as error:
        refuse(f"--out {out}: cannot be made ({error.strerror}); name a folder that can")


@app.command("play", hidden=True)
def play(  # noqa: PLR0917 - typer reads one option from each parameter
    out: Annotated[Path, typer.Option()],
    dock: Annotated[str, typer.Option()],
    journey: Annotated[str, typer.Option()] = "extract",
    size: Annotated[str, typer.Option()] = "1080x1920",
    keys: Annotated[bool, typer.Option("--keys")] = False,  # noqa: FBT002 - typer
    config: ConfigOption = None,
) -> None:
    """Walk one journey by touch, or by keys, in the real window; the demo's own step."""
    settings = read_settings(config)
    walk = find_journey(journey, catalogue_directory(settings))
    if walk is None:
        refuse(f"--journey {journey}: there is no such journey")
    try:
        drive_kiosk(settings, parse_size(size), lambda hand, view: walk(hand, view, dock, out), keys=keys)
    except CannotStartError as error:
        refuse(str(error))
    except JourneyError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
