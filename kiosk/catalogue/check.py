"""Checking a whole catalogue: what its authors, and an update before it is switched to, must pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from kiosk.catalogue.board import FILE, doubts_of_board, load_board, unknown_names
from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.life_events import EVENTS_FILE, load_life_events, wrong_names
from kiosk.catalogue.reading import Edition, edition_folders, load_catalogue, read_edition
from kiosk.catalogue.recipients import check_recipients
from kiosk.catalogue.references import load_references
from kiosk.forms.documents import read_json
from kiosk.forms.form import Today, read_document
from kiosk.forms.problems import FormError
from kiosk.forms.references import References

_REFUSED = 3


def check_catalogue(directory: Path, today: Today = date.today) -> list[str]:
    """Return everything that is wrong with a catalogue folder; each line names file, place and mend."""
    try:
        references = load_references(directory / "reference")
        load_catalogue(directory, today)
    except (CatalogueError, FormError) as error:
        return [str(error)]
    problems: list[str] = []
    editions: list[Edition] = []
    for folder in edition_folders(directory):
        try:
            editions.append(read_edition(folder, today, references))
        except (CatalogueError, FormError) as error:
            problems += str(error).splitlines()
    for edition in editions:
        problems += _check_examples(edition)
        problems += _check_texts(edition)
    problems += _check_dates(editions)
    problems += _check_board(directory, editions, references)
    problems += _check_events(directory, editions)
    problems += check_recipients(directory, today(), _communes(references))
    return problems


def list_doubts(directory: Path, today: Today = date.today) -> list[str]:
    """Return every fact that an officer must still confirm: where it stands, and why it is doubtful."""
    references = load_references(directory / "reference")
    editions = (read_edition(folder, today, references) for folder in edition_folders(directory))
    doubts = [
        f"{_file(edition)}: {doubt.field}: {doubt.why}"
        for edition in editions
        for doubt in edition.procedure.unverified
    ]
    return doubts + doubts_of_board(directory)


# dates


def _check_dates(editions: list[Edition]) -> Iterator[str]:
    """Find holes and overlaps between the versions of a procedure."""
    by_code: dict[str, list[Edition]] = defaultdict(list)
    for edition in editions:
        by_code[edition.procedure.code].append(edition)
    for same in by_code.values():
        same.sort(key=lambda edition: edition.procedure.effective_from)
        for edition in same:
            until = edition.procedure.effective_until
            if until is not None and until < edition.procedure.effective_from:
                yield f"{_file(edition)}: effective_until lies before effective_from; correct the dates"
        for earlier, later in pairwise(same):
            yield from _check_pair(earlier, later)


def _check_pair(earlier: Edition, later: Edition) -> Iterator[str]:
    until, following = earlier.procedure.effective_until, later.procedure.effective_from
    expected = following - timedelta(days=1)
    if until is None or until > expected:
        yield f"{_file(earlier)}: overlaps {_file(later)}; write effective_until = {expected}"
    elif until < expected:
        yield f"{_file(earlier)}: nothing is in force from {until + timedelta(days=1)} to {expected}; close the hole"


# the board


def _check_board(directory: Path, editions: list[Edition], references: References) -> Iterator[str]:
    try:
        board = load_board(directory)
    except CatalogueError as error:
        yield str(error)
        return
    known = _communes(references)
    for problem in unknown_names(board, {edition.procedure.code for edition in editions}, known):
        yield f"{directory / FILE}: {problem}"


def _communes(references: References) -> set[str]:
    communes = references.lists.get("communes")
    return set() if communes is None else {str(choice.value) for choice in communes.choices}


# life events


def _check_events(directory: Path, editions: list[Edition]) -> Iterator[str]:
    try:
        events = load_life_events(directory)
    except CatalogueError as error:
        yield str(error)
        return
    for problem in wrong_names(events, {edition.procedure.code for edition in editions}):
        yield f"{directory / EVENTS_FILE}: {problem}"


# examples


def _check_examples(edition: Edition) -> Iterator[str]:
    if edition.form is None:
        return
    files = sorted((edition.folder / "examples").glob("*.json"))
    accepted = [file for file in files if file.stem.startswith("ok-")]
    refused = [file for file in files if file.stem.startswith("refused-")]
    if not accepted:
        yield f"{edition.folder / 'examples'}: no accepted example; add ok-….json"
    if len(refused) < _REFUSED:
        yield f"{edition.folder / 'examples'}: {len(refused)} refused examples of {_REFUSED}; add refused-….json"
    for file in files:
        yield from _check_example(file, edition)


def _check_example(file: Path, edition: Edition) -> Iterator[str]:
    try:
        example: Any = read_json(file.read_text(encoding="utf-8"))
        answers, expected = dict(example["answers"]), sorted(example.get("errors", []))
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f'{file}: is no example ({error}); write {{"answers": {{…}}, "errors": […]}}'
        return
    if edition.form is None:
        return
    for name in answers:
        if name.removesuffix("-Comment") not in edition.form.names:
            yield f"{file}: answers {name!r}, which is no question of form.json; correct the name"
    found = sorted(edition.form.evaluate(answers).errors)
    if found != expected:
        yield f"{file}: errors are {found}, the example says {expected}; correct the form or the example"
    if file.stem.startswith("refused-") and not expected:
        yield f"{file}: a refused example must list its errors; add them"
    if file.stem.startswith("ok-") and expected:
        yield f"{file}: an accepted example lists errors; name it refused-….json"


# languages


def _check_texts(edition: Edition) -> Iterator[str]:
    if edition.form is None:
        return
    file = edition.folder / "form.json"
    for path, text in _texts(read_document(file), "$"):
        if not text.get("vi") or not text.get("en"):
            yield f"{file}: {path}: both languages are needed; add vi and en"


def _texts(node: Any, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every text of a document: objects with languages, and titles that are written in one language only."""
    if isinstance(node, dict):
        if node.keys() & {"vi", "en"}:
            yield path, node
            return
        for key, value in node.items():
            if key in _PROSE and isinstance(value, str):
                yield f"{path}.{key}", {"vi": value}
            else:
                yield from _texts(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _texts(value, f"{path}[{number}]")


_PROSE = frozenset({"title", "description", "html", "requiredErrorText", "ask", "readBack", "spoken", "gloss"})


def _file(edition: Edition) -> Path:
    return edition.folder / "procedure.toml"
