"""Reading ``recipients.toml``: the public keys that dossiers are sealed to, each with its days."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date, timedelta
from pathlib import Path

from kiosk.catalogue.age_keys import is_age_key
from kiosk.catalogue.board import Commune
from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.shape import Table, Words
from kiosk.catalogue.store import CatalogueStore
from kiosk.catalogue.toml import convert
from kiosk.domain.recipient import Recipient

FILE = "recipients.toml"

_ONE_DAY = timedelta(days=1)


class RecipientTable(Table, frozen=True):
    """One key; ``communes`` make it an escrow key of theirs."""

    key: str
    name: Words
    valid_from: date
    valid_until: date
    communes: tuple[Commune, ...] = ()


class RecipientsTable(Table, frozen=True):
    """The whole file."""

    recipients: tuple[RecipientTable, ...]


def load_recipients(directory: Path) -> tuple[Recipient, ...]:
    """Read the keys of a catalogue folder; without the file there is none. Raises CatalogueError."""
    file = directory / FILE
    if not file.exists():
        return ()
    recipients = convert(file, RecipientsTable).recipients
    for number, one in enumerate(recipients):
        if not is_age_key(one.key):
            raise CatalogueError(
                f"{file}: recipients[{number}]: key is no age public key; copy it anew, letter by letter"
            )
        if one.valid_until < one.valid_from:
            raise CatalogueError(f"{file}: recipients[{number}]: valid_until lies before valid_from; correct the dates")
    return tuple(Recipient(one.key, one.name, one.valid_from, one.valid_until, one.communes) for one in recipients)


def recipients_in_service(store: CatalogueStore, default: Path) -> tuple[Recipient, ...]:
    """Return the keys of the newest whole version, else of ``default``. Raises CatalogueError.

    What that version does not name has been taken away: nothing is looked for in an older one.
    """
    return load_recipients(store.current_directory(default))


def check_recipients(directory: Path, today: date, communes: Container[str]) -> Iterator[str]:
    """Yield what an author must mend: days without a key of the portal's, keys twice, communes that do not exist.

    An empty list takes all keys away, and that is meant.
    """
    file = directory / FILE
    try:
        recipients = load_recipients(directory)
    except CatalogueError as error:
        yield str(error)
        return
    for number, one in enumerate(recipients):
        if one.key in [other.key for other in recipients[:number]]:
            yield f"{file}: recipients[{number}]: the key stands twice; keep it once, with all its days"
        for commune in one.communes:
            if commune not in communes:
                yield f"{file}: recipients[{number}]: there is no commune {commune!r} in reference/; correct it"
    if recipients:
        yield from _days_without(file, [one for one in recipients if not one.communes], today)


def _days_without(file: Path, of_the_portal: list[Recipient], today: date) -> Iterator[str]:
    """Yield each day or span from today on, up to the last key's end, on which the portal could open nothing."""
    spans = sorted((max(one.valid_from, today), one.valid_until) for one in of_the_portal if one.valid_until >= today)
    if not spans:
        yield f"{file}: no key of the portal's is valid on {today} or later; add one, without communes"
        return
    reached = today - _ONE_DAY
    for begins, ends in spans:
        if begins > reached + _ONE_DAY:
            yield (
                f"{file}: no key of the portal's is valid from {reached + _ONE_DAY} to {begins - _ONE_DAY}: kiosks take"
                " no dossiers then; close the hole"
            )
        reached = max(reached, ends)
