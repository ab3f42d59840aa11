"""The accepted examples that ship with procedures: what citizens answer who file them. Robots file with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.catalogue.reading import edition_folders, is_in_force
from kiosk.catalogue.shape import ProcedureTable
from kiosk.catalogue.toml import convert
from kiosk.domain.submission import JsonValue
from kiosk.forms.form import Today


@dataclass(frozen=True, slots=True)
class Example:
    """One accepted example: the procedure's ``code``, the file's name without its ending, the answers by question."""

    code: str
    name: str
    answers: Mapping[str, JsonValue]


def shortest_examples(directory: Path, today: Today = date.today) -> dict[str, Example]:
    """Return the accepted example with the fewest answers of each procedure in force that is filed here, by code.

    Raises CatalogueError when there is no such catalogue; ``catalogue check`` says what is wrong with an example.
    """
    shortest: dict[str, Example] = {}
    for folder in edition_folders(directory):
        procedure = convert(folder / "procedure.toml", ProcedureTable).procedure()
        if is_in_force(procedure, today()):
            files = sorted((folder / "examples").glob("ok-*.json"))
            examples = [Example(procedure.code, file.stem, _answers(file)) for file in files]
            if examples:
                shortest[procedure.code] = min(examples, key=lambda example: len(example.answers))
    return shortest


def _answers(file: Path) -> dict[str, JsonValue]:
    return dict(json.loads(file.read_text(encoding="utf-8"))["answers"])
