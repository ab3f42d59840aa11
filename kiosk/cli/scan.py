"""``aps-kiosk scan``: one batch from the scanner into a folder."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.devices import scan_batch
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.documents import inspect, mark_duplicates
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanStatus


@app.command("scan")
def scan(
    out: Annotated[Path, typer.Option(help="The folder for the pages; it is made when it is missing.")],
    duplex: Annotated[bool, typer.Option("--duplex", help="Both sides of each sheet.")] = False,  # noqa: FBT002 - typer
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
    config: ConfigOption = None,
) -> None:
    """Scan what lies in the feeder. Exit 0 only when the batch ended well; an interrupt stops and keeps the sides."""
    settings = read_settings(config)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(f"--out {out}: cannot be made ({error.strerror}); name a folder that can")
    with _stopped_by_signals() as stop:
        outcome = scan_batch(settings, duplex=duplex, told=lambda _event: None, cancel=stop)
    try:
        looked_at = mark_duplicates([inspect(page) for page in outcome.pages])
        pages = [_keep(page, out, number) for number, page in enumerate(looked_at, 1)]
    except OSError as error:
        refuse(f"--out {out}: cannot be written ({error.strerror}); name a folder with room")
    document = {
        "status": outcome.status.value,
        "sheets": outcome.sheets,
        "pages": pages,
        "message": outcome.message,
        "confirm_sheets": outcome.confirm_sheets,
        "one_sided": outcome.one_sided,
    }
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False))
    else:
        why = f" ({outcome.message})" if outcome.message else ""
        typer.echo(f"{outcome.status.value}: {outcome.sheets} sheets, {len(outcome.pages)} sides in {out}{why}")
    if outcome.status is not ScanStatus.OK:
        raise typer.Exit(1)


@contextmanager
def _stopped_by_signals() -> Iterator[threading.Event]:
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _keep(page: Page, out: Path, number: int) -> dict[str, Any]:
    file = out / f"side-{number:03d}.jpg"
    file.write_bytes(page.jpeg)
    return {
        "file": str(file),
        "sheet": page.sheet,
        "side": page.side.value,
        "width": page.width,
        "height": page.height,
        "problems": sorted(problem.value for problem in page.problems),
    }
