"""Reading the catalogue from a folder: a broken procedure is left out and reported, the others stay in service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from kiosk.catalogue.board import load_board
from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.life_events import load_life_events, offered_events
from kiosk.catalogue.references import load_references
from kiosk.catalogue.search import SearchIndex, index_procedures
from kiosk.catalogue.shape import NoticeTable, ProcedureTable
from kiosk.catalogue.toml import convert
from kiosk.domain.board import NO_BOARD, Board
from kiosk.domain.life_event import LifeEvent
from kiosk.domain.money import FeeAmount
from kiosk.domain.procedure import DeliveryMethod, Procedure, ProcedureKind
from kiosk.domain.text import NO_TEXT, Text
from kiosk.forms.expressions import ExpressionError
from kiosk.forms.form import Form, Today, load_form, parse_form, read_document
from kiosk.forms.problems import FormError
from kiosk.forms.references import References


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The procedures in force, in the order of their codes, the life events that lead to them, and an index to search.

    ``problems`` says what was left out and why.
    """

    procedures: tuple[Procedure, ...]
    forms: Mapping[str, Form]
    applicant_form: Form
    delivery_document: Mapping[str, Any]
    notice: Text
    full_notice: Text
    board: Board
    events: tuple[LifeEvent, ...]
    index: SearchIndex
    problems: tuple[str, ...]
    today: Today

    def get(self, code: str) -> Procedure | None:
        """Return one procedure, or None when it is not in force here."""
        return next((procedure for procedure in self.procedures if procedure.code == code), None)

    def event(self, key: str) -> LifeEvent | None:
        """Return one life event, or None when there is none of that key now."""
        return next((event for event in self.events if event.key == key), None)

    def of_event(self, event: LifeEvent) -> tuple[Procedure, ...]:
        """Return the procedures of a life event, in its order."""
        return tuple(procedure for code in event.procedures if (procedure := self.get(code)) is not None)

    def commonest_first(self) -> tuple[Procedure, ...]:
        """Return the first procedure of each life event, then the second of each, and on; the others at the end."""
        ranks = [(rank, code) for event in self.events for rank, code in enumerate(event.procedures)]
        codes = [code for _, code in sorted(ranks, key=itemgetter(0))]
        found = (self.get(code) for code in dict.fromkeys([*codes, *(one.code for one in self.procedures)]))
        return tuple(procedure for procedure in found if procedure is not None)

    def filed_here(self) -> Catalogue:
        """Return the catalogue with those procedures alone whose dossiers are prepared here."""
        procedures = tuple(one for one in self.procedures if one.kind is ProcedureKind.FORM)
        events = offered_events(self.events, {one.code for one in procedures})
        return replace(self, procedures=procedures, events=events)

    def find(self, text: str, limit: int) -> tuple[Procedure, ...]:
        """Return the procedures that are like a text as citizens type it, best first."""
        hits = self.index.search(text, limit)
        return tuple(procedure for hit in hits if (procedure := self.get(hit.code)) is not None)

    def form(self, code: str) -> Form:
        """Return the e-form of a procedure. Raises KeyError for one that is not in the catalogue."""
        return self.forms[code]

    def delivery_form(self, methods: Iterable[DeliveryMethod]) -> Form:
        """Return the form that asks how the result is to come, with the ways that the procedure offers."""
        offered = {method.value for method in methods}
        document = msgspec.json.decode(msgspec.json.encode(self.delivery_document))
        question = document["pages"][0]["elements"][0]
        question["choices"] = [choice for choice in question["choices"] if choice["value"] in offered]
        if question.get("defaultValue") not in offered:
            question.pop("defaultValue", None)
        return parse_form(document, "delivery/form.json", self.today)


def load_catalogue(directory: Path, today: Today = date.today) -> Catalogue:
    """Read a catalogue folder. Raises CatalogueError when notice, applicant or delivery form cannot be used."""
    references = load_references(directory / "reference")
    problems: list[str] = []
    editions: dict[str, Edition] = {}
    for folder in edition_folders(directory):
        try:
            edition = read_edition(folder, today, references)
        except (CatalogueError, FormError) as error:
            problems.append(str(error))
            continue
        if is_in_force(edition.procedure, today()):
            editions[edition.procedure.code] = edition
    try:
        applicant = load_form(directory / "applicant" / "form.json", today, references)
        delivery = read_document(directory / "delivery" / "form.json")
        parse_form(delivery, str(directory / "delivery" / "form.json"), today, references)
    except FormError as error:
        raise CatalogueError(str(error)) from error
    try:
        board = load_board(directory)
    except CatalogueError as error:
        board = NO_BOARD
        problems.append(str(error))
    try:
        events = load_life_events(directory)
    except CatalogueError as error:
        events = ()
        problems.append(str(error))
    notice = convert(directory / "notices" / "personal-data.toml", NoticeTable)
    if not isinstance(delivery, dict):
        raise CatalogueError("delivery/form.json: must be an object; write a SurveyJS document")
    procedures = tuple(editions[code].procedure for code in sorted(editions))
    return Catalogue(
        procedures=procedures,
        forms={code: edition.form for code, edition in editions.items() if edition.form is not None},
        applicant_form=applicant,
        delivery_document=delivery,
        notice=notice.text(),
        full_notice=notice.full.text() if notice.full else NO_TEXT,
        board=board,
        events=offered_events(events, editions.keys()),
        index=index_procedures(procedures),
        problems=tuple(problems),
        today=today,
    )


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a procedure: its folder, the procedure, and its e-form unless it is only explained here."""

    folder: Path
    procedure: Procedure
    form: Form | None


def edition_folders(directory: Path) -> list[Path]:
    """Return the folders of all versions: ``procedures/<code>``, further ones in ``procedures/<code>/<version>``.

    Raises CatalogueError when there is no such folder.
    """
    procedures = directory / "procedures"
    try:
        folders = sorted(path for path in procedures.iterdir() if path.is_dir())
    except OSError as error:
        raise CatalogueError(f"{procedures}: cannot be read ({error.strerror}); give a readable folder") from error
    return [
        edition
        for folder in folders
        for edition in (folder, *sorted(path.parent for path in folder.glob("*/procedure.toml")))
        if edition != folder or (folder / "procedure.toml").exists() or not any(folder.glob("*/procedure.toml"))
    ]


def read_edition(folder: Path, today: Today, references: References) -> Edition:
    """Read one version of a procedure. Raises CatalogueError or FormError."""
    file = folder / "procedure.toml"
    procedure = convert(file, ProcedureTable).procedure()
    if procedure.code not in (folder.name, folder.parent.name):
        raise CatalogueError(f"{file}: code is {procedure.code!r}; name the folder after the code")
    if procedure.kind is ProcedureKind.GUIDE:
        if procedure.handoff is None:
            raise CatalogueError(f"{file}: a guide must say where the procedure is done; add [handoff]")
        return Edition(folder, procedure, None)
    if not procedure.declaration.vi or not procedure.delivery_methods:
        raise CatalogueError(f"{file}: declaration or delivery_methods is missing; a dossier needs both")
    form = load_form(folder / "form.json", today, references)
    _check_references(file, procedure, form)
    return Edition(folder, procedure, form)


def _check_references(file: Path, procedure: Procedure, form: Form) -> None:
    """Check that conditions and the fee speak about questions that exist."""
    for row in procedure.rows:
        for condition in filter(None, (row.visible_if, row.required_if)):
            try:
                asked = form.names_asked(condition)
            except ExpressionError as error:
                raise CatalogueError(f"{file}: row {row.component!r}: {error}; correct the condition") from error
            unknown = sorted(asked - form.names)
            if unknown:
                message = f"row {row.component!r} asks for {unknown[0]!r}, which is no question of form.json"
                raise CatalogueError(f"{file}: {message}; correct the condition")
    counted = procedure.fee.count_answer if isinstance(procedure.fee, FeeAmount) else None
    if counted is not None and counted not in form.names:
        raise CatalogueError(f"{file}: fee.per_answer is {counted!r}, which is no question of form.json; correct it")


def is_in_force(procedure: Procedure, day: date) -> bool:
    """Say whether a version of a procedure is the one of this day."""
    until = procedure.effective_until
    return procedure.effective_from <= day and (until is None or day <= until)
