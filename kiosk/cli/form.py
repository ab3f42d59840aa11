"""``aps-kiosk form …``: lint forms and evaluate answers, for form authors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

import config
from kiosk.catalogue import CatalogueError
from kiosk.catalogue.references import load_references
from kiosk.cli.app import app
from kiosk.cli.configuration import refuse
from kiosk.forms.form import load_form, parse_form, read_document
from kiosk.forms.importing import import_form
from kiosk.forms.model import Evaluation
from kiosk.forms.problems import FormError
from kiosk.forms.references import References

form = typer.Typer(no_args_is_help=True, help="E-forms (SurveyJS documents).")
app.add_typer(form, name="form")


@form.command("check")
def check(files: Annotated[list[Path], typer.Argument(help="Form files.")]) -> None:
    """Name everything in the forms that this kiosk does not support. Exit 0 when there is nothing, else 1."""
    bad, references = 0, _references()
    for file in files:
        document = _document(file)
        try:
            parse_form(document, str(file), references=references)
        except FormError as error:
            bad += 1
            typer.echo(str(error))
        else:
            typer.echo(f"{file}: good")
    if bad:
        raise typer.Exit(1)


@form.command("evaluate")
def evaluate(
    file: Annotated[Path, typer.Argument(help="A form file.")],
    answers: Annotated[Path, typer.Option(help="A JSON object of answers by question name.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Evaluate answers against a form."""
    given = _document(answers)
    if not isinstance(given, dict):
        refuse(f"{answers}: $: must be an object of answers by question name; write {{…}}")
    try:
        evaluation = load_form(file, references=_references()).evaluate(given)
    except FormError as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(_report(evaluation), ensure_ascii=False))
    else:
        for name, texts in evaluation.errors.items():
            typer.echo(f"{name}: {texts[0].vi}")
        typer.echo("complete" if evaluation.complete else f"{len(evaluation.errors)} answers are missing or wrong")


@form.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A SurveyJS document of the portal, also inside its answer.")],
    out: Annotated[Path, typer.Option(help="The form file to write.")],
) -> None:
    """Take a portal document over: names stay, what is not supported goes and is told. Exit 1 when work is left."""
    try:
        imported = import_form(_document(file), _references())
    except ValueError as error:
        refuse(f"{file}: {error}; give a document with pages")
    try:
        out.write_text(json.dumps(imported.document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); give a folder that exists and has room")
    for path in imported.removed:
        typer.echo(f"removed: {path}")
    for problem in imported.problems:
        typer.echo(f"{out}: {problem}")
    typer.echo(f"{out}: written; {len(imported.removed)} properties removed, {len(imported.problems)} problems left")
    if imported.problems:
        raise typer.Exit(1)


def _references() -> References:
    """Return the reference lists of the catalogue that ships with the program."""
    try:
        return load_references(Path(config.__file__).parent / "reference")
    except CatalogueError as error:
        refuse(str(error))


def _document(file: Path) -> object:
    try:
        return read_document(file)
    except FormError as error:
        refuse(str(error))


def _report(evaluation: Evaluation) -> dict[str, Any]:
    return {
        "visible": list(evaluation.visible),
        "required": [name for name in evaluation.visible if name in evaluation.required],
        "read_only": [name for name in evaluation.visible if name in evaluation.read_only],
        "values": dict(evaluation.values),
        "errors": {name: [text.vi for text in texts] for name, texts in evaluation.errors.items()},
        "complete": evaluation.complete,
    }
