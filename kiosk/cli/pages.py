"""``aps-kiosk pages process``: pictures of pages into the PDF that an attachment row would get."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.app import app
from kiosk.cli.configuration import refuse
from kiosk.documents import UnreadableImageError, bind, mark_duplicates, prepare, read_page
from kiosk.domain.page import Page

_HANDS = 2
"""Pages that are worked on at a time: each may fill some 300 MB."""

pages = typer.Typer(no_args_is_help=True, help="Pictures of pages.")
app.add_typer(pages, name="pages")


@pages.callback()
def of_pages() -> None:
    """Keep ``process`` a word of its own: typer would take the only command for the group."""


@pages.command("process")
def process(
    images: Annotated[list[Path], typer.Argument(help="One picture a side: JPEG, PNG, TIFF, BMP or WebP.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    max_bytes: Annotated[int, typer.Option(min=1, help="What the PDF may weigh.")] = 2_000_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Look at pages and bind them. Exit 1 when they do not fit legibly, 2 when one cannot be read: no file then."""
    with ThreadPoolExecutor(_HANDS) as pool:
        try:
            sides = list(pool.map(lambda numbered: _side(numbered, max_bytes / len(images)), enumerate(images, 1)))
        except UnreadableImageError as error:
            pool.shutdown(cancel_futures=True)
            refuse(str(error))
    marked = mark_duplicates(sides)
    pdf = bind(marked, max_bytes)
    if pdf is None:
        typer.echo(f"{len(marked)} sides do not fit into {max_bytes} bytes legibly; allow more or split them", err=True)
    else:
        _write(out, pdf)
    if as_json:
        report = {"pages": [_report(page) for page in marked], "bytes": None if pdf is None else len(pdf)}
        typer.echo(json.dumps(report, ensure_ascii=False))
    elif pdf is not None:
        typer.echo(f"{out}: {len(marked)} sides, {len(pdf)} bytes")
    if pdf is None:
        raise typer.Exit(1)


def _side(numbered: tuple[int, Path], share: float) -> Page:
    number, image = numbered
    try:
        return prepare(read_page(image, number), share)
    except OSError as error:
        raise UnreadableImageError(
            f"{image}: cannot be read ({error.strerror}); name a picture that is there"
        ) from error
    except UnreadableImageError as error:
        raise UnreadableImageError(f"{image}: {error}") from error


def _write(out: Path, pdf: bytes) -> None:
    """Write the PDF as a whole or not at all: what was there stays until then."""
    unfinished = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        try:
            unfinished.write_bytes(pdf)
            unfinished.replace(out)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        refuse(f"--out {out}: cannot be written ({error.strerror}); name a file that can")


def _report(page: Page) -> dict[str, Any]:
    assert page.measures is not None  # noqa: S101 - prepared above
    problems = sorted(problem.value for problem in page.problems)
    return {
        "blank": "blank" in problems,
        "skew_deg": page.measures.skew_deg,
        "rotation": page.measures.upright,
        "sharpness": page.measures.sharpness,
        "problems": problems,
    }
