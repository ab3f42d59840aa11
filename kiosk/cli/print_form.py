"""``aps-kiosk print-form``: the official A4 form of a procedure, blank or filled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.catalogue import open_catalogue
from kiosk.bootstrap.errors import CannotStartError
from kiosk.cli.app import app
from kiosk.cli.configuration import ConfigOption, read_settings, refuse
from kiosk.documents.official_form import draw_form
from kiosk.domain.text import Language
from kiosk.forms.form import read_document
from kiosk.forms.problems import FormError


@app.command("print-form")
def print_form(
    code: Annotated[str, typer.Argument(help="The procedure's code.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    answers: Annotated[
        Path | None, typer.Option(help="Answers by question name (JSON); without them a blank form.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="The language of the labels.")] = Language.VIETNAMESE,
    config: ConfigOption = None,
) -> None:
    """Write the official form of a procedure as an A4 PDF."""
    try:
        catalogue = open_catalogue(read_settings(config))
        given = None if answers is None else read_document(answers)
    except (CannotStartError, FormError) as error:
        refuse(str(error))
    if code not in catalogue.forms:
        refuse(f"{code}: has no e-form here; see aps-kiosk catalogue search")
    filled = None if answers is None else _answers(given, answers)
    try:
        out.write_bytes(draw_form(catalogue.form(code), filled, (catalogue.applicant_form, filled or {}), lang))
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")


def _answers(given: object, file: Path) -> dict[str, Any]:
    """Return answers as they stand, or out of an example of the catalogue."""
    answers = given.get("answers", given) if isinstance(given, dict) else given
    if not isinstance(answers, dict):
        refuse(f"{file}: $: must be an object of answers by question name; write {{…}}")
    return answers
