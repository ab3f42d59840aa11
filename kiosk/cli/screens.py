"""``aps-kiosk screens``: every screen as a picture."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.gallery import take_screen_pictures
from kiosk.cli.app import app
from kiosk.cli.configuration import refuse
from kiosk.cli.sizes import parse_size
from kiosk.domain.text import Language
from kiosk.session.display import Contrast, Display


class TextSize(StrEnum):
    """The sizes of all letters that a citizen can choose from."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def step(self) -> int:
        """The session's number for this size, 1 to 3."""
        return list(TextSize).index(self) + 1


class Palette(StrEnum):
    """The palettes; ``high`` is the dark one."""

    NORMAL = "normal"
    HIGH = "high"
    DARK = "dark"
    LIGHT = "light"


@app.command("screens")
def screens(  # noqa: PLR0917 - typer reads one option from each parameter
    out: Annotated[Path, typer.Option(help="The folder for the pictures; it is made when it is missing.")],
    lang: Annotated[Language, typer.Option(help="The language of the screens.")] = Language.VIETNAMESE,
    size: Annotated[str, typer.Option(help="Width and height in pixels.")] = "1080x1920",
    text: Annotated[TextSize, typer.Option(help="The size of all letters.")] = TextSize.NORMAL,
    contrast: Annotated[Palette, typer.Option(help="The palette.")] = Palette.NORMAL,
    lowered: Annotated[bool, typer.Option("--lowered", help="All that is pressed in the lower part.")] = False,  # noqa: FBT002 - typer
    only: Annotated[str, typer.Option(help="Only the pictures whose name contains this.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Take a picture of every screen, sheet and notable variant, from sample values."""
    try:
        pixels = parse_size(size)
    except ValueError:
        refuse(f"--size {size}: write width and height in pixels, as in 1080x1920")
    palette = Contrast.DARK if contrast is Palette.HIGH else Contrast(contrast.value)
    try:
        files = take_screen_pictures(out, lang, pixels, text.step, Display(palette, lowered), only)
    except OSError as error:
        refuse(f"--out {out}: cannot be written ({error.strerror or error}); name a folder that can be made")
    if as_json:
        typer.echo(json.dumps({"screens": [str(file) for file in files]}, ensure_ascii=False))
    else:
        typer.echo(f"{len(files)} pictures in {out}")
    if not files:
        raise typer.Exit(1)
