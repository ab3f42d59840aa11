"""``aps-kiosk sheet``: what citizens take home on A4, as PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from config.settings import Settings
from kiosk.bootstrap.catalogue import open_catalogue
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.place import place_of
from kiosk.catalogue import Catalogue
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.documents.sheets import draw_board_sheet, draw_guide_sheet
from kiosk.domain.text import Language

sheet = typer.Typer(name="sheet", no_args_is_help=True, help="Sheets to take home, as PDF.")
app.add_typer(sheet)

OutOption = Annotated[Path, typer.Option(help="The PDF to write.")]
LanguageOption = Annotated[Language, typer.Option(help="The language of the sheet.")]


@sheet.command("guide")
def guide(
    code: Annotated[str, typer.Argument(help="The procedure's code.")],
    out: OutOption,
    lang: LanguageOption = Language.VIETNAMESE,
    config: ConfigOption = None,
) -> None:
    """Write the guide of a procedure: papers with boxes to tick, money, time, where, whom to ask."""
    settings, catalogue = _open(config)
    procedure = next((one for one in catalogue.procedures if one.code == code), None)
    if procedure is None:
        refuse(f"{code}: is not in the catalogue in force; see aps-kiosk catalogue search")
    _write(out, draw_guide_sheet(procedure, place_of(settings), lang))


@sheet.command("board")
def board(out: OutOption, lang: LanguageOption = Language.VIETNAMESE, config: ConfigOption = None) -> None:
    """Write the commune's QR board, to hang up or to hand out."""
    settings, catalogue = _open(config)
    told = catalogue.board.at(settings.place.commune_code)
    _write(out, draw_board_sheet(told, place_of(settings), lang))


def _open(config: Path | None) -> tuple[Settings, Catalogue]:
    settings = read_settings(config)
    try:
        return settings, open_catalogue(settings)
    except CannotStartError as error:
        refuse(str(error))


def _write(out: Path, pdf: bytes) -> None:
    try:
        out.write_bytes(pdf)
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")
